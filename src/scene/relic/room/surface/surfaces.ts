/** What a relic's surface is shown as: materials in exchange for its own. Textures and geometry are shared, never owned. */
import {
  AdditiveBlending,
  DoubleSide,
  type Material,
  MeshBasicMaterial,
  MeshMatcapMaterial,
  MeshNormalMaterial,
  MeshStandardMaterial,
  type Side,
  type Texture,
  type Vector2,
} from 'three';
import type { Surface } from '#document/relicSchema.ts';
import { PLASTER } from '#scene/hotspot/colours.ts';
import { CLAY, WIRE_BODY, X_RAY } from '../colours.ts';

/** What of a file's material is its shape rather than its colour. */
interface Relief {
  readonly side: Side;
  readonly flatShading: boolean;
  readonly normalMap: Texture | null;
  readonly normalScale: Vector2 | null;
  readonly aoMap: Texture | null;
}

/** A new material for a surface; the caller disposes of it. */
export function createSurface(surface: Surface, own: Material, hasNormals: boolean): Material {
  const relief = reliefOf(own, hasNormals);
  switch (surface) {
    case 'textured':
      return copyOf(own);
    case 'clay':
      return clay(relief);
    case 'normals':
      return normals(relief);
    case 'x-ray':
      return xRay(relief);
    case 'wireframe':
      return wireBody(relief);
  }
}

/** The lines of a wireframe, drawn over its body. */
export function createWire(): MeshBasicMaterial {
  return new MeshBasicMaterial({
    color: PLASTER,
    wireframe: true,
    transparent: true,
    opacity: 0.5,
    depthWrite: false,
    toneMapped: false,
  });
}

/** A clone forgets what was patched into its program. */
function copyOf(own: Material): Material {
  const copy = own.clone();
  copy.onBeforeCompile = own.onBeforeCompile;
  copy.customProgramCacheKey = own.customProgramCacheKey;
  return copy;
}

function reliefOf(own: Material, hasNormals: boolean): Relief {
  const { normalMap = null, normalScale = null, aoMap = null } = own as Partial<MeshStandardMaterial>;
  const { flatShading = false } = own as Partial<MeshStandardMaterial>;
  return { side: own.side, flatShading: flatShading || !hasNormals, normalMap, normalScale, aoMap };
}

function clay({ side, flatShading, normalMap, normalScale, aoMap }: Relief): Material {
  const material = new MeshStandardMaterial({ color: CLAY, roughness: 0.95, metalness: 0, side, flatShading });
  material.normalMap = normalMap;
  material.aoMap = aoMap;
  if (normalScale) material.normalScale.copy(normalScale);
  return material;
}

function normals({ side, flatShading, normalMap, normalScale }: Relief): Material {
  const material = new MeshNormalMaterial({ side, flatShading });
  material.normalMap = normalMap;
  if (normalScale) material.normalScale.copy(normalScale);
  return material;
}

function xRay({ flatShading, normalMap, normalScale }: Relief): Material {
  const material = new MeshMatcapMaterial({
    color: X_RAY,
    side: DoubleSide,
    flatShading,
    transparent: true,
    blending: AdditiveBlending,
    depthWrite: false,
    toneMapped: false,
  });
  // Light adds up in any order, so one pass draws both sides.
  material.forceSinglePass = true;
  material.normalMap = normalMap;
  if (normalScale) material.normalScale.copy(normalScale);
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      'vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;',
      // Glass seen edge-on is thicker: a wall lets through less the more it is turned away.
      `float roomThickness = 1.0 - abs(dot(normalize(normal), viewDir));
      vec3 outgoingLight = diffuseColor.rgb * (0.012 + 0.3 * pow(roomThickness, 2.4));`,
    );
  };
  material.customProgramCacheKey = () => 'x-ray';
  return material;
}

function wireBody({ side, flatShading }: Relief): Material {
  return new MeshStandardMaterial({
    color: WIRE_BODY,
    roughness: 1,
    side,
    flatShading,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
  });
}
