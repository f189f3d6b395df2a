import { describeHotspot, type PanelContent } from '#hotspots/content.ts';
import type { MessageKey } from '#i18n/locale.ts';
import type { PickedText } from '#i18n/pickText.ts';
import { nearestSpot } from '#tour/find/things.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import { findHotspot, findNode } from '#tour/selectors/findNode.ts';
import { ringOf } from '#tour/sound/commands.ts';
import type { Block, PanelButton, PanelModel } from '../model.ts';
import { nameRights } from './rights.ts';
import { asWritten, type ContentsOf, pick, say } from './said.ts';

/** What a museum hangs beside a work; null where the place has no such hotspot. */
export function hotspotLabel(of: ContentsOf, hotspotId: string): PanelModel | null {
  const { exhibition, nodeId, language } = of.state;
  const hotspot = findHotspot(findNode(exhibition, nodeId), hotspotId);
  if (!hotspot) return null;
  const content = describeHotspot(hotspot, { exhibition, language });
  const asset = hotspot.kind === 'relic' ? findRelicAsset(exhibition, hotspot.model) : undefined;
  const { transcription = [], translation = [] } = content.inscription ?? {};
  const text: Block[] = [
    ...content.paragraphs.map(body),
    ...under(of, 'label.transcription', transcription),
    ...under(of, 'label.translation', translation),
    ...(content.facts.length > 0 ? [{ kind: 'facts', rows: content.facts } as const] : []),
  ];
  const picture = pictureOf(of, content, asset?.kind === 'tileset');
  const taking = asset && of.canTakeUp ? [of.takenUp === hotspotId ? putBack(of) : takeUp(of, hotspotId)] : [];
  const ringing = ringOf(of.state, hotspotId) ? [ring(of, hotspotId)] : [];
  const makers = asset?.kind === 'tileset' ? (of.state.attributions.get(asset.id) ?? []) : [];
  return {
    key: `hotspot ${nodeId} ${hotspotId}`,
    title: content.title,
    closing: { kind: 'close' },
    blocks: [
      // A picture is what its own hotspot is about; of a relic one sees the thing itself, and its picture can wait.
      ...(content.kind === 'image'
        ? [...picture, ...text]
        : [...madeOf(of, content), ...text, ...ringing, ...taking, ...picture]),
      ...(makers.length > 0 ? [small(asWritten(makers.join(' · ')))] : []),
      ...relatedBlocks(of),
    ],
  };
}

function pictureOf(of: ContentsOf, content: PanelContent, isTileset: boolean): Block[] {
  const { picture, credit, requiredStatement, rights } = content;
  if (!picture && !isTileset) return [];
  const rightsAddress = rights ? nameRights(of, rights.id) : null;
  return [
    ...(picture ? [{ kind: 'picture', ...picture } as const] : []),
    ...madeOf(of, content),
    ...(credit ? [small(credit)] : []),
    ...(requiredStatement ? [small(requiredStatement.value)] : []),
    ...(rightsAddress ? [small(rightsAddress)] : []),
  ];
}

function madeOf(of: ContentsOf, { kind, made }: PanelContent): Block[] {
  if (made === null) return [];
  return [{ kind: 'badge', text: say(of, kind === 'relic' ? `relic.made.${made}` : `made.${made}`) }];
}

function takeUp(of: ContentsOf, hotspotId: string): Block {
  const button = { label: say(of, 'relic.takeUp'), action: { kind: 'takeUp', hotspotId }, isMain: true } as const;
  return { kind: 'buttons', columns: 1, buttons: [button] };
}

/** One finds one's relic again from its label, wherever it was let go. */
function putBack(of: ContentsOf): Block {
  const button = { label: say(of, 'headset.putBack'), action: { kind: 'putBack' } } as const;
  return { kind: 'buttons', columns: 1, buttons: [button] };
}

function ring(of: ContentsOf, hotspotId: string): Block {
  const button = { label: say(of, 'sound.ring'), action: { kind: 'ring', hotspotId } } as const;
  return { kind: 'buttons', columns: 1, buttons: [button] };
}

/** What shares a fact or a subject with it, and what that is. */
function relatedBlocks(of: ContentsOf): Block[] {
  if (of.related.length === 0) return [];
  const buttons = of.related.map(({ to, because }): PanelButton => {
    const name = pick(of, to.label);
    const trait = because.label ? pick(of, because.label).text : say(of, 'find.subject').text;
    const why = `${trait}${say(of, 'find.colon').text}${pick(of, because.value).text}`;
    return {
      label: { text: `${name.text} · ${why}`, language: name.language },
      action: { kind: 'openSpot', spot: nearestSpot(to, of.state.nodeId) },
    };
  });
  return [
    { kind: 'heading', text: say(of, 'find.related') },
    { kind: 'buttons', columns: 1, buttons },
  ];
}

function under(of: ContentsOf, key: MessageKey, texts: readonly PickedText[]): Block[] {
  return texts.length > 0 ? [{ kind: 'heading', text: say(of, key) }, ...texts.map(body)] : [];
}

function body(text: PickedText): Block {
  return { kind: 'paragraph', tone: 'body', text };
}

function small(text: PickedText): Block {
  return { kind: 'paragraph', tone: 'small', text };
}
