/** Measurements as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), for the systems of a museum. */
import { measure } from '#tour/measure/measure.ts';
import type { WallMeasurement } from '#tour/measure/state.ts';

const UNITS = { length: 'm', area: 'm²', angle: 'rad' } as const;

/**
 * @param source The address of the place that was measured.
 * @param seen The layers that were seen meanwhile, with what has to be said of them.
 */
export function toAnnotations(measurements: readonly WallMeasurement[], source: string, seen: readonly string[]) {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: measurements.map((measurement) => {
      const { value, error } = measure(measurement);
      return {
        type: 'Annotation',
        motivation: 'describing',
        body: [
          {
            type: 'TextualBody',
            format: 'text/plain',
            value: `${measurement.kind}: ${value} ± ${error} ${UNITS[measurement.kind]}`,
          },
          { type: 'Dataset', kind: measurement.kind, value, uncertainty: error, unit: UNITS[measurement.kind] },
          ...seen.map((value) => ({ type: 'TextualBody', purpose: 'classifying', format: 'text/plain', value })),
        ],
        target: {
          source,
          selector: {
            type: 'SvgSelector',
            // Directions as they lie on an equirectangular picture of 360 by 180: degrees to the right, degrees down.
            value: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180"><polyline points="${measurement.points
              .map(({ position }) => onPicture(position).join(','))
              .join(' ')}"/></svg>`,
          },
          /** Metres from the eye, Y up, −Z ahead. */
          points: measurement.points.map(({ position }) => position),
        },
      };
    }),
  };
}

function onPicture([x, y, z]: readonly [number, number, number]): [number, number] {
  const degrees = (radians: number): number => Math.round((radians * 180_000) / Math.PI) / 1_000;
  return [degrees(Math.atan2(x, -z)) + 180, 90 - degrees(Math.atan2(y, Math.hypot(x, z)))];
}
