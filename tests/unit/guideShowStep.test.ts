import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goToStep, openStep } from '#app/guide/showStep.ts';
import type { Exhibition } from '#document/schema.ts';
import { toRadians } from '#shared/angle.ts';
import { createTour } from '#tour/store.ts';

const exhibition = JSON.parse(
  readFileSync(new URL('../../public/exhibition.json', import.meta.url), 'utf8'),
) as Exhibition;
const steps = exhibition.tours?.flatMap((tour) => tour.steps) ?? [];

describe('what a step of a guided tour shows', () => {
  it.each(steps.filter(({ relic }) => relic).map((step) => [step.relic?.hotspot, step] as const))(
    'is the relic %s with its states, lamp and detail as the document has them',
    (_hotspot, step) => {
      const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });
      const currentView = () => tour.store.getState().settledView;
      goToStep(step, { tour, currentView, isMotionReduced: () => false });
      const noTape = () => {
        throw new Error('there is nothing to measure');
      };
      openStep(step, tour, noTape);
      const { relic, nodeId } = tour.store.getState();
      const { hotspot: hotspotId, state = '', against = null, annotation = null, lamp } = step.relic ?? {};
      expect(nodeId).toBe(step.at);
      expect(relic).toMatchObject({
        hotspotId,
        states: { stateId: state, otherId: against, curtain: 0.5 },
        annotationId: annotation,
        section: null,
        surface: 'textured',
      });
      if (!lamp) return;
      const { yaw, pitch, mix } = lamp;
      expect(relic?.lamp).toEqual({ yaw: toRadians(yaw), pitch: toRadians(pitch), mix });
    },
  );
});
