import type { Captionist } from '#tour/guide/ports.ts';
import type { TourCommands } from '#tour/tourCommands.ts';

/** A narration as one caption, for as long as it is told. */
export function createWholeCaption({ captions }: Pick<TourCommands, 'captions'>): Captionist {
  return {
    begin: ({ text, language }) => captions.show({ source: 'narration', kind: 'speech', text, language }),
    at: () => undefined,
    end: () => captions.clear('narration'),
  };
}
