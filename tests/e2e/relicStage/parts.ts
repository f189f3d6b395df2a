/** Uploads without relics: what went to the GPU in parts beside the same that went there at once. */
import {
  BufferAttribute, BufferGeometry, Camera, CompressedTexture, GLSL3, Group, LinearFilter, LinearMipmapLinearFilter,
  Mesh, MeshNormalMaterial, PerspectiveCamera, PlaneGeometry, RGB_ETC2_Format, RGBA_S3TC_DXT5_Format, RGBAFormat, Scene,
  ShaderMaterial, SRGBColorSpace, Texture, UnsignedByteType, WebGLRenderer, WebGLRenderTarget,
} from 'three'; // prettier-ignore
import type { CompressedPixelFormat } from 'three';
import { listBuffers } from '#scene/relic/stage/listResources.ts';
import { BufferUploader } from '#scene/relic/stage/bufferUploader.ts';
import { TextureUploader } from '#scene/relic/stage/textureUploader.ts';
import { createRandom } from '#demo/noise/random.ts';

export type TextureKind = 'bitmap' | 'plain' | 'bc3' | 'etc2';

export interface Uploaded {
  readonly parts: readonly number[];
  /** Bytes that are not the same as of what was uploaded at once. */
  readonly wrong: number;
  /** How many different bytes there are: nothing proves nothing. */
  readonly shades: number;
  readonly glError: number;
}

export interface PartsPlay {
  texture(kind: TextureKind): Promise<Uploaded>;
  /** Two samplers over one picture, uploaded one after the other, and a third like the first. */
  samplers(): Promise<{ readonly parts: readonly number[]; readonly wrong: number }>;
  geometry(): Promise<Uploaded & { readonly filledLater: number }>;
  /** Leaves a texture and a geometry half uploaded and frees them; what is on the GPU meanwhile. */
  abandon(): Promise<Record<'before' | 'during' | 'after', { textures: number; geometries: number }>>;
}

declare global {
  interface Window {
    parts: PartsPlay;
  }
}

const WIDTH = 1024;
const HEIGHT = 1060;
const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas, antialias: false });
renderer.setSize(64, 64);
const gl = renderer.getContext() as WebGL2RenderingContext;
const textures = new TextureUploader(renderer);
const buffers = new BufferUploader(renderer);

function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const random = createRandom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

/** As the reader decodes it: from a file, its alpha apart. */
async function makeBitmap(): Promise<ImageBitmap> {
  const surface = new OffscreenCanvas(WIDTH, HEIGHT);
  const pixels = new ImageData(new Uint8ClampedArray(noise(WIDTH * HEIGHT * 4, 1).buffer), WIDTH, HEIGHT);
  surface.getContext('2d')?.putImageData(pixels, 0, 0);
  const file = await surface.convertToBlob({ type: 'image/png' });
  return createImageBitmap(file, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
}

function fromBitmap(bitmap: ImageBitmap): Texture {
  const texture = new Texture(bitmap);
  texture.flipY = false;
  texture.generateMipmaps = true;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.colorSpace = SRGBColorSpace;
  texture.needsUpdate = true;
  return texture;
}

function fromLevels(kind: 'plain' | 'bc3' | 'etc2'): Texture {
  const levels: { data: Uint8Array; width: number; height: number }[] = [];
  const blockBytes = kind === 'bc3' ? 16 : 8;
  for (let [w, h] = [WIDTH, HEIGHT]; ; [w, h] = [Math.max(1, w >> 1), Math.max(1, h >> 1)]) {
    const bytes = kind === 'plain' ? w * h * 4 : Math.ceil(w / 4) * Math.ceil(h / 4) * blockBytes;
    levels.push({ data: noise(bytes, w * h), width: w, height: h });
    if (w === 1 && h === 1) break;
  }
  const format = kind === 'plain' ? RGBAFormat : kind === 'bc3' ? RGBA_S3TC_DXT5_Format : RGB_ETC2_Format;
  const texture = new CompressedTexture(levels, WIDTH, HEIGHT, format as CompressedPixelFormat, UnsignedByteType);
  texture.minFilter = LinearMipmapLinearFilter;
  texture.needsUpdate = true;
  return texture;
}

async function makeTexture(kind: TextureKind): Promise<Texture> {
  return kind === 'bitmap' ? fromBitmap(await makeBitmap()) : fromLevels(kind);
}

/** Every texel of a level, by three's own drawing. */
function readTexels(map: Texture, level: number): Uint8Array {
  const [width, height] = [Math.max(1, WIDTH >> level), Math.max(1, HEIGHT >> level)];
  const target = new WebGLRenderTarget(width, height, { depthBuffer: false });
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { map: { value: map }, level: { value: level } },
    vertexShader: 'void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }',
    fragmentShader: `uniform sampler2D map; uniform int level; out vec4 texel;
      void main() { texel = texelFetch(map, ivec2(gl_FragCoord.xy), level); }`,
  });
  const scene = new Scene();
  scene.add(new Mesh(new PlaneGeometry(2, 2), material));
  (scene.children[0] as Mesh).frustumCulled = false;
  renderer.setRenderTarget(target);
  renderer.render(scene, new Camera());
  const pixels = new Uint8Array(width * height * 4);
  renderer.readRenderTargetPixels(target, 0, 0, width, height, pixels);
  renderer.setRenderTarget(null);
  target.dispose();
  material.dispose();
  (scene.children[0] as Mesh).geometry.dispose();
  return pixels;
}

