/**
 * The site from above as a drawing: rock hatched, floors blank, north (−Z) up. Signs only, no words, so that it needs no
 * translation. Made from the same numbers as the geometry.
 */
import { cliffDepth, NICHES } from '#demo/caves/terrace/rock/face.ts';
import { PLACES } from '#demo/site/links.ts';
import { siteOutlines, type PlanPoint, type SiteOutline } from '#demo/site/outlines.ts';
import { SITE, toSite } from '#demo/site/site.ts';
import { BELL, BURNER, CLIFF, PARAPET, STAIR, STELE, TREES, WALK } from '#demo/site/terracePlan.ts';

/** What of the site is shown, metres; x east, z south. */
const VIEW = { west: -19.5, east: 14.5, north: -21, south: 20 } as const;
const PIXELS_PER_METRE = 24;

/** What the exhibition document says about `plan.svg`. */
export const PLAN = {
  width: (VIEW.east - VIEW.west) * PIXELS_PER_METRE,
  height: (VIEW.south - VIEW.north) * PIXELS_PER_METRE,
  metresPerPixel: 1 / PIXELS_PER_METRE,
  /** The pixel where x = 0, z = 0 of the site. */
  origin: [-VIEW.west * PIXELS_PER_METRE, -VIEW.north * PIXELS_PER_METRE],
} as const satisfies { width: number; height: number; metresPerPixel: number; origin: readonly [number, number] };

const INK = '#4a3f37';
const FAINT = '#a3937f';
const PAPER = '#f4eddd';
const FLOOR = '#fffaf0';
const TERRACE_FLOOR = '#efe4cc';
const RED = '#a8442f';

/** Where a point of the site lies on the drawing, pixels. */
export function toPlanPixel([x, z]: PlanPoint): [x: number, y: number] {
  return [PLAN.origin[0] + x * PIXELS_PER_METRE, PLAN.origin[1] + z * PIXELS_PER_METRE];
}

/** The terrace's own x, z (north, east) on the site. */
function ofTerrace(x: number, z: number): PlanPoint {
  const [siteX, , siteZ] = toSite(SITE.terrace, [x, 0, z]);
  return [siteX, siteZ];
}

export function drawPlan(): string {
  const outlines = siteOutlines();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PLAN.width}" height="${PLAN.height}" viewBox="0 0 ${PLAN.width} ${PLAN.height}">`,
    `<!-- The site from above, north up, ${PIXELS_PER_METRE} units to the metre. Made for Grotto, CC0-1.0. -->`,
    `<defs><pattern id="rock" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="9" height="9" fill="#e2d4b8"/><path d="M0 0V9" stroke="#cdbb99" stroke-width="1.6"/></pattern></defs>`,
    `<rect width="${PLAN.width}" height="${PLAN.height}" fill="${PAPER}"/>`,
    drawRock(),
    ...drawFloors(outlines),
    drawDoors(),
    drawParapet(),
    drawWalk(),
    ...drawThings(),
    ...drawEyes(),
    drawNorth(),
    drawScale(),
    '</svg>',
    '',
  ].join('\n');
}

