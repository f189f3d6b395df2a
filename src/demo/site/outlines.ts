/** The floors of all caves on the site's plan. */
import { CHAMBER_OUTLINE } from '#demo/caves/chamber/outline.ts';
import { HALL_OUTLINE } from '#demo/caves/hall/outline.ts';
import { PILLAR_OUTLINE } from '#demo/caves/pillar/outline.ts';
import { SITE, toSite, type Place } from '#demo/site/site.ts';

/** A point of the plan, metres on the site: x east, z south. */
export type PlanPoint = readonly [x: number, z: number];

export interface SiteOutline {
  readonly place: Place['id'];
  readonly id: string;
  readonly points: readonly PlanPoint[];
}

interface OwnOutline {
  readonly id: string;
  readonly points: readonly (readonly [x: number, z: number])[];
}

export function siteOutlines(): SiteOutline[] {
  return [
    ...onSite(SITE.hall, HALL_OUTLINE),
    ...onSite(SITE.pillar, PILLAR_OUTLINE),
    ...onSite(SITE.chamber, CHAMBER_OUTLINE),
  ];
}

function onSite(place: Place, outlines: readonly OwnOutline[]): SiteOutline[] {
  return outlines.map(({ id, points }) => ({
    place: place.id,
    id,
    points: points.map(([x, z]): PlanPoint => {
      const [siteX, , siteZ] = toSite(place, [x, 0, z]);
      return [siteX, siteZ];
    }),
  }));
}
