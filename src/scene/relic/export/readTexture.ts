/** A picture of a texture that can be drawn into a canvas, wherever the texture lies. */
import {
  CanvasTexture,
  GLSL3,
  Mesh,
  OrthographicCamera,
  PlaneGeometry,
  RawShaderMaterial,
  SRGBColorSpace,
  WebGLRenderTarget,
} from 'three';
import type { Texture, WebGLRenderer } from 'three';

/** The texture itself where its picture is at hand; else a copy of what lies on the GPU, which the caller disposes. */
export function readTexture(texture: Texture, renderer: WebGLRenderer, mostPx: number): Texture {
  if (isDrawable(texture)) return texture;
  const { width, height } = sizeOf(texture, renderer, mostPx);
  const pixels = readFromGpu(texture, renderer, width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas to draw textures into');
  context.putImageData(new ImageData(pixels, width, height), 0, 0);
  const copy = new CanvasTexture(canvas);
  copy.flipY = texture.flipY;
  copy.colorSpace = texture.colorSpace;
  copy.channel = texture.channel;
  copy.wrapS = texture.wrapS;
  copy.wrapT = texture.wrapT;
  copy.repeat.copy(texture.repeat);
  copy.offset.copy(texture.offset);
  copy.rotation = texture.rotation;
  return copy;
}

/** A bitmap that was given back after its upload has no size any more. */
function isDrawable(texture: Texture): boolean {
  const image: unknown = texture.image;
  const isPicture =
    image instanceof HTMLImageElement ||
    image instanceof HTMLCanvasElement ||
    image instanceof ImageBitmap ||
    (typeof OffscreenCanvas !== 'undefined' && image instanceof OffscreenCanvas);
  return isPicture && image.width > 0 && image.height > 0;
}

function sizeOf(texture: Texture, renderer: WebGLRenderer, mostPx: number): { width: number; height: number } {
  const image = texture.image as { width?: number; height?: number } | null;
  let [width, height] = [image?.width ?? 0, image?.height ?? 0];
  if (width === 0 || height === 0) {
    const [lowX = 0, highX = 0, lowY = 0, highY = 0] = readFromGpu(texture, renderer, 1, 1, true);
    [width, height] = [lowX + highX * 256, lowY + highY * 256];
  }
  const scale = Math.min(1, mostPx / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const VERTEX = `in vec3 position; in vec2 uv; out vec2 at;
void main() { at = uv; gl_Position = vec4( position.xy, 0.0, 1.0 ); }`;
/** Copies the picture, or says its size as four bytes. */
const FRAGMENT = `precision highp float; precision highp int;
in vec2 at; out vec4 colour; uniform sampler2D picture; uniform bool isSrgb; uniform bool isMeasured;
vec3 encode( vec3 c ) {
  return mix( 1.055 * pow( c, vec3( 1.0 / 2.4 ) ) - 0.055, 12.92 * c, vec3( lessThan( c, vec3( 0.0031308 ) ) ) );
}
void main() {
  colour = texture( picture, at );
  if ( isSrgb ) colour.rgb = encode( colour.rgb );
  if ( isMeasured ) {
    ivec2 size = textureSize( picture, 0 );
    colour = vec4( size.x & 255, size.x >> 8, size.y & 255, size.y >> 8 ) / 255.0;
  }
}`;

function readFromGpu(
  texture: Texture,
  renderer: WebGLRenderer,
  width: number,
  height: number,
  isMeasured = false,
): Uint8ClampedArray<ArrayBuffer> {
  const target = new WebGLRenderTarget(width, height, { depthBuffer: false });
  const geometry = new PlaneGeometry(2, 2);
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      picture: { value: texture },
      isSrgb: { value: texture.colorSpace === SRGBColorSpace },
      isMeasured: { value: isMeasured },
    },
    depthTest: false,
    depthWrite: false,
  });
  const quad = new Mesh(geometry, material);
  quad.frustumCulled = false;
  const before = renderer.getRenderTarget();
  const { enabled } = renderer.xr;
  try {
    renderer.xr.enabled = false;
    renderer.setRenderTarget(target);
    renderer.render(quad, new OrthographicCamera());
    const pixels = new Uint8ClampedArray(width * height * 4);
    // The first row that is read is the first of the picture, since glTF's textures are not turned over.
    renderer.readRenderTargetPixels(target, 0, 0, width, height, pixels);
    return pixels;
  } finally {
    renderer.setRenderTarget(before);
    renderer.xr.enabled = enabled;
    target.dispose();
    geometry.dispose();
    material.dispose();
  }
}
