/** Makes files of relics in a real browser, since pictures and the GPU are needed for it. */
import { Box3, DirectionalLight, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import type { Mesh, MeshStandardMaterial, Object3D } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { USDLoader } from 'three/addons/loaders/USDLoader.js';
import { to3mf } from '#scene/relic/export/to3mf.ts';
import { toStl } from '#scene/relic/export/toStl.ts';
import { toUsdz } from '#scene/relic/export/toUsdz.ts';

export interface Extents {
  readonly min: number[];
  readonly max: number[];
}

export interface Made {
  /** Base64, for the way to the test. */
  readonly bytes: string;
  /** Of the relic itself, metres. */
  readonly relic: Extents;
  /** Of what three reads back out of the file. */
  readonly readBack: Extents;
}

export interface ExportPlay {
  /** `isGivenBack` frees pictures after their upload, as a loader does that minds its memory. */
  usdz(uri: string, isGivenBack: boolean): Promise<Made>;
  prints(uri: string): Promise<{ stl: number; mf: number; triangles: number; openEdges: number; sizeMm: number[] }>;
  /** Mean colour of the upper halves of the pictures inside a file that was made, 0 to 255, and their size in pixels. */
  meanColours(bytes: string, names: readonly string[]): Promise<Record<string, number[]>>;
}

declare global {
  interface Window {
    exportPlay: ExportPlay;
  }
}

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas });
renderer.setSize(innerWidth, innerHeight);

const extentsOf = (object: Object3D): Extents => {
  const box = new Box3().setFromObject(object, true);
  return { min: box.min.toArray(), max: box.max.toArray() };
};

async function load(uri: string): Promise<Object3D> {
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
  return (await loader.loadAsync(`/real/${uri}`)).scene;
}

function draw(root: Object3D): void {
  const scene = new Scene();
  scene.add(root, new DirectionalLight(0xffffff, 3));
  const camera = new PerspectiveCamera(40, innerWidth / innerHeight, 0.001, 100);
  const box = new Box3().setFromObject(root);
  const middle = box.getCenter(new Vector3());
  camera.position.copy(middle).add(new Vector3(0, 0, box.getSize(new Vector3()).length() * 1.5));
  camera.lookAt(middle);
  renderer.render(scene, camera);
}

function closePictures(root: Object3D): void {
  root.traverse((object) => {
    const material = (object as Mesh).material as MeshStandardMaterial | undefined;
    for (const texture of [material?.map, material?.normalMap, material?.roughnessMap]) {
      if (texture?.image instanceof ImageBitmap) texture.image.close();
    }
  });
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768));
  return btoa(text);
}

function unpack(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

window.exportPlay = {
  async usdz(uri, isGivenBack) {
    const root = await load(uri);
    draw(root);
    if (isGivenBack) closePictures(root);
    const bytes = await toUsdz(root, { renderer });
    const readBack = new USDLoader().parse(bytes.buffer);
    return { bytes: toBase64(bytes), relic: extentsOf(root), readBack: extentsOf(readBack) };
  },
  async prints(uri) {
    const root = await load(uri);
    const stl = toStl(root);
    const mf = to3mf(root);
    const { triangles, openEdges, sizeMm } = stl;
    return { stl: stl.bytes.length, mf: mf.bytes.length, triangles, openEdges, sizeMm: [...sizeMm] };
  },
  async meanColours(bytes, names) {
    const { unzipSync } = await import('three/addons/libs/fflate.module.js');
    const files = unzipSync(unpack(bytes));
    const means: Record<string, number[]> = {};
    for (const name of names) {
      const bitmap = await createImageBitmap(new Blob([files[name] as Uint8Array<ArrayBuffer>]));
      const large = new OffscreenCanvas(bitmap.width, bitmap.height);
      const whole = large.getContext('2d') as OffscreenCanvasRenderingContext2D;
      whole.drawImage(bitmap, 0, 0);
      const { data } = whole.getImageData(0, 0, bitmap.width, bitmap.height / 2);
      const sum = [0, 0, 0];
      for (let i = 0; i < data.length; i += 4) for (const c of [0, 1, 2]) sum[c] = (sum[c] ?? 0) + (data[i + c] ?? 0);
      means[name] = [...sum.map((value) => (value * 4) / data.length), bitmap.width, bitmap.height];
    }
    return means;
  },
};
document.documentElement.dataset.ready = 'true';
