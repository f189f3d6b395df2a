import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { createTour } from '#tour/store.ts';
import { exhibition } from './exhibition.ts';

function takeUp(hotspotId: string) {
  const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });
  const { relic: commands } = tour.commands;
  if (hotspotId !== '') commands.open(hotspotId);
  const relic = () => {
    const { relic: state } = tour.store.getState();
    if (!state) throw new Error('no relic is open');
    return state;
  };
  return { tour, commands, relic };
}

describe('taking up a relic', () => {
  it('closes what was open and keeps the view of the place for the way back', () => {
    const view = { yaw: 1, pitch: 0.1, fov: 1 };
    const tour = createTour({
      exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false,
      panel: { kind: 'places' }, currentView: () => view,
    }); // prettier-ignore
    tour.commands.relic.open('the-vase');
    expect(tour.store.getState()).toMatchObject({ panel: null, settledView: view });
    expect(tour.store.getState().relic).toMatchObject({ hotspotId: 'the-vase', assetId: 'vase', tool: 'orbit' });
    tour.commands.relic.close();
    expect(tour.store.getState()).toMatchObject({ relic: null, settledView: view });
  });

  it('begins with the view of the document, whole where it names no distance', () => {
    expect(takeUp('the-vase').relic().orbitRequest.orbit).toEqual({
      yaw: toRadians(30),
      pitch: toRadians(10),
      distance: Infinity,
    });
    expect(takeUp('the-bead').relic().orbitRequest.orbit).toBeNull();
  });

  it('refuses what is no relic of the place and names what is near', () => {
    const { commands } = takeUp('');
    expect(() => commands.open('the-vas')).toThrow('no relic "the-vas" in node "hall"; did you mean "the-vase"?');
    expect(() => commands.open('words')).toThrow('no relic "words"');
  });

  it('leaves an open relic as it is, and begins anew with another', () => {
    const { commands, relic } = takeUp('the-vase');
    commands.set({ surface: 'clay' });
    commands.open('the-vase');
    expect(relic().surface).toBe('clay');
    commands.open('the-bead');
    expect(relic()).toMatchObject({ assetId: 'bead', surface: 'textured', serial: 2 });
  });

  it('is put back when one goes elsewhere', () => {
    const { tour } = takeUp('the-vase');
    tour.commands.goTo('niche');
    expect(tour.store.getState().relic).toBeNull();
  });

  it('changes nothing while none is open', () => {
    const { tour, commands } = takeUp('');
    const before = tour.store.getState();
    commands.set({ surface: 'clay' });
    commands.orbit(null, { isEased: true });
    commands.measure([0, 0, 0]);
    commands.openAnnotation('seal');
    commands.goToStep(0);
    commands.close();
    expect(tour.store.getState()).toBe(before);
  });
});

describe('a relic in the hand', () => {
  it('asks for an orbit once per wish', () => {
    const { commands, relic } = takeUp('the-vase');
    commands.orbit({ yaw: 1 }, { isEased: true });
    expect(relic().orbitRequest).toEqual({ serial: 1, orbit: { yaw: 1 }, isEased: true });
    commands.orbit(null, { isEased: false });
    expect(relic().orbitRequest).toEqual({ serial: 2, orbit: null, isEased: false });
  });

  it('opens an annotation, looks at it from where the document says, and closes it', () => {
    const { commands, relic } = takeUp('the-vase');
    commands.openAnnotation('seal');
    expect(relic()).toMatchObject({ annotationId: 'seal', orbitRequest: { serial: 0 } });
    commands.openAnnotation('crack');
    expect(relic().annotationId).toBe('crack');
    expect(relic().orbitRequest).toEqual({
      serial: 1,
      orbit: { yaw: toRadians(90), pitch: toRadians(-20), distance: 0.3, target: [0.1, 0.1, 0] },
      isEased: true,
    });
    commands.openAnnotation(null);
    expect(relic()).toMatchObject({ annotationId: null, orbitRequest: { serial: 1 } });
    expect(() => commands.openAnnotation('crak')).toThrow('did you mean "crack"?');
  });

  it('measures one length after the other and takes them away again', () => {
    const { commands, relic } = takeUp('the-vase');
    commands.measure([0, 0, 0]);
    expect(relic().measurements).toEqual([{ from: [0, 0, 0], to: null }]);
    commands.measure([0, 0.1, 0]);
    commands.measure([1, 0, 0]);
    expect(relic().measurements).toEqual([
      { from: [0, 0, 0], to: [0, 0.1, 0] },
      { from: [1, 0, 0], to: null },
    ]);
    commands.clearMeasurements(0);
    expect(relic().measurements).toEqual([{ from: [1, 0, 0], to: null }]);
    commands.clearMeasurements();
    expect(relic().measurements).toEqual([]);
  });

  it('follows its own tour: what a step does not say stays as it was', () => {
    const { commands, relic } = takeUp('the-vase');
    const { mix } = relic().lamp;
    commands.goToStep(0);
    expect(relic()).toMatchObject({ step: 0, annotationId: 'seal', surface: 'textured', section: null });
    expect(relic().lamp).toEqual({ yaw: toRadians(80), pitch: toRadians(5), mix });
    expect(relic().orbitRequest).toMatchObject({ serial: 1, isEased: true });
    commands.goToStep(1);
    expect(relic()).toMatchObject({ step: 1, annotationId: null, surface: 'clay', orbitRequest: { serial: 1 } });
    expect(relic().section).toEqual({ normal: [0, 0, 1], offset: 0.01 });
    commands.goToStep(2);
    expect(relic()).toMatchObject({ section: null, variant: 'gilt', surface: 'clay' });
    expect(relic().states).toMatchObject({ stateId: 'restored', otherId: null });
    commands.goToStep(null);
    expect(relic()).toMatchObject({ step: null, surface: 'clay' });
    expect(() => commands.goToStep(3)).toThrow('no step 3');
  });
});
