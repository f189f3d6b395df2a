import { madeLabelOf } from '#document/sourceType.ts';
import { nameLanguage } from '#i18n/nameLanguage.ts';
import { pickText } from '#i18n/pickText.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { canBeHeard } from '#tour/sound/commands.ts';
import type { Block, ChoiceBlock, PanelButton, PanelModel } from '../model.ts';
import { guideControls } from './guide.ts';
import { onlyFoundSwitch } from './layers.ts';
import { shortLightBlocks } from './light.ts';
import { type ContentsOf, pick, say } from './said.ts';
import { makersInView, placeBadges } from './truths.ts';
import { hasPlan } from './wayfinding.ts';

/** More languages than this bear the title of the exhibition in the visitor's alone. */
const MOST_TITLES = 3;

/** For whoever puts the headset on: the languages, each by its own name, and the beginning. */
export function welcome(of: ContentsOf): PanelModel {
  const { exhibition, language } = of.state;
  const { label, languages, requiredStatement, digitalSourceType } = exhibition;
  const others = languages.length > MOST_TITLES ? [] : languages.filter((tag) => tag !== language);
  const made = madeLabelOf(digitalSourceType);
  const begin: PanelButton = { label: say(of, 'headset.begin'), action: { kind: 'begin' }, isMain: true };
  const comfort: PanelButton = { label: say(of, 'headset.comfort'), action: { kind: 'openMenu', menu: 'comfort' } };
  return {
    key: 'welcome',
    title: pick(of, label),
    closing: null,
    blocks: [
      ...others.map((tag): Block => ({ kind: 'paragraph', tone: 'name', text: pickText(label, tag) })),
      ...(made ? [{ kind: 'badge', text: say(of, `made.${made}`) } as const] : []),
      ...(requiredStatement
        ? [{ kind: 'paragraph', tone: 'small', text: pick(of, requiredStatement.value) } as const]
        : []),
      ...(languages.length > 1 ? [languageChoice(of, false)] : []),
      { kind: 'paragraph', tone: 'body', text: say(of, 'headset.how') },
      { kind: 'buttons', columns: 2, buttons: [begin, comfort] },
    ],
  };
}

/** What lies at hand wherever one is. */
export function menu(of: ContentsOf): PanelModel {
  const { exhibition, nodeId } = of.state;
  const node = findNode(exhibition, nodeId);
  const isPicture = findAsset(exhibition, node?.asset ?? '')?.kind === 'panorama';
  const ways: PanelButton[] = [
    { label: say(of, 'controls.places'), action: { kind: 'openPanel', panel: { kind: 'places' } } },
    ...(hasPlan(of)
      ? [{ label: say(of, 'controls.plan'), action: { kind: 'openPanel', panel: { kind: 'plan' } } } as const]
      : []),
    ...(layersOf(exhibition, nodeId).others.length > 0
      ? [{ label: say(of, 'controls.layers'), action: { kind: 'openPanel', panel: { kind: 'layers' } } } as const]
      : []),
    ...(canBeHeard(exhibition)
      ? [{ label: say(of, 'controls.sound'), action: { kind: 'openPanel', panel: { kind: 'sound' } } } as const]
      : []),
    { label: say(of, 'controls.access'), action: { kind: 'openPanel', panel: { kind: 'access' } } },
    { label: say(of, 'about.heading'), action: { kind: 'openPanel', panel: { kind: 'about' } } },
  ];
  const session: PanelButton[] = [
    { label: say(of, 'headset.comfort'), action: { kind: 'openMenu', menu: 'comfort' } },
    { label: say(of, 'headset.recentre'), action: { kind: 'recentre' } },
    { label: say(of, 'headset.leave'), action: { kind: 'openMenu', menu: 'farewell' } },
  ];
  return {
    key: 'menu',
    title: node ? pick(of, node.label) : say(of, 'headset.menu'),
    closing: { kind: 'close' },
    blocks: [
      ...placeBadges(of),
      ...guideControls(of),
      { kind: 'buttons', columns: 2, buttons: ways },
      ...shortLightBlocks(of),
      ...onlyFoundSwitch(of),
      ...(exhibition.languages.length > 1 ? [languageChoice(of, true)] : []),
      { kind: 'buttons', columns: 2, buttons: session },
      ...(isPicture ? [{ kind: 'paragraph', tone: 'small', text: say(of, 'headset.closer') } as const] : []),
      ...makersInView(of),
    ],
  };
}

/** The time is over, or the visitor wants to leave. */
export function farewell(of: ContentsOf): PanelModel {
  return {
    key: 'farewell',
    title: say(of, 'headset.farewell'),
    closing: null,
    blocks: [
      { kind: 'paragraph', tone: 'body', text: say(of, 'headset.farewellText') },
      {
        kind: 'buttons',
        columns: 2,
        buttons: [
          { label: say(of, 'headset.stay'), action: { kind: 'close' }, isMain: true },
          { label: say(of, 'headset.leave'), action: { kind: 'leave' } },
        ],
      },
    ],
  };
}

/** Every language is called by its own name, in its own script. */
function languageChoice(of: ContentsOf, isRow: boolean): ChoiceBlock {
  const { exhibition, language } = of.state;
  return {
    kind: 'choice',
    legend: isRow ? say(of, 'controls.language') : null,
    isRow,
    options: exhibition.languages.map((tag) => ({
      label: { text: nameLanguage(tag), language: tag },
      note: null,
      isChosen: tag === language,
      action: { kind: 'setLanguage', language: tag },
      speaking: of.canSpeak && !isRow ? { kind: 'speakLanguage', language: tag } : null,
    })),
  };
}