function countWrong(a: Uint8Array, b: Uint8Array): number {
  let wrong = Math.abs(a.length - b.length);
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) wrong++;
  return wrong;
}

function compareLevels(one: Texture, other: Texture): { wrong: number; shades: number } {
  const shades = new Set<number>();
  let wrong = 0;
  for (let level = 0; Math.max(WIDTH, HEIGHT) >> level > 0; level++) {
    const texels = readTexels(one, level);
    for (const byte of texels) shades.add(byte);
    wrong += countWrong(texels, readTexels(other, level));
  }
  return { wrong, shades: shades.size };
}

/** A sheet of so many squares a side, bent so that every normal differs. */
function makeMesh(side: number): Mesh {
  const across = side + 1;
  const positions = new Float32Array(across * across * 3);
  const normals = new Float32Array(across * across * 3);
  for (let at = 0; at < across * across; at++) {
    const [x, y] = [(at % across) / side - 0.5, Math.floor(at / across) / side - 0.5];
    positions.set([x, y, 0.2 * Math.sin(9 * x * y)], at * 3);
    normals.set([Math.sin(20 * x), Math.sin(20 * y), 1], at * 3);
  }
  const index = new Uint32Array(side * side * 6);
  for (let cell = 0; cell < side * side; cell++) {
    const a = Math.floor(cell / side) * across + (cell % side);
    index.set([a, a + 1, a + across, a + across, a + 1, a + across + 1], cell * 6);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setIndex(new BufferAttribute(index, 1));
  return new Mesh(geometry, new MeshNormalMaterial());
}

function draw(mesh: Mesh): Uint8Array {
  const target = new WebGLRenderTarget(256, 256);
  const camera = new PerspectiveCamera(60, 1, 0.1, 10);
  camera.position.z = 1;
  camera.updateMatrixWorld();
  const scene = new Scene();
  scene.add(mesh);
  renderer.setRenderTarget(target);
  renderer.render(scene, camera);
  const pixels = new Uint8Array(256 * 256 * 4);
  renderer.readRenderTargetPixels(target, 0, 0, 256, 256, pixels);
  renderer.setRenderTarget(null);
  scene.remove(mesh);
  target.dispose();
  return pixels;
}

async function untilReady(): Promise<void> {
  while (!buffers.isReady()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Bytes that `bufferData` is given with something in them while `work` runs. */
function countFilled(work: () => void): number {
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<'bufferData', (...args: unknown[]) => void>;
  const original = prototype.bufferData;
  let bytes = 0;
  prototype.bufferData = function (...args) {
    if (ArrayBuffer.isView(args[1])) bytes += args[1].byteLength;
    Reflect.apply(original, this, args);
  };
  work();
  prototype.bufferData = original;
  return bytes;
}

window.parts = {
  async texture(kind) {
    const [inParts, atOnce] = [await makeTexture(kind), await makeTexture(kind)];
    const parts = [...textures.upload(inParts)];
    renderer.initTexture(atOnce);
    const compared = compareLevels(inParts, atOnce);
    const glError = gl.getError();
    inParts.dispose();
    atOnce.dispose();
    return { parts, ...compared, glError };
  },
  async samplers() {
    const first = fromBitmap(await makeBitmap());
    const second = first.clone();
    second.minFilter = LinearFilter;
    second.generateMipmaps = false;
    const third = first.clone();
    const whole = fromBitmap(await makeBitmap());
    const parts = [first, second, third].map((texture) => [...textures.upload(texture)].length);
    const wrong = [first, second, third].map((texture) => countWrong(readTexels(texture, 0), readTexels(whole, 0)));
    for (const texture of [first, second, third, whole]) texture.dispose();
    return { parts, wrong: wrong.reduce((sum, one) => sum + one, 0) };
  },
  async geometry() {
    await untilReady();
    const [inParts, atOnce] = [makeMesh(400), makeMesh(400)];
    const root = new Group().add(inParts);
    const parts: number[] = [];
    for (const buffer of listBuffers(root)) parts.push(...buffers.upload(root, buffer));
    let pixels = new Uint8Array();
    const filledLater = countFilled(() => (pixels = new Uint8Array(draw(inParts))));
    const wrong = countWrong(pixels, draw(atOnce));
    const glError = gl.getError();
    for (const mesh of [inParts, atOnce]) mesh.geometry.dispose();
    buffers.forget(root);
    return { parts, wrong, shades: new Set(pixels).size, glError, filledLater };
  },
  async abandon() {
    await untilReady();
    const before = { ...renderer.info.memory };
    const texture = await makeTexture('bitmap');
    const mesh = makeMesh(400);
    const root = new Group().add(mesh);
    const [buffer] = listBuffers(root);
    textures.upload(texture).next();
    if (buffer) buffers.upload(root, buffer).next();
    const during = { ...renderer.info.memory };
    texture.dispose();
    mesh.geometry.dispose();
    buffers.forget(root);
    return { before, during, after: { ...renderer.info.memory } };
  },
};
document.documentElement.dataset['ready'] = 'true';
