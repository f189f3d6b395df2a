import { ACCESS_SUBJECTS, describeAccess } from '#document/access/describeAccess.ts';
import { nameLanguage } from '#i18n/nameLanguage.ts';
import { CAPTION_PLACES, CAPTION_SIZES, type CaptionSettings } from '#tour/captions/state.ts';
import type { Block, ChoiceOption, PanelModel } from '../model.ts';
import { type ContentsOf, pick, say } from './said.ts';
import { hasTranscript } from './transcript.ts';

/** Captions, the way to the transcript, and what the exhibition offers to everyone; the rest is the page's alone. */
export function access(of: ContentsOf): PanelModel {
  return {
    key: 'access',
    title: say(of, 'access.heading'),
    closing: { kind: 'close' },
    blocks: [{ kind: 'heading', text: say(of, 'captions.label') }, ...captions(of), ...statement(of)],
  };
}

function captions(of: ContentsOf): Block[] {
  const { isOn, describesSounds, size, place } = of.state.captionSettings;
  const set = (settings: Partial<CaptionSettings>) => ({ kind: 'setCaptions', captions: settings }) as const;
  const option = (label: ChoiceOption['label'], isChosen: boolean, settings: Partial<CaptionSettings>) => ({
    label,
    note: null,
    isChosen,
    action: set(settings),
  });
  const toTranscript = {
    label: say(of, 'controls.transcript'),
    action: { kind: 'openPanel', panel: { kind: 'transcript' } },
  } as const;
  const how: Block[] = [
    {
      kind: 'switch',
      label: say(of, 'captions.sounds'),
      isOn: describesSounds,
      action: set({ describesSounds: !describesSounds }),
    },
    {
      kind: 'choice',
      legend: say(of, 'captions.size'),
      isRow: true,
      options: CAPTION_SIZES.map((one) => option(say(of, `captions.size.${one}`), one === size, { size: one })),
    },
    {
      kind: 'choice',
      legend: say(of, 'captions.place'),
      isRow: true,
      options: CAPTION_PLACES.map((one) => option(say(of, `captions.place.${one}`), one === place, { place: one })),
    },
  ];
  return [
    { kind: 'switch', label: say(of, 'captions.show'), isOn, action: set({ isOn: !isOn }) },
    ...(isOn ? how : []),
    ...(hasTranscript(of) ? [{ kind: 'buttons', columns: 1, buttons: [toTranscript] } as const] : []),
  ];
}

/** Counted from the exhibition itself. */
function statement(of: ContentsOf): Block[] {
  const { subjects, texts } = describeAccess(of.state.exhibition);
  const rows = [
    ...ACCESS_SUBJECTS.filter((subject) => subjects[subject].of > 0).map((subject) => {
      const { have, of: all, lacking } = subjects[subject];
      const share = say(of, 'statement.share', { have, of: all });
      const names = lacking.map(({ label }) => pick(of, label).text);
      const without = `${share.text} · ${say(of, 'statement.lacking').text} ${of.locale.lists.format(names)}`;
      return {
        label: say(of, `statement.${subject}`),
        value: names.length === 0 ? share : { text: without, language: share.language },
      };
    }),
    ...texts.map(({ language, of: all, have }) => ({
      label: { text: nameLanguage(language), language },
      value: say(of, 'statement.texts', { have, of: all }),
    })),
  ];
  return [
    { kind: 'heading', text: say(of, 'statement.heading') },
    { kind: 'facts', rows },
  ];
}
