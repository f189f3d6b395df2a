import type { BufferGeometry } from 'three';
import {
  DoubleSide,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
  type IUniform,
} from 'three';

/** Pointers that are shown at once; a visitor has two hands, and eyes. */
export const MOST_POINTERS = 4;

export interface InstancesOptions {
  /** One instance is drawn from this. */
  readonly shape: BufferGeometry;
  readonly vertexShader: string;
  readonly fragmentShader: string;
  readonly uniforms: Readonly<Record<string, IUniform>>;
  readonly renderOrder: number;
  /** Numbers of each instance by the name of its attribute. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** A few see-through things of one shape, in one draw call. */
export class Instances {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;

  constructor({ shape, vertexShader, fragmentShader, uniforms, renderOrder, sizes }: InstancesOptions) {
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(shape.index);
    geometry.setAttribute('position', shape.attributes.position!);
    for (const [name, size] of Object.entries(sizes)) {
      const attribute = new InstancedBufferAttribute(new Float32Array(MOST_POINTERS * size), size);
      geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage));
    }
    geometry.instanceCount = 0;
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      uniforms: { ...uniforms },
      transparent: true,
      side: DoubleSide,
      depthWrite: false,
      toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.renderOrder = renderOrder;
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  get count(): number {
    return this.mesh.geometry.instanceCount;
  }

  set count(count: number) {
    this.mesh.geometry.instanceCount = count;
    this.mesh.visible = count > 0;
  }

  /** The numbers of an attribute, to be written to. */
  numbers(name: string): Float32Array {
    const attribute = this.mesh.geometry.attributes[name] as InstancedBufferAttribute;
    attribute.needsUpdate = true;
    return attribute.array as Float32Array;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
