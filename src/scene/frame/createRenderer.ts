import { WebGLRenderer } from 'three';
import { hushThree } from './hushThree.ts';
import { SceneError } from './sceneError.ts';

/**
 * A renderer on a WebGL 2 context of our own asking, so that a browser without one is told apart from other faults.
 * No antialiasing: a panorama has no edges, and its texels are filtered. The stencil serves the cross-fade.
 */
export function createRenderer(canvas: HTMLCanvasElement): WebGLRenderer {
  const attributes: WebGLContextAttributes = {
    alpha: false,
    antialias: false,
    depth: true,
    stencil: true,
    powerPreference: 'high-performance',
  };
  hushThree();
  const context = canvas.getContext('webgl2', attributes);
  if (!context) throw new SceneError('no-webgl2', 'this browser offers no WebGL 2; a picture cannot be drawn');
  return new WebGLRenderer({ ...attributes, canvas, context });
}
