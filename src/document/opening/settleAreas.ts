/** An area is the outline of something one can point at; one that encloses nothing clearly is left out. */
import type { PolygonFault } from '#shared/polygon.ts';
import { readArea } from '../area.ts';
import type { FaultList } from '../fault.ts';
import type { Hotspot } from '../schema.ts';
import { placeIn, type Places } from './places.ts';

export function settleArea(hotspot: Hotspot, isInGallery: boolean, places: Places, faults: FaultList): void {
  if (!hotspot.area) return;
  const path = placeIn(places, hotspot, 'area');
  if (isInGallery) {
    const message = `"${hotspot.id}" is in a gallery, where one walks about: directions from one point enclose nothing`;
    faults.add({ severity: 'warning', path, code: 'area-in-gallery', message, remedy: 'take "area" out' });
    delete hotspot.area;
    return;
  }
  const { fault } = readArea(hotspot.area);
  if (!fault) return;
  faults.add({ severity: 'error', path, ...describe(fault) });
  delete hotspot.area;
}

function describe(fault: PolygonFault): { code: string; message: string; remedy: string } {
  switch (fault.kind) {
    case 'too-few':
      return {
        code: 'area-without-inside',
        message: 'expected at least 3 corners in different directions',
        remedy: 'give the corners of what it shows in order around it, as [yaw, pitch] in degrees',
      };
    case 'flat':
      return {
        code: 'area-without-inside',
        message: 'the corners lie on one line and enclose nothing',
        remedy: 'give the corners of what it shows in order around it, as [yaw, pitch] in degrees',
      };
    case 'too-wide':
      return {
        code: 'area-too-wide',
        message: 'expected an area within less than a half sphere',
        remedy: 'divide it into several hotspots',
      };
    case 'crossing': {
      const [first, second] = fault.edges;
      return {
        code: 'area-crosses-itself',
        message: `its outline crosses itself: the edges from corner ${first} and from corner ${second} meet`,
        remedy: 'give the corners in order around it',
      };
    }
  }
}
