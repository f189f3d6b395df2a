import { BufferGeometry, Float32BufferAttribute } from 'three';

/** Half its width (x) and depth (z), and the radius of its corners: of a round one all three are the same. */
export interface SlabShape {
  readonly halfWidth: number;
  readonly halfDepth: number;
  readonly corner: number;
}

/** Points to a corner, and rings of its rounded edge. */
const PER_CORNER = 24;
const RINGS = 6;

/** A slab whose top lies at y = 0, with a rounded edge and without a bottom. Metres. */
export function createSlab({ halfWidth, halfDepth, corner }: SlabShape, height: number, bevel: number): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const index: number[] = [];
  const count = 4 * (PER_CORNER + 1);
  /** A ring around the slab, `inset` metres inside its outline. */
  const ring = (inset: number, y: number, lean: number): void => {
    for (let quarter = 0; quarter < 4; quarter++) {
      const sx = quarter === 0 || quarter === 3 ? 1 : -1;
      const sz = quarter < 2 ? 1 : -1;
      for (let k = 0; k <= PER_CORNER; k++) {
        const angle = ((quarter + k / PER_CORNER) * Math.PI) / 2;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        positions.push(
          sx * (halfWidth - corner) + c * (corner - inset),
          y,
          sz * (halfDepth - corner) + s * (corner - inset),
        );
        normals.push(c * Math.cos(lean), Math.sin(lean), s * Math.cos(lean));
      }
    }
  };
  ring(bevel, 0, Math.PI / 2);
  for (let k = 0; k <= RINGS; k++) {
    const angle = (1 - k / RINGS) * (Math.PI / 2);
    ring(bevel * (1 - Math.cos(angle)), bevel * (Math.sin(angle) - 1), angle);
  }
  ring(0, -height, 0);
  for (let at = 0; at < RINGS + 2; at++) {
    for (let k = 0; k < count; k++) {
      const [a, b] = [at * count + k, at * count + ((k + 1) % count)];
      index.push(a, b, a + count, b, b + count, a + count);
    }
  }
  const middle = positions.length / 3;
  positions.push(0, 0, 0);
  normals.push(0, 1, 0);
  for (let k = 0; k < count; k++) index.push(middle, (k + 1) % count, k);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normals, 3));
  geometry.setIndex(index);
  return geometry;
}
