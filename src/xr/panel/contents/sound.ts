import type { MessageKey } from '#i18n/locale.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { listHere } from '#tour/sound/listHere.ts';
import { MOST_LOUDNESS } from '#tour/sound/state.ts';
import type { Setting } from '../action.ts';
import type { Block, PanelModel } from '../model.ts';
import { type ContentsOf, pick, say } from './said.ts';

/** What is heard and how loud; the same choices as on the page. */
export function sound(of: ContentsOf): PanelModel {
  const { isOn, master, voice, ambience, isMono, hasConcert, teller } = of.state.sound;
  const slider = (key: MessageKey, setting: Setting, value: number): Block => ({
    kind: 'slider',
    label: say(of, key),
    valueText: value === 0 ? say(of, 'sound.silent') : say(of, 'sound.step', { step: value }),
    setting,
    value,
    min: 0,
    max: MOST_LOUDNESS,
    step: 1,
  });
  const choices: Block[] = [
    slider('sound.master', 'soundMaster', master),
    slider('sound.voice', 'soundVoice', voice),
    slider('sound.ambience', 'soundAmbience', ambience),
    { kind: 'switch', label: say(of, 'sound.mono'), isOn: isMono, action: setting({ isMono: !isMono }) },
    { kind: 'switch', label: say(of, 'sound.concert'), isOn: hasConcert, action: setting({ hasConcert: !hasConcert }) },
  ];
  return {
    key: 'sound',
    title: say(of, 'sound.heading'),
    closing: { kind: 'close' },
    blocks: [
      { kind: 'switch', label: say(of, 'sound.isOn'), isOn: isOn === true, action: setting({ isOn: isOn !== true }) },
      ...(isOn === true ? choices : []),
      ...(teller === 'device' ? [{ kind: 'badge', text: say(of, 'sound.synthetic') } as const] : []),
      ...hereBlocks(of),
    ],
  };
}

function setting(settings: Partial<ContentsOf['state']['sound']>) {
  return { kind: 'setSound', sound: settings } as const;
}

function hereBlocks(of: ContentsOf): Block[] {
  const { exhibition, nodeId } = of.state;
  const sounds = listHere(exhibition, findNode(exhibition, nodeId));
  if (sounds.length === 0) return [];
  return [
    { kind: 'heading', text: say(of, 'sound.here') },
    ...sounds.flatMap(({ audio, sourceType }): Block[] => [
      { kind: 'paragraph', tone: 'strong', text: pick(of, audio.label) },
      ...(audio.description ? [{ kind: 'paragraph', tone: 'small', text: pick(of, audio.description) } as const] : []),
      ...(sourceType ? [{ kind: 'paragraph', tone: 'small', text: say(of, `source.${sourceType}`) } as const] : []),
    ]),
  ];
}