function pathOf(points: readonly PlanPoint[], closed: boolean): string {
  const pixels = points.map((point) => toPlanPixel(point).map(tenth).join(' '));
  return `M${pixels.join('L')}${closed ? 'Z' : ''}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** The cliff cut at the height of a door's sill and of an eye: its edge as the geometry has it. */
function cliffLine(): PlanPoint[] {
  const points: PlanPoint[] = [];
  for (let x = CLIFF.south; x <= CLIFF.north; x += 0.2) points.push(ofTerrace(x, cliffDepth(x, 1.4)));
  return points.filter(([, z]) => z > VIEW.north && z < VIEW.south);
}

function drawRock(): string {
  const face = cliffLine();
  const first = face[0]!;
  const last = face[face.length - 1]!;
  const body = [[VIEW.west + 0.8, first[1]] as const, ...face, [VIEW.west + 1.6, last[1]] as const];
  const terrace = [...face, [PARAPET.to, last[1]] as const, [PARAPET.to, first[1]] as const];
  return [
    `<path d="${pathOf(terrace, true)}" fill="${TERRACE_FLOOR}"/>`,
    `<path d="${pathOf(body, true)}" fill="url(#rock)"/>`,
    `<path d="${pathOf(face, false)}" fill="none" stroke="${INK}" stroke-width="4" stroke-linejoin="round"/>`,
    ...NICHES.filter(({ bottom, top }) => bottom < 1.6 && top > 1.2).map(({ left, right }) => {
      const z = cliffDepth(left - 0.1, 1.4);
      const notch = [ofTerrace(left, z), ofTerrace(left, z - 0.5), ofTerrace(right, z - 0.5), ofTerrace(right, z)];
      return `<path d="${pathOf(notch, false)}" fill="${TERRACE_FLOOR}" stroke="${INK}" stroke-width="2"/>`;
    }),
  ].join('\n');
}

/** Rooms and passages first, as floors cut from the rock; what stands in them after. */
function drawFloors(outlines: readonly SiteOutline[]): string[] {
  const isFloor = ({ id }: SiteOutline): boolean => id === 'room' || id === 'passage';
  const floors = outlines.filter(isFloor).map(({ points }) => pathOf(points, true));
  const joined = floors.join('');
  const rest = outlines.filter((outline) => !isFloor(outline));
  return [
    `<path d="${joined}" fill="none" stroke="${INK}" stroke-width="7" stroke-linejoin="round"/>`,
    `<path d="${joined}" fill="${FLOOR}"/>`,
    ...rest.map(({ id, points }) => {
      const fill = id.startsWith('pillar') ? 'url(#rock)' : id.startsWith('niche') ? FLOOR : 'none';
      return `<path d="${pathOf(points, true)}" fill="${fill}" stroke="${INK}" stroke-width="2" stroke-linejoin="round"/>`;
    }),
  ];
}

/** The open mouth of each passage. */
function drawDoors(): string {
  return PLACES.flatMap((place) => {
    if (!place.door) return [];
    const { sill, width } = place.door;
    const ends = [-1, 1].map((side): PlanPoint => {
      const [x, , z] = toSite(place, [sill[0] + (side * (width - 0.16)) / 2, 0, sill[2]]);
      return [x, z];
    });
    return [`<path d="${pathOf(ends, false)}" stroke="${TERRACE_FLOOR}" stroke-width="9"/>`];
  }).join('\n');
}

function drawParapet(): string {
  const corners = [PARAPET.from, PARAPET.to].map((x) => [[x, VIEW.north] as const, [x, VIEW.south] as const]);
  return corners.map((line) => `<path d="${pathOf(line, false)}" stroke="${INK}" stroke-width="1.6"/>`).join('\n');
}

function drawWalk(): string {
  const deck = [
    ofTerrace(WALK.south, WALK.from),
    ofTerrace(WALK.south, WALK.to),
    ofTerrace(WALK.north, WALK.to),
    ofTerrace(WALK.north, WALK.from),
  ];
  const lines: string[] = [];
  for (let x = WALK.south + 0.4; x < WALK.north; x += 0.4)
    lines.push(pathOf([ofTerrace(x, WALK.from), ofTerrace(x, WALK.to)], false));
  for (let i = 0; i <= STAIR.steps; i++) {
    const x = STAIR.foot - ((STAIR.foot - STAIR.top) * i) / STAIR.steps;
    lines.push(pathOf([ofTerrace(x, STAIR.from), ofTerrace(x, STAIR.to)], false));
  }
  for (const z of [STAIR.from, STAIR.to])
    lines.push(pathOf([ofTerrace(STAIR.foot, z), ofTerrace(STAIR.top, z)], false));
  const middle = (STAIR.from + STAIR.to) / 2;
  const arrow = [ofTerrace(STAIR.foot + 0.5, middle), ofTerrace(STAIR.top - 0.3, middle)];
  const tip = STAIR.top - 0.35;
  const head = [ofTerrace(tip + 0.45, middle - 0.26), ofTerrace(tip, middle), ofTerrace(tip + 0.45, middle + 0.26)];
  return [
    `<path d="${pathOf(deck, true)}" fill="#e3cfa4" stroke="${INK}" stroke-width="2"/>`,
    `<path d="${lines.join('')}" fill="none" stroke="${INK}" stroke-width="1.3"/>`,
    `<path d="${pathOf(arrow, false)}${pathOf(head, false)}" fill="none" stroke="${RED}" stroke-width="2.2" stroke-linecap="round"/>`,
  ].join('\n');
}

/** Bell, stele, burner and trees. */
function drawThings(): string[] {
  const [bellX, bellY] = toPlanPixel(ofTerrace(BELL.x, BELL.z)).map(tenth) as [number, number];
  const turn = tenth((-BELL.yaw * 180) / Math.PI);
  const circle = (x: number, z: number, radius: number, fill: string, more = ''): string => {
    const [cx, cy] = toPlanPixel(ofTerrace(x, z)).map(tenth) as [number, number];
    return `<circle cx="${cx}" cy="${cy}" r="${tenth(radius * PIXELS_PER_METRE)}" fill="${fill}" stroke="${INK}" stroke-width="1.6"${more}/>`;
  };
  return [
    ...TREES.flatMap(({ x, z }) => [circle(x, z, 0.85, '#d9c48c', ' stroke-dasharray="3 3"'), circle(x, z, 0.14, INK)]),
    circle(BURNER.x, BURNER.z, 0.27, '#d8c6a4'),
    circle(STELE.x, STELE.z, 0.2, '#d8c6a4'),
    `<g transform="rotate(${turn} ${bellX} ${bellY})"><path d="M${bellX} ${tenth(bellY - 21)}V${tenth(bellY + 21)}" stroke="${INK}" stroke-width="3"/></g>`,
    circle(BELL.x, BELL.z, 0.32, '#b98f5a'),
    circle(BELL.x, BELL.z, 0.13, FLOOR),
  ];
}

/** Where one stands in each place, numbered in the order of the visit: dots, as many as the place's number. */
function drawEyes(): string[] {
  return PLACES.map((place, i) => {
    const [x, , z] = toSite(place, place.eye);
    const [cx, cy] = toPlanPixel([x, z]).map(tenth) as [number, number];
    return [
      `<circle cx="${cx}" cy="${cy}" r="15" fill="${FLOOR}" stroke="${RED}" stroke-width="2.6"/>`,
      `<g transform="translate(${cx} ${cy})" fill="none" stroke="${RED}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"><path d="${DIGITS[i]}"/></g>`,
    ].join('\n');
  });
}

/** 1 to 4 as strokes about the origin, so that no font is asked for. */
const DIGITS = [
  'M-3.5 -4.5L1 -8V8',
  'M-5 -4Q-4 -8 0 -8Q5 -8 4.6 -3.6Q4.4 -0.6 -5 8H5.4',
  'M-4.6 -6Q-2.6 -8 0 -8Q4.4 -8 4.4 -4.2Q4.4 -0.4 -1 -0.4Q5 -0.4 5 3.6Q5 8 0 8Q-3 8 -5 5.6',
  'M2.4 8V-8L-6 3.4H5.8',
] as const;

function drawNorth(): string {
  const [x, y] = [PLAN.width - 44, 62];
  return `<g stroke="${INK}" stroke-width="1.8" stroke-linejoin="round"><path d="M${x} ${y - 42}L${x + 15} ${y + 26}L${x} ${y + 14}Z" fill="${INK}"/><path d="M${x} ${y - 42}L${x - 15} ${y + 26}L${x} ${y + 14}Z" fill="${FLOOR}"/></g>`;
}

/** Five metres in steps of one, the ends marked. */
function drawScale(): string {
  const [x, y] = [PLAN.width - 5 * PIXELS_PER_METRE - 62, PLAN.height - 34];
  const steps = Array.from({ length: 5 }, (_, i) => {
    const fill = i % 2 ? FLOOR : INK;
    return `<rect x="${x + i * PIXELS_PER_METRE}" y="${y}" width="${PIXELS_PER_METRE}" height="8" fill="${fill}" stroke="${INK}" stroke-width="1.4"/>`;
  });
  return `${steps.join('')}<path d="M${x} ${y - 6}V${y + 14}M${x + 5 * PIXELS_PER_METRE} ${y - 6}V${y + 14}" stroke="${FAINT}" stroke-width="1.6"/>`;
}
