/** Decoded steps without a loader: shapes of one colour, with textures and as many triangles as a test asks for. */
import {
  Box3, BufferAttribute, BufferGeometry, Group, Mesh, MeshBasicMaterial, MeshStandardMaterial, 
  SRGBColorSpace, SphereGeometry, BoxGeometry, Texture,
} from 'three'; // prettier-ignore
import type { Material } from 'three';
import type { RelicContent } from '#scene/relic/relicContent.ts';

export interface ContentPlan {
  readonly shape: 'ball' | 'box' | 'scan';
  readonly colour: number;
  readonly triangles: number;
  /** Side of a texture; 0 for none. */
  readonly texturePx: number;
  /** Lit, so that its program is a large one. */
  readonly isLit: boolean;
}

export function makeContent(plan: ContentPlan, onDispose: () => void): RelicContent {
  const geometry = makeGeometry(plan);
  const texture = plan.texturePx > 0 ? makeTexture(plan.texturePx) : null;
  const material: Material = plan.isLit
    ? new MeshStandardMaterial({ color: plan.colour, map: texture })
    : new MeshBasicMaterial({ color: plan.colour, map: texture, toneMapped: false });
  const mesh = new Mesh(geometry, material);
  const root = new Group();
  root.add(mesh);
  return {
    root,
    triangles: plan.triangles,
    draws: 1,
    gpuBytes: plan.triangles * 24 + plan.texturePx ** 2 * 4,
    bounds: new Box3().setFromObject(root),
    clips: [],
    variants: [],
    materialOf: () => material,
    isDeforming: false,
    dispose() {
      geometry.dispose();
      material.dispose();
      texture?.dispose();
      onDispose();
    },
  };
}

function makeGeometry({ shape, triangles }: ContentPlan): BufferGeometry {
  if (shape === 'box') return new BoxGeometry(1, 1, 1);
  if (shape === 'ball') return new SphereGeometry(0.5, 64, 32);
  return makeScan(triangles);
}

/** A ball of exactly as many triangles, with the buffers that a scan has. */
function makeScan(triangles: number): BufferGeometry {
  const columns = Math.ceil(Math.sqrt(triangles));
  const rows = Math.ceil(triangles / 2 / columns);
  const geometry = new BufferGeometry();
  const count = (columns + 1) * (rows + 1);
  const positions = new Float32Array(count * 3);
  const normals = new Int16Array(count * 4);
  const uvs = new Uint16Array(count * 2);
  for (let row = 0, at = 0; row <= rows; row++) {
    const pitch = (row / rows - 0.5) * Math.PI;
    for (let column = 0; column <= columns; column++, at++) {
      const yaw = (column / columns) * 2 * Math.PI;
      const p = [Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)];
      for (let k = 0; k < 3; k++) {
        positions[at * 3 + k] = (p[k] ?? 0) * 0.5;
        normals[at * 4 + k] = (p[k] ?? 0) * 32_767;
      }
      uvs[at * 2] = (column / columns) * 65_535;
      uvs[at * 2 + 1] = (row / rows) * 65_535;
    }
  }
  const index = new Uint32Array(triangles * 3);
  for (let i = 0, at = 0; i < triangles; i++) {
    const cell = i >> 1;
    const first = Math.floor(cell / columns) * (columns + 1) + (cell % columns);
    const next = first + columns + 1;
    const corners = i % 2 === 0 ? [first, first + 1, next] : [first + 1, next + 1, next];
    for (const corner of corners) index[at++] = corner;
  }
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 4, true));
  geometry.setAttribute('uv', new BufferAttribute(uvs, 2, true));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}

function makeTexture(px: number): Texture {
  const canvas = new OffscreenCanvas(px, px);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to paint a texture on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, px, px);
  const texture = new Texture(canvas.transferToImageBitmap());
  texture.flipY = false;
  texture.colorSpace = SRGBColorSpace;
  texture.needsUpdate = true;
  return texture;
}
