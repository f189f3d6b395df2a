import {
  BufferAttribute,
  BufferGeometry,
  FramebufferTexture,
  GLSL3,
  Mesh,
  RGBFormat,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Camera, Scene, WebGLRenderer } from 'three';

/** Seconds that a still takes to fade; a headset's comfort asks for no more than 0.3. */
const FADE_SECONDS = 0.28;
/** Seconds after which it fades whether what comes is ready or not. */
const PATIENCE_SECONDS = 12;
/** Over everything, marks and labels included. */
const LAST_RENDER_ORDER = 10_000;

const VERTEX = /* glsl */ `
out vec2 vOn;

void main() {
  vOn = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

/** The picture is what was on the screen, so it goes back onto it as it is. */
const FRAGMENT = /* glsl */ `
uniform sampler2D picture;
uniform float opacity;
in vec2 vOn;
out vec4 fragmentColor;

void main() {
  fragmentColor = vec4(texture(picture, vOn).rgb, opacity);
}
`;

/**
 * The picture of this moment, kept over everything while the scene beneath changes, and faded once that is ready: the
 * way from a cave into a hall and back leads through no dark frame. In this order: `take` before anything changes,
 * `step` once a frame, in which the other scene is drawn already.
 */
export class Still {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #renderer: WebGLRenderer;
  readonly #size = new Vector2();
  #texture: FramebufferTexture | null = null;
  #takenAt = -1;
  #fadingSince = -1;

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
    const geometry = new BufferGeometry();
    // One triangle that covers the screen.
    geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
    const material = new ShaderMaterial({
      name: 'still',
      glslVersion: GLSL3,
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { picture: { value: null }, opacity: { value: 1 } },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.name = 'still';
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = LAST_RENDER_ORDER;
    this.mesh.visible = false;
  }

  get isShown(): boolean {
    return this.mesh.visible;
  }

  get gpuBytes(): number {
    return this.#texture ? this.#texture.image.width * this.#texture.image.height * 4 : 0;
  }

  /** Draws the scene as it is once more, since a canvas forgets its picture, and keeps it. Not in a headset. */
  take(scene: Scene, camera: Camera): void {
    const renderer = this.#renderer;
    if (renderer.xr.isPresenting || renderer.getContext().isContextLost()) return;
    renderer.getDrawingBufferSize(this.#size);
    if (this.#texture?.image.width !== this.#size.x || this.#texture.image.height !== this.#size.y) {
      this.#texture?.dispose();
      this.#texture = new FramebufferTexture(this.#size.x, this.#size.y);
      // The canvas has no alpha, and what has none cannot be copied to what has.
      this.#texture.format = RGBFormat;
      this.#texture.internalFormat = 'RGB8';
    }
    renderer.render(scene, camera);
    renderer.copyFramebufferToTexture(this.#texture);
    const { uniforms } = this.mesh.material;
    if (uniforms['picture']) uniforms['picture'].value = this.#texture;
    this.#setOpacity(1);
    this.mesh.visible = true;
    this.#takenAt = this.#fadingSince = -1;
  }

  /** Moves on; `isReady` says whether what lies beneath is drawn. Says whether another frame is wanted. */
  step(now: number, isReady: boolean, isCut: boolean): boolean {
    if (!this.mesh.visible) return false;
    if (this.#takenAt < 0) this.#takenAt = now;
    if (this.#fadingSince < 0 && (isReady || now - this.#takenAt > PATIENCE_SECONDS)) this.#fadingSince = now;
    if (this.#fadingSince < 0) return false;
    const t = isCut ? 1 : Math.min(1, (now - this.#fadingSince) / FADE_SECONDS);
    this.#setOpacity(1 - t * t * (3 - 2 * t));
    if (t < 1) return true;
    this.forget();
    return false;
  }

  /** Is gone at once, its memory too. */
  forget(): void {
    this.mesh.visible = false;
    this.#texture?.dispose();
    this.#texture = null;
  }

  dispose(): void {
    this.forget();
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #setOpacity(opacity: number): void {
    const { uniforms } = this.mesh.material;
    if (uniforms['opacity']) uniforms['opacity'].value = opacity;
  }
}
