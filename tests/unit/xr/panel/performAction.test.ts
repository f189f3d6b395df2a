import { beforeEach, describe, expect, it } from 'vitest';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { PanelAction } from '#xr/panel/action.ts';
import { performAction } from '#xr/panel/performAction.ts';
import { demonstration, visit } from './setting.ts';

let tour: Tour;
let asked: string[];
const ports = {
  leave: () => void asked.push('leave'),
  takeUp: (id: string) => void asked.push(`take up ${id}`),
  putBack: () => void asked.push('put back'),
  speakLanguage: (tag: string) => void asked.push(`speak ${tag}`),
  turnPage: (by: number) => void asked.push(`page ${by}`),
  choosePlan: (id: string) => void asked.push(`plan ${id}`),
  chooseTranscript: (id: string) => void asked.push(`transcript ${id}`),
};
const exhibition = demonstration();

beforeEach(() => {
  tour = visit(exhibition, 'en', 'hall-as-found');
  asked = [];
});

function perform(...actions: readonly PanelAction[]): TourState {
  for (const action of actions) performAction(action, tour, ports);
  return tour.store.getState();
}

describe('an action', () => {
  it.each<[what: string, before: PanelAction[], action: PanelAction, after: object]>([
    ['closes a menu first', [menu('menu')], { kind: 'close' }, { headset: { menu: null } }],
    [
      'closes comfort that was opened from the menu',
      [menu('menu'), menu('comfort')],
      { kind: 'close' },
      { headset: { menu: null } },
    ],
    [
      'leads from comfort back to the welcome it was opened from',
      [menu('welcome'), menu('comfort')],
      { kind: 'close' },
      { headset: { menu: 'welcome', isWelcoming: true } },
    ],
    [
      'knows after the welcome that comfort comes from the menu',
      [menu('welcome'), { kind: 'begin' }, menu('menu'), menu('comfort')],
      { kind: 'close' },
      { headset: { menu: null, isWelcoming: false } },
    ],
    ['closes a panel', [panel('about')], { kind: 'close' }, { panel: null }],
    ['begins the visit', [menu('welcome')], { kind: 'begin' }, { headset: { menu: null }, isTitleOpen: false }],
    [
      'opens a menu in place of a panel',
      [panel('about')],
      menu('comfort'),
      { headset: { menu: 'comfort' }, panel: null },
    ],
    [
      'opens a panel in place of a menu',
      [menu('menu')],
      panel('plan'),
      { headset: { menu: null }, panel: { kind: 'plan' } },
    ],
    ['asks for the view to be straightened', [], { kind: 'recentre' }, { headset: { recentring: 1 } }],
    [
      'goes to a place',
      [panel('places')],
      { kind: 'goTo', nodeId: 'gallery', panel: null },
      { nodeId: 'gallery', panel: null },
    ],
    [
      'goes about on the plan',
      [panel('plan')],
      { kind: 'goTo', nodeId: 'gallery', panel: { kind: 'plan' } },
      { nodeId: 'gallery', panel: { kind: 'plan' } },
    ],
    ['changes the language', [], { kind: 'setLanguage', language: 'zh-Hans' }, { language: 'zh-Hans' }],
    ['lays a layer over the place', [], layer('restored'), { comparison: { layerId: 'restored', mode: 'lens' } }],
    ['takes it away', [layer('restored')], layer(null), { comparison: null }],
    [
      'draws a curtain',
      [layer('restored')],
      { kind: 'chooseMode', mode: 'curtain' },
      { comparison: { mode: 'curtain' } },
    ],
    [
      'leaves the lens where it is',
      [layer('restored')],
      { kind: 'pinLens', isOn: true },
      { comparison: { isPinned: true } },
    ],
    ['moves the curtain', [layer('restored')], slide('curtain', 20), { comparison: { curtain: 0.2 } }],
    ['blends', [layer('restored')], slide('blend', 80), { comparison: { blend: 0.8 } }],
    ['hides conjecture', [], { kind: 'setOnlyFound', isOn: true }, { isOnlyFound: true }],
    ['chooses an hour', [], { kind: 'setLight', light: { time: 0.25 } }, { light: { time: 0.25 } }],
    ['lights the lamp', [], { kind: 'setLight', light: { isLampLit: true } }, { light: { isLampLit: true } }],
    ['goes back to the photograph', [slide('time', 75)], { kind: 'setLight', light: null }, { light: null }],
    ['moves the hour', [], slide('time', 75), { light: { time: 0.75 } }],
    ['dims the lamp', [], slide('lampStrength', 40), { light: { lampStrength: 0.4 } }],
    ['turns smoothly', [], { kind: 'setComfort', comfort: { turn: 'smooth' } }, { comfort: { turn: 'smooth' } }],
    ['sets the vignette', [], slide('vignette', 30), { comfort: { vignette: 0.3 } }],
    [
      'sets captions above, larger',
      [],
      { kind: 'setCaptions', captions: { place: 'above', size: 1.5 } },
      { captionSettings: { isOn: true, place: 'above', size: 1.5 } },
    ],
    ['lowers the eyes', [], slide('heightOffset', -15), { comfort: { heightOffset: -0.15 } }],
  ])('%s', (_, before, action, after) => {
    expect(perform(...before, action)).toMatchObject(after);
  });

  it('sizes the lens, and does nothing without one', () => {
    expect(perform(slide('lensSize', 20)).comparison).toBeNull();
    expect(perform(layer('restored'), slide('lensSize', 20)).comparison?.lens.radius).toBeCloseTo(Math.PI / 9, 9);
  });

  it('asks others for what is not the tour’s', () => {
    const before = tour.store.getState();
    perform(
      { kind: 'leave' },
      { kind: 'takeUp', hotspotId: 'x' },
      { kind: 'putBack' },
      { kind: 'speakLanguage', language: 'en' },
      { kind: 'turnPage', by: -1 },
      { kind: 'choosePlan', planId: 'site' },
      { kind: 'chooseTranscript', tourId: 'short' },
    );
    expect(asked).toEqual(['leave', 'take up x', 'put back', 'speak en', 'page -1', 'plan site', 'transcript short']);
    expect(tour.store.getState()).toBe(before);
  });
});

function menu(name: 'welcome' | 'menu' | 'comfort' | 'farewell'): PanelAction {
  return { kind: 'openMenu', menu: name };
}

function panel(kind: 'about' | 'plan' | 'places'): PanelAction {
  return { kind: 'openPanel', panel: { kind } };
}

function layer(layerId: string | null): PanelAction {
  return { kind: 'chooseLayer', layerId };
}

function slide(setting: Extract<PanelAction, { kind: 'slide' }>['setting'], value: number): PanelAction {
  return { kind: 'slide', setting, value };
}
