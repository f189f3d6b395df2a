import { PMREMGenerator, type Texture, type WebGLRenderer } from 'three';
import { RoomEnvironment } from 'three/examples/jsm/environments/RoomEnvironment.js';

/** Some light from all around; the room takes it from whoever makes it. */
export function createLight(renderer: WebGLRenderer): { readonly environment: Texture } {
  const generator = new PMREMGenerator(renderer);
  const { texture } = generator.fromScene(new RoomEnvironment(), 0.04);
  generator.dispose();
  return { environment: texture };
}
