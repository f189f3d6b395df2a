/** Makes what a loader gives fit to be shown: points of a sensible size, no lights or cameras of the file's own. */
import {
  BufferAttribute,
  Color,
  InstancedMesh,
  Light,
  Mesh,
  Points,
  PointsMaterial,
  SRGBColorSpace,
  Texture,
  Vector3,
} from 'three';
import type { Object3D } from 'three';
import { mendFilter } from './mendFilter.ts';

export function dressTile(scene: Object3D): void {
  const strangers: Object3D[] = [];
  scene.traverse((object) => {
    if (object instanceof Points) dressPoints(object as Points);
    if (object instanceof Mesh) for (const texture of texturesOf(object as Mesh)) mendFilter(texture);
    // A file could bring hundreds of lights, and every material would be compiled for them.
    if (object instanceof Light || (object as { isCamera?: boolean }).isCamera === true) strangers.push(object);
    // Tables of properties that nothing shows, with the whole file behind them.
    Object.assign(object, { batchTable: null, featureTable: null });
  });
  for (const object of strangers) object.removeFromParent();
}

/** Bytes of a tile that its geometries and textures do not count. */
export function instanceBytes(scene: Object3D | null): number {
  let bytes = 0;
  scene?.traverse((object) => {
    if (object instanceof InstancedMesh) bytes += object.instanceMatrix.array.byteLength;
  });
  return bytes;
}

/** Frees what belongs to instanced meshes themselves; geometries, materials and textures are the renderer's to free. */
export function freeInstances(scene: Object3D): void {
  scene.traverse((object) => {
    if (object instanceof InstancedMesh) object.dispose();
  });
}

/** A point is drawn as wide as this many of the distances between points, so that a surface closes. */
const POINT_WIDTH = 1.5;
const LEAST_POINT_PX = 2;
const MOST_POINT_PX = 24;

function dressPoints(points: Points): void {
  const old = points.material as PointsMaterial;
  const position = points.geometry.getAttribute('position');
  recenter(points);
  const material = new PointsMaterial({
    size: spacingOf(points, position.count) * POINT_WIDTH,
    color: readConstantColour(old.color),
    vertexColors: old.vertexColors,
    transparent: old.transparent,
    opacity: old.opacity,
    depthWrite: old.depthWrite,
  });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader
      .replace(
        'gl_PointSize *= ( scale / - mvPosition.z );',
        // In metres at any angle of view; never so small that it flickers, nor so large that it hides its neighbours.
        `gl_PointSize = clamp( size * projectionMatrix[ 1 ][ 1 ] * scale / - mvPosition.z, ` +
          `${LEAST_POINT_PX.toFixed(1)}, ${MOST_POINT_PX.toFixed(1)} );`,
      )
      // Point clouds keep their colours as a picture does.
      .replace(
        '#include <morphcolor_vertex>',
        `#include <morphcolor_vertex>
        #ifdef USE_COLOR
          vColor.rgb = mix( pow( ( vColor.rgb + 0.055 ) / 1.055, vec3( 2.4 ) ), vColor.rgb / 12.92,
            vec3( lessThanEqual( vColor.rgb, vec3( 0.04045 ) ) ) );
        #endif`,
      );
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <clipping_planes_fragment>',
      `#include <clipping_planes_fragment>
      if ( length( gl_PointCoord - 0.5 ) > 0.5 ) discard;`,
    );
  };
  material.customProgramCacheKey = () => 'grotto-points';
  points.material = material;
  old.dispose();
}

/** The loader takes 0 to 255 for 0 to 1. */
function readConstantColour(color: Color): Color {
  const isBytes = Math.max(color.r, color.g, color.b) > 1;
  return isBytes ? new Color().setRGB(color.r / 255, color.g / 255, color.b / 255, SRGBColorSpace) : color.clone();
}

/** Metres between neighbours if the points were spread evenly over a surface as large as the cloud. */
function spacingOf(points: Points, count: number): number {
  points.geometry.computeBoundingBox();
  const size = points.geometry.boundingBox?.getSize(new Vector3()) ?? new Vector3(1, 1, 1);
  const [, middle = 1, longest = 1] = [size.x, size.y, size.z].sort((a, b) => a - b);
  const area = longest * Math.max(middle, longest / 100);
  const spacing = Math.sqrt(area / Math.max(count, 1));
  return Number.isFinite(spacing) && spacing > 0 ? spacing : 0.01;
}

/** Positions told from the middle of the Earth lose centimetres on the GPU; told from the cloud's own middle they do not. */
function recenter(points: Points): void {
  const position = points.geometry.getAttribute('position');
  points.geometry.computeBoundingSphere();
  const sphere = points.geometry.boundingSphere;
  if (!(position instanceof BufferAttribute) || !sphere || sphere.center.length() < FAR * Math.max(sphere.radius, 1))
    return;
  const middle = sphere.center.clone();
  points.geometry.translate(-middle.x, -middle.y, -middle.z);
  points.position.add(middle.multiply(points.scale).applyQuaternion(points.quaternion));
}

/** A float has about seven digits: from here on fewer than four are left for the cloud itself. */
const FAR = 1_000;

function texturesOf({ material }: Mesh): Texture[] {
  return [material]
    .flat()
    .flatMap((one) =>
      Object.values(one as unknown as Record<string, unknown>).filter(
        (value): value is Texture => value instanceof Texture,
      ),
    );
}
