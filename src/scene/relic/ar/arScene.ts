/** What is seen in the visitor's room: the relic on its shadow, light from above, and a ring where it would stand. */
import {
  Box3,
  BufferAttribute,
  CircleGeometry,
  DirectionalLight,
  Group,
  HemisphereLight,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  Scene,
  Vector3,
} from 'three';
import type { Object3D, Texture } from 'three';

export interface ArScene {
  readonly scene: Scene;
  /** Stands where the relic stands and is turned as it is; hidden until it is placed. */
  readonly place: Group;
  readonly reticle: Object3D;
  /** Puts the relic back where it was, as it was, and frees the rest. */
  dispose(): void;
}

const RING_METRES = { inner: 0.09, outer: 0.1 };
const RING_SEGMENTS = 48;
const SHADE = 0.45;

export function createArScene(root: Object3D, environment: Texture | null): ArScene {
  const scene = new Scene();
  scene.environment = environment;
  scene.add(new HemisphereLight(0xffffff, 0x8a7f74, environment ? 0.4 : 2));
  const sun = new DirectionalLight(0xffffff, environment ? 0.6 : 1.5);
  sun.position.set(0.4, 1, 0.3);
  scene.add(sun);
  const giveBack = borrow(root);
  const place = new Group();
  const bounds = new Box3().setFromObject(root);
  const middle = bounds.getCenter(new Vector3());
  // It stands on what it stood on, around its own middle.
  root.position.set(-middle.x, -bounds.min.y, -middle.z);
  const size = bounds.getSize(new Vector3());
  const shadow = createShadow(Math.max(size.x, size.z) * 0.75);
  place.add(root, shadow);
  place.visible = false;
  const reticle = createReticle();
  scene.add(place, reticle);
  return {
    scene,
    place,
    reticle,
    dispose() {
      giveBack();
      for (const mesh of [shadow, reticle]) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    },
  };
}

/** Takes the relic out of its scene, at its true size and unturned; what comes back puts it in again. */
function borrow(root: Object3D): () => void {
  const { parent, matrixAutoUpdate, visible } = root;
  const index = parent?.children.indexOf(root) ?? -1;
  const before = { position: root.position.clone(), quaternion: root.quaternion.clone(), scale: root.scale.clone() };
  root.removeFromParent();
  root.position.set(0, 0, 0);
  root.quaternion.identity();
  root.scale.setScalar(1);
  root.matrixAutoUpdate = true;
  root.visible = true;
  root.updateMatrixWorld(true);
  return () => {
    root.removeFromParent();
    root.position.copy(before.position);
    root.quaternion.copy(before.quaternion);
    root.scale.copy(before.scale);
    root.matrixAutoUpdate = matrixAutoUpdate;
    root.visible = visible;
    if (!parent) return;
    parent.add(root);
    parent.children.splice(parent.children.indexOf(root), 1);
    parent.children.splice(index, 0, root);
    root.updateWorldMatrix(true, true);
  };
}

function createReticle(): Mesh<RingGeometry, MeshBasicMaterial> {
  const geometry = new RingGeometry(RING_METRES.inner, RING_METRES.outer, RING_SEGMENTS).rotateX(-Math.PI / 2);
  const reticle = new Mesh(geometry, new MeshBasicMaterial({ color: 0xffffff, transparent: true, opacity: 0.9 }));
  reticle.visible = false;
  return reticle;
}

/** Dark in the middle, nothing at its edge, a little above the floor that it lies on. */
function createShadow(radius: number): Mesh<CircleGeometry, MeshBasicMaterial> {
  const geometry = new CircleGeometry(radius, RING_SEGMENTS).rotateX(-Math.PI / 2).translate(0, 0.001, 0);
  const colours = new Float32Array(geometry.getAttribute('position').count * 4);
  colours[3] = SHADE;
  geometry.setAttribute('color', new BufferAttribute(colours, 4));
  const material = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false });
  return new Mesh(geometry, material);
}
