/** A headset without a device: the scene's own frames, drawn for two eyes as three draws them in a session. */
import { _roots } from '@react-three/fiber';
import { ArrayCamera, Euler, Matrix4, PerspectiveCamera, Quaternion, Vector3, Vector4 } from 'three';
import type { SceneHandle } from '#scene/mount.tsx';

/** Tangents from the left eye's axis to the left, right, top and bottom of its picture; the right eye's are mirrored. */
export interface HeadsetShape {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tangents: readonly [left: number, right: number, top: number, bottom: number];
  /** Metres between the eyes. */
  readonly ipd: number;
}

/** Metres and degrees, in the place's frame. */
export interface HeadPose {
  readonly position: readonly [number, number, number];
  readonly yaw: number;
  readonly pitch: number;
}

export interface EyePictures {
  /** Colours at points (fractions of an eye's picture from the upper left), first the left eye's, then the right one's. */
  readonly colours: number[][];
  /** Pixels in which nothing was drawn, per eye. */
  readonly empty: [number, number];
}

const [NEAR, FAR] = [0.05, 1_000];
const RADIANS = Math.PI / 180;
const ROOM = [0x15, 0x11, 0x0e];

export class Headset {
  readonly #scene: SceneHandle;
  readonly #canvas: HTMLCanvasElement;
  readonly #shape: HeadsetShape;
  readonly #both: ArrayCamera;

  constructor(scene: SceneHandle, canvas: HTMLCanvasElement, shape: HeadsetShape) {
    this.#scene = scene;
    this.#canvas = canvas;
    this.#shape = shape;
    const [left, right, top, bottom] = shape.tangents.map((tangent) => tangent * NEAR) as [number, number, number, number]; // prettier-ignore
    const eyes = [0, 1].map((eye) => {
      const camera = new PerspectiveCamera();
      const [toLeft, toRight] = eye === 0 ? [left, right] : [right, left];
      camera.projectionMatrix.makePerspective(-toLeft, toRight, top, -bottom, NEAR, FAR);
      camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
      camera.viewport = new Vector4(eye * shape.widthPx, 0, shape.widthPx, shape.heightPx);
      camera.matrixAutoUpdate = camera.matrixWorldAutoUpdate = false;
      camera.layers.mask = 1 | (2 << eye);
      return camera;
    });
    this.#both = new ArrayCamera(eyes);
    this.#both.matrixAutoUpdate = this.#both.matrixWorldAutoUpdate = false;
    this.#both.layers.mask = 0b111;
    this.#both.projectionMatrix.copy(eyes[0]?.projectionMatrix ?? new Matrix4());
    const { xr } = scene.renderer;
    xr.enabled = true;
    xr.isPresenting = true;
    xr.cameraAutoUpdate = false;
    xr.getCamera = () => this.#both as ReturnType<typeof xr.getCamera>;
  }

  move({ position, yaw, pitch }: HeadPose): void {
    const turn = new Quaternion().setFromEuler(new Euler(pitch * RADIANS, -yaw * RADIANS, 0, 'YXZ'));
    const head = new Matrix4().compose(new Vector3(...position), turn, new Vector3(1, 1, 1));
    for (const [index, camera] of this.#both.cameras.entries()) {
      const aside = (index - 0.5) * this.#shape.ipd;
      camera.matrix.copy(head).multiply(new Matrix4().makeTranslation(aside, 0, 0));
      camera.matrixWorld.copy(camera.matrix);
      camera.matrixWorldInverse.copy(camera.matrixWorld).invert();
    }
    this.#both.matrixWorld.copy(head);
    this.#both.matrixWorldInverse.copy(head).invert();
  }

  frame(): void {
    const { renderer } = this.#scene;
    renderer.setScissorTest(false);
    _roots.get(this.#canvas)?.store.getState().advance(performance.now());
  }

  /** Draws until the picture is sharp. Returns how many frames it took, and the most tiles that came in one of them. */
  async settle(): Promise<{ frames: number; mostUploads: number }> {
    let [frames, mostUploads] = [0, 0];
    let isSharp = false;
    void this.#scene.whenSharp().then(() => (isSharp = true));
    while (!isSharp) {
      const before = this.#scene.stats().uploads;
      this.frame();
      frames++;
      mostUploads = Math.max(mostUploads, this.#scene.stats().uploads - before);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    return { frames, mostUploads };
  }

  #read(): { pixels: Uint8Array; width: number; height: number } {
    this.frame();
    const gl = this.#scene.renderer.getContext();
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const pixels = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return { pixels, width, height };
  }

  look(points: readonly (readonly [number, number])[]): EyePictures {
    const { pixels, width } = this.#read();
    const { widthPx, heightPx } = this.#shape;
    const empty: [number, number] = [0, 0];
    for (let y = 0; y < heightPx; y++) {
      for (let x = 0; x < 2 * widthPx; x++) {
        const at = (y * width + x) * 4;
        if (ROOM.every((value, k) => pixels[at + k] === value)) empty[x < widthPx ? 0 : 1]++;
      }
    }
    const colours = [0, 1].flatMap((eye) =>
      points.map(([x, y]) => {
        const row = heightPx - 1 - Math.floor(y * heightPx);
        const at = (row * width + eye * widthPx + Math.floor(x * widthPx)) * 4;
        return [...pixels.subarray(at, at + 3)];
      }),
    );
    return { colours, empty };
  }

  /** Both eyes' pictures side by side, as the address of a PNG. */
  picture(): string {
    const { pixels, width, height } = this.#read();
    const picture = new OffscreenCanvas(width, height);
    const image = new ImageData(width, height);
    for (let y = 0; y < height; y++) {
      image.data.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), (height - 1 - y) * width * 4);
    }
    picture.getContext('2d')?.putImageData(image, 0, 0);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    return canvas.toDataURL('image/png');
  }
}
