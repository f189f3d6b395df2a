/**
 * What a cave is, before anything is sampled: exact surfaces, paintings as drawings, statues as distance fields, lights.
 * Everything that is built from it (mesh, lightmaps, pictures, depth) can be made again at any resolution.
 *
 * Frame: right-handed, Y up, metres, floor at y = 0. The inner end lies towards −Z, the door towards +Z; +X is on the
 * right of someone who looks in. `site/site.ts` says where this frame stands on the site.
 */
import type { Painter } from '#demo/paint/painter.ts';
import type { WearOptions } from '#demo/paint/wear/options.ts';
import type { Layer } from './layer.ts';

export type Vec3 = readonly [x: number, y: number, z: number];
/** Linear light unless the name says sRGB. */
export type Rgb = readonly [r: number, g: number, b: number];

/** Where a `Sheet` puts a point: its place in the cave and its place on the painting (metres, from the top left). */
export interface SheetPoint {
  x: number;
  y: number;
  z: number;
  u: number;
  v: number;
}

/** A curved sheet of the room: the exact surface, of which the mesh is a sampling. */
export interface Sheet {
  /** What it carries: the id of a `Painting` or of a `Finish`. Several sheets may share one. */
  readonly surface: string;
  /** How finely the mesh samples it. At this fineness mesh and surface must agree within 3 mm. */
  readonly columns: number;
  readonly rows: number;
  /** s, t in 0…1. Writes into `out` and allocates nothing: it is called millions of times. */
  at(s: number, t: number, out: SheetPoint): void;
  /** A point the sheet faces; its normals are turned to this side. */
  readonly facing: Vec3;
}

/** A painted wall: drawn once for each layer, at whatever resolution is asked for. */
export interface Painting {
  readonly id: string;
  /** Size in metres. */
  readonly width: number;
  readonly height: number;
  /** Side of a lightmap texel, metres: 0.02 near statues and edges, 0.06 where light is even. */
  readonly lightCell: number;
  /** Resolution against the cave's common one; 1 by default. */
  readonly fineness?: number;
  readonly seed: number;
  /** Draws in metres; the painter knows the layer and picks pigments. The same strokes for every layer. */
  draw(painter: Painter): void;
  readonly wear: WearOptions;
}

/** A sheet without a painting: lamp bowls, stands, planks. */
export interface Finish {
  readonly id: string;
  /** sRGB 0…255 by layer. */
  readonly colour: Readonly<Record<Layer, Rgb>>;
  /** 0 matt … 1 polished metal. */
  readonly shine: number;
}

/** What a solid is made of at a point: sRGB 0…255 and how metallic it shines, 0…1. */
export interface SolidColour {
  r: number;
  g: number;
  b: number;
  shine: number;
}

/** A solid as a signed distance field in its own frame, metres; negative inside. */
export interface Solid {
  readonly id: string;
  readonly low: Vec3;
  readonly high: Vec3;
  /** Side of the cells its mesh is drawn from, metres. */
  readonly cell: number;
  distance(x: number, y: number, z: number): number;
  /** Writes into `out`. `variant` is the statue's: other robes, other jewels. */
  colour(x: number, y: number, z: number, layer: Layer, variant: number, out: SolidColour): void;
}

/** One solid put up in the cave. Scaled, then mirrored in x, then turned about Y (counter-clockwise from above), then moved. */
export interface Statue {
  readonly solid: string;
  readonly position: Vec3;
  /** Radians. */
  readonly yaw: number;
  readonly scale: number;
  readonly mirrored: boolean;
  readonly variant: number;
}

/**
 * A lamp's flame: light source and visible shape. `size` is its height in metres, about 0.05; it is a little over a
 * quarter as wide.
 */
export interface Flame {
  /** Its foot, at the wick. */
  readonly position: Vec3;
  readonly size: number;
  /** Against a common lamp of 1. */
  readonly strength: number;
}

/** An area that shines: a door seen from inside, a sheet of paper hung up for photography. Shines to the side of edgeU × edgeV. */
export interface Panel {
  /** Middle of the rectangle and its two half edges, metres. */
  readonly centre: Vec3;
  readonly edgeU: Vec3;
  readonly edgeV: Vec3;
  readonly radiance: Rgb;
}

/** Light that can be mixed on its own after the bake. */
export const LIGHT_GROUPS = ['daylight', 'lamps', 'documentation'] as const;
export type LightGroup = (typeof LIGHT_GROUPS)[number];

export interface Lighting {
  /** Daylight panels (doors); outdoors leave empty and use `sky`, which then lights by itself. */
  readonly daylight: readonly Panel[];
  /** True where rays that leave the scene bring the light of the sky (the terrace). */
  readonly skyLights: boolean;
  /** The same sky without stars, trees and other detail, for the light it brings; the cave's `sky` where left out. */
  readonly skyLight?: Cave['sky'];
  readonly flames: readonly Flame[];
  /** Radiance of a flame of strength 1 at full size. */
  readonly flameRadiance: Rgb;
  /** Soft light as for photography; not seen in the picture. */
  readonly documentation: readonly Panel[];
}

/** How much of each light group a picture takes, and its exposure before the tone curve. */
export interface Mix {
  readonly daylight: number;
  readonly lamps: number;
  readonly documentation: number;
  readonly exposure: number;
}

export interface Cave {
  readonly id: string;
  /** Where the visitor's eyes are, the centre of every picture. */
  readonly eye: Vec3;
  readonly sheets: readonly Sheet[];
  readonly paintings: readonly Painting[];
  readonly finishes: readonly Finish[];
  readonly solids: readonly Solid[];
  readonly statues: readonly Statue[];
  readonly lighting: Lighting;
  /** 'lamp-light' is an extra picture of the as-found paint by lamps alone, where given. */
  readonly mixes: Readonly<Record<Layer, Mix>> & { readonly 'lamp-light'?: Mix };
  /** What is seen where nothing is hit: radiance by direction in the cave's frame. Writes r, g, b into `out`. */
  sky(x: number, y: number, z: number, layer: Layer, out: Float64Array): void;
}
