/** Specular and glossiness, which three has dropped, as the physical material that looks like it. */
import type { GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import { Color, LinearSRGBColorSpace, MeshPhysicalMaterial, SRGBColorSpace } from 'three';
import type { MeshPhysicalMaterialParameters, Texture } from 'three';

const NAME = 'KHR_materials_pbrSpecularGlossiness';

interface SpecGloss {
  readonly diffuseFactor?: readonly number[];
  readonly diffuseTexture?: { index: number };
  readonly specularFactor?: readonly number[];
  readonly glossinessFactor?: number;
  readonly specularGlossinessTexture?: { index: number };
}

export function createSpecGlossPlugin(parser: GLTFParser) {
  const json = parser.json as { materials?: { extensions?: Record<string, SpecGloss> }[] };
  const find = (index: number): SpecGloss | undefined => json.materials?.[index]?.extensions?.[NAME];
  return {
    name: NAME,
    getMaterialType: (index: number) => (find(index) ? MeshPhysicalMaterial : null),
    async extendMaterialParams(index: number, params: MeshPhysicalMaterialParameters): Promise<void> {
      const found = find(index);
      if (!found) return;
      const { diffuseFactor = [1, 1, 1, 1], specularFactor = [1, 1, 1], glossinessFactor = 1 } = found;
      const [r = 1, g = 1, b = 1, a = 1] = diffuseFactor;
      params.color = new Color().setRGB(r, g, b, LinearSRGBColorSpace);
      params.opacity = a;
      params.metalness = 0;
      params.roughness = 1 - glossinessFactor;
      const [sr = 1, sg = 1, sb = 1] = specularFactor;
      params.specularColor = new Color().setRGB(sr, sg, sb, LinearSRGBColorSpace);
      // What reflects more than a dielectric can is as near as the material comes to it.
      params.ior = 2.333;
      params.specularIntensity = 1;
      const assign = (map: string, def: { index: number }) => parser.assignTexture(params, map, def, SRGBColorSpace);
      if (found.diffuseTexture) await assign('map', found.diffuseTexture);
      if (found.specularGlossinessTexture) {
        await assign('specularColorMap', found.specularGlossinessTexture);
        const roughness = params.specularColorMap && roughnessOf(params.specularColorMap, glossinessFactor);
        if (roughness) {
          params.roughnessMap = roughness;
          params.roughness = 1;
        }
      }
    },
  };
}

/** Glossiness lies in alpha and roughness in green. Null where the picture cannot be read back, as when compressed. */
function roughnessOf(texture: Texture, factor: number): Texture | null {
  const { image } = texture as { image: unknown };
  if (!(image instanceof ImageBitmap)) return null;
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height);
  for (let at = 0; at < pixels.data.length; at += 4) {
    pixels.data[at + 1] = 255 - (pixels.data[at + 3] ?? 255) * factor;
    pixels.data[at + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  const made = texture.clone();
  made.image = canvas.transferToImageBitmap();
  made.colorSpace = '';
  made.needsUpdate = true;
  return made;
}
