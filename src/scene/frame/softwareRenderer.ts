import type { WebGLRenderer } from 'three';

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
/** What browsers say that keep the name of the graphics card to themselves unless they are asked for it. */
const MASKED = /^(webkit webgl|mozilla)?$/i;

/** Whether pictures are computed by the processor, where every pixel costs: costly extras are left out there. */
export function isSoftwareRenderer(renderer: WebGLRenderer): boolean {
  const context = renderer.getContext();
  const name = String(context.getParameter(context.RENDERER) ?? '');
  if (!MASKED.test(name)) return SOFTWARE.test(name);
  const extension = context.getExtension('WEBGL_debug_renderer_info');
  return extension !== null && SOFTWARE.test(String(context.getParameter(extension.UNMASKED_RENDERER_WEBGL) ?? ''));
}
