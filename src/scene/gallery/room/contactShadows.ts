import { BufferAttribute, GLSL3, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial } from 'three';
import type { HallPlan } from '#tour/gallery/plan.ts';

const VERTEX = /* glsl */ `
in vec4 place;
in vec3 shape;
out vec2 vOn;
out float vStrength;

void main() {
  vec2 local = position.xy * shape.xy;
  float s = sin(place.w);
  float c = cos(place.w);
  vOn = position.xy;
  vStrength = shape.z;
  vec3 at = vec3(place.x + local.x * c + local.y * s, place.y, place.z + local.y * c - local.x * s);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
in vec2 vOn;
in float vStrength;
out vec4 fragmentColor;

void main() {
  // Half of it lies beneath the relic, half around it.
  float far = length(vOn);
  float dark = 1.0 - smoothstep(0.28, 1.0, far);
  fragmentColor = vec4(0.0, 0.0, 0.0, vStrength * dark * dark);
}
`;

/** How far the soft dark reaches beyond a relic, as a share of its size, and its density beneath. */
const REACH = 1.45;
const STRENGTH = 0.72;
/** Above what the relic stands on. */
const LIFT = 0.002;

/** The dark where relics touch what they stand on: soft spots, all in one draw call. */
export function createContactShadows({ exhibits }: HallPlan): Mesh<InstancedBufferGeometry, ShaderMaterial> {
  const standing = exhibits.filter(({ assetId }) => assetId !== null);
  const places = new Float32Array(standing.length * 4);
  const shapes = new Float32Array(standing.length * 3);
  standing.forEach(({ middle, size, turn }, i) => {
    places.set([middle[0], middle[1] - size[1] / 2 + LIFT, middle[2], turn], 4 * i);
    // A wide flat thing hides more of the light than a tall thin one of the same foot.
    shapes.set([(size[0] / 2) * REACH, (size[2] / 2) * REACH, STRENGTH], 3 * i);
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, -1, 1, 0, 1, 1, 0, 1, -1, 0]), 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.setAttribute('place', new InstancedBufferAttribute(places, 4));
  geometry.setAttribute('shape', new InstancedBufferAttribute(shapes, 3));
  geometry.userData['relics'] = standing.map(({ hotspotId }) => hotspotId);
  geometry.instanceCount = standing.length;
  const material = new ShaderMaterial({
    name: 'contact shadows',
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    toneMapped: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.name = 'contact shadows';
  mesh.frustumCulled = false;
  mesh.visible = standing.length > 0;
  return mesh;
}

/** A relic that is not in its place leaves no dark there. */
export function setContact({ geometry }: Mesh, hotspotId: string, isInPlace: boolean): void {
  const index = (geometry.userData['relics'] as readonly string[]).indexOf(hotspotId);
  if (index < 0) return;
  const shape = geometry.getAttribute('shape');
  shape.setZ(index, isInPlace ? STRENGTH : 0);
  shape.needsUpdate = true;
}
