import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { createTour, type TourOptions } from '#tour/store.ts';
import { exhibition } from './exhibition.ts';

const options: TourOptions = { exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: true };
const degrees = (yaw: number, pitch: number, fov: number) => ({
  yaw: toRadians(yaw),
  pitch: toRadians(pitch),
  fov: toRadians(fov),
});

describe('a new tour', () => {
  it('begins at the start of the exhibition with the view of that node', () => {
    const { nodeId, settledView, lookRequest, panel } = createTour(options).store.getState();
    expect(nodeId).toBe('hall');
    expect(toDegrees(settledView.yaw)).toBeCloseTo(30);
    expect(lookRequest.view).toEqual(settledView);
    expect(panel).toBeNull();
  });

  it('begins at the first node where the start names none', () => {
    const tour = createTour({ ...options, exhibition: { ...exhibition, start: 'nowhere' } });
    expect(tour.store.getState().nodeId).toBe('antechamber');
  });

  it('refuses a node that it does not know and names the nearest', () => {
    expect(() => createTour({ ...options, nodeId: 'hal' })).toThrow('no node "hal"; did you mean "hall"?');
  });
});

describe('goTo', () => {
  it('keeps the compass heading, the pitch and the field of view', () => {
    const tour = createTour(options);
    tour.commands.settle(degrees(20, 7, 50));
    tour.commands.goTo('niche');
    const { nodeId, arrival, lookRequest, settledView } = tour.store.getState();
    expect(nodeId).toBe('niche');
    expect(arrival).toBe(1);
    // 20° + 90° − 350° = −240°, the same direction as 120°.
    expect(toDegrees(lookRequest.view.yaw)).toBeCloseTo(120);
    expect(toDegrees(lookRequest.view.pitch)).toBeCloseTo(7);
    expect(toDegrees(lookRequest.view.fov)).toBeCloseTo(50);
    expect(lookRequest.isEased).toBe(false);
    expect(settledView).toEqual(lookRequest.view);
  });

  it('keeps the heading of the view of this moment, not of the view at rest', () => {
    const tour = createTour({ ...options, currentView: () => degrees(100, 0, 60) });
    tour.commands.goTo('antechamber');
    expect(toDegrees(tour.store.getState().lookRequest.view.yaw)).toBeCloseTo(-170);
  });

  it('takes the view that is asked for, or the start view of the node when fresh', () => {
    const tour = createTour(options);
    tour.commands.goTo('antechamber', { view: degrees(1, 2, 33) });
    expect(toDegrees(tour.store.getState().settledView.fov)).toBeCloseTo(33);
    tour.commands.goTo('hall', { isFresh: true });
    expect(toDegrees(tour.store.getState().settledView.yaw)).toBeCloseTo(30);
  });

  it('closes the open panel unless told otherwise', () => {
    const tour = createTour({ ...options, panel: { kind: 'places' } });
    tour.commands.goTo('antechamber');
    expect(tour.store.getState().panel).toBeNull();
    tour.commands.goTo('hall', { panel: { kind: 'plan' } });
    expect(tour.store.getState().panel).toEqual({ kind: 'plan' });
  });

  it('turns the view only when one stands there already', () => {
    const tour = createTour(options);
    tour.commands.goTo('hall', { view: degrees(0, 0, 40) });
    const { arrival, lookRequest } = tour.store.getState();
    expect(arrival).toBe(0);
    expect(lookRequest.isEased).toBe(true);
    expect(toDegrees(lookRequest.view.fov)).toBeCloseTo(40);
  });

  it('throws for a node that is not there, with the nearest id, and changes nothing', () => {
    const tour = createTour(options);
    const before = tour.store.getState();
    expect(() => tour.commands.goTo('nich')).toThrow('no node "nich"; did you mean "niche"?');
    expect(tour.store.getState()).toBe(before);
  });

  it('goes to a broken node, where a card will say what is wrong', () => {
    const brokenNodes = new Map([['cellar', []]]);
    const tour = createTour({ ...options, brokenNodes });
    tour.commands.goTo('cellar');
    expect(tour.store.getState().nodeId).toBe('cellar');
  });
});

describe('look and settle', () => {
  it('asks for a view, filling in what was left out, under a new serial', () => {
    const tour = createTour(options);
    tour.commands.look({ yaw: toRadians(45) }, { isEased: true });
    const { lookRequest, settledView } = tour.store.getState();
    expect(lookRequest.serial).toBe(1);
    expect(toDegrees(lookRequest.view.yaw)).toBeCloseTo(45);
    expect(toDegrees(lookRequest.view.pitch)).toBeCloseTo(-5);
    expect(toDegrees(settledView.yaw)).toBeCloseTo(30);
  });

  it('brings angles into their ranges and refuses what is no number', () => {
    const tour = createTour(options);
    tour.commands.look(degrees(540, 120, 500), { isEased: false });
    const { view } = tour.store.getState().lookRequest;
    expect(toDegrees(view.yaw)).toBeCloseTo(-180);
    expect(toDegrees(view.pitch)).toBeCloseTo(90);
    expect(toDegrees(view.fov)).toBeCloseTo(120);
    expect(() => tour.commands.look({ yaw: NaN }, { isEased: false })).toThrow('view.yaw');
  });

  it('writes nothing when the view has not changed', () => {
    const tour = createTour(options);
    const before = tour.store.getState();
    tour.commands.settle(before.settledView);
    expect(tour.store.getState()).toBe(before);
  });
});

describe('panels, language and title card', () => {
  it('opens a hotspot of this node and closes it', () => {
    const tour = createTour(options);
    tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'donors' });
    expect(tour.store.getState().panel).toEqual({ kind: 'hotspot', hotspotId: 'donors' });
    tour.commands.closePanel();
    expect(tour.store.getState().panel).toBeNull();
  });

  it('throws for a hotspot of another node', () => {
    const tour = createTour({ ...options, nodeId: 'niche' });
    expect(() => tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'donors' })).toThrow('no hotspot "donors"');
  });

  it('takes the offered language nearest to the wish and refuses the others', () => {
    const tour = createTour(options);
    tour.commands.setLanguage('zh-CN');
    expect(tour.store.getState().language).toBe('zh-Hans');
    expect(() => tour.commands.setLanguage('fr')).toThrow('no language "fr"');
  });

  it('closes the title card once', () => {
    const tour = createTour(options);
    tour.commands.enter();
    expect(tour.store.getState().isTitleOpen).toBe(false);
  });
});

describe('report', () => {
  it('adds what is new to the known faults and says nothing twice', () => {
    const tour = createTour(options);
    const fault = { severity: 'error', path: 'assets.0', message: 'no file', code: 'missing-file' } as const;
    tour.commands.report([fault, fault]);
    tour.commands.report([{ ...fault, message: 'again' }]);
    expect(tour.store.getState().faults).toEqual([fault]);
  });
});
