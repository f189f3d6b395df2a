import { toRadians } from '#shared/angle.ts';
import { openSpot } from '#tour/find/openThing.ts';
import type { Tour } from '#tour/store.ts';
import type { PanelAction, Setting } from './action.ts';

/** What panels ask for beyond the tour. */
export interface PanelPorts {
  /** Ends the session. */
  leave(): void;
  /** Takes a relic of the place into the hand. */
  takeUp?(hotspotId: string): void;
  /** Has the relic go home that is out of its place. */
  putBack?(): void;
  /** Says a language's name in that language. */
  speakLanguage?(tag: string): void;
  turnPage(by: 1 | -1): void;
  choosePlan(planId: string): void;
  chooseTranscript(tourId: string): void;
}

/** Carries out what a control of a panel stands for. */
export function performAction(action: PanelAction, { store, commands }: Tour, ports: PanelPorts): void {
  switch (action.kind) {
    case 'close':
      return close({ store, commands });
    case 'begin':
      commands.enter();
      return commands.headset.openMenu(null);
    case 'leave':
      return ports.leave();
    case 'recentre':
      return commands.headset.recentre();
    case 'openMenu':
      return commands.headset.openMenu(action.menu);
    case 'openPanel':
      commands.headset.openMenu(null);
      return commands.openPanel(action.panel);
    case 'goTo':
      commands.headset.openMenu(null);
      return commands.goTo(action.nodeId, { isFresh: true, panel: action.panel });
    case 'openSpot':
      commands.headset.openMenu(null);
      return openSpot({ store, commands }, action.spot, { isAnew: true });
    case 'startGuide':
      commands.headset.openMenu(null);
      return commands.guide.start(action.tourId);
    case 'steerGuide':
      commands.headset.openMenu(null);
      return typeof action.to === 'number' ? commands.guide.choose(action.to) : commands.guide[action.to]();
    case 'setLanguage':
      return commands.setLanguage(action.language);
    case 'speakLanguage':
      return ports.speakLanguage?.(action.language);
    case 'chooseLayer':
      return action.layerId === null ? commands.compare.close() : commands.compare.open(action.layerId);
    case 'chooseMode':
      return commands.compare.set({ mode: action.mode });
    case 'pinLens':
      return commands.compare.set({ isPinned: action.isOn });
    case 'setOnlyFound':
      return commands.compare.setOnlyFound(action.isOn);
    case 'setLight':
      return action.light === null ? commands.light.reset() : commands.light.set(action.light);
    case 'setComfort':
      return commands.headset.setComfort(action.comfort);
    case 'setSound':
      return commands.sound.set(action.sound);
    case 'setCaptions':
      return commands.captions.set(action.captions);
    case 'ring':
      return commands.sound.ring(action.hotspotId);
    case 'takeUp':
      return ports.takeUp?.(action.hotspotId);
    case 'putBack':
      return ports.putBack?.();
    case 'slide':
      return SLIDES[action.setting](action.value, { store, commands });
    case 'turnPage':
      return ports.turnPage(action.by);
    case 'choosePlan':
      return ports.choosePlan(action.planId);
    case 'chooseTranscript':
      return ports.chooseTranscript(action.tourId);
  }
}

/** What was opened from the welcome leads back to it. */
function close({ store, commands }: Tour): void {
  const { headset } = store.getState();
  if (!headset?.menu) commands.closePanel();
  else commands.headset.openMenu(headset.isWelcoming ? 'welcome' : null);
}

const SLIDES = {
  lensSize: (degrees, { store, commands }) => {
    const lens = store.getState().comparison?.lens;
    if (lens) commands.compare.set({ lens: { ...lens, radius: toRadians(degrees) } });
  },
  curtain: (percent, { commands }) => commands.compare.set({ curtain: percent / 100 }),
  blend: (percent, { commands }) => commands.compare.set({ blend: percent / 100 }),
  time: (percent, { commands }) => commands.light.set({ time: percent / 100 }),
  lampStrength: (percent, { commands }) => commands.light.set({ lampStrength: percent / 100 }),
  vignette: (percent, { commands }) => commands.headset.setComfort({ vignette: percent / 100 }),
  heightOffset: (centimetres, { commands }) => commands.headset.setComfort({ heightOffset: centimetres / 100 }),
  soundMaster: (master, { commands }) => commands.sound.set({ master }),
  soundVoice: (voice, { commands }) => commands.sound.set({ voice }),
  soundAmbience: (ambience, { commands }) => commands.sound.set({ ambience }),
} satisfies Record<Setting, (value: number, tour: Tour) => void>;
