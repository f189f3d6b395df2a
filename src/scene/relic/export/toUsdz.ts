/** A relic as USDZ for Quick Look: metres, Y up, standing at its true size. */
import { USDZExporter } from 'three/addons/exporters/USDZExporter.js';
import type { Object3D, Texture, WebGLRenderer } from 'three';
import { bakeForUsd } from './bakeForUsd.ts';
import { readTexture } from './readTexture.ts';

export interface UsdzOptions {
  /** The renderer that drew the relic: textures may lie on its GPU alone. */
  readonly renderer: WebGLRenderer;
}

/** Quick Look lives in the memory of a phone. */
const MOST_TEXTURE_PX = 2_048;

/** The exporter takes the canvas of a texture, which those on the GPU alone do not have. Throws where nothing is shown. */
export async function toUsdz(root: Object3D, { renderer }: UsdzOptions): Promise<Uint8Array<ArrayBuffer>> {
  const made: Texture[] = [];
  const baked = bakeForUsd(root, (texture) => {
    const readable = readTexture(texture, renderer, MOST_TEXTURE_PX);
    if (readable !== texture) made.push(readable);
    return readable;
  });
  try {
    if (baked.group.children.length === 0) throw new Error('the relic has no surface that could be shown');
    return await new USDZExporter().parseAsync(baked.group, {
      quickLookCompatible: true,
      maxTextureSize: MOST_TEXTURE_PX,
      includeAnchoringProperties: true,
      ar: { anchoring: { type: 'plane' }, planeAnchoring: { alignment: 'horizontal' } },
    });
  } finally {
    baked.dispose();
    for (const texture of made) texture.dispose();
  }
}
