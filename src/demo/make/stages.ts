/** All steps of the demonstration, in the order in which they are made. */
import { EXHIBITION_STAGE } from '#demo/exhibition/stage.ts';
import { RELICS_STAGES } from '#demo/relics/stage.ts';
import { SCROLL_STAGE } from '#demo/scroll/stage.ts';
import { PLAN_STAGE } from '#demo/site/stage.ts';
import { SOUND_STAGE } from '#demo/sound/stage.ts';
import { CAVE_STAGES } from '#demo/make/caveStages.ts';
import type { Stage } from '#demo/make/stage.ts';

const MAKING: readonly Stage[] = [PLAN_STAGE, ...CAVE_STAGES, ...RELICS_STAGES, SCROLL_STAGE, SOUND_STAGE];

/** The document describes what is there, so it comes last and follows from all of it. */
export const STAGES: readonly Stage[] = [...MAKING, { ...EXHIBITION_STAGE, needs: MAKING.map(({ name }) => name) }];
