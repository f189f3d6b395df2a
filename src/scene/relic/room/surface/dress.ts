import { DoubleSide, type Group, type Material, type Mesh, type MeshBasicMaterial, type Plane, type Side } from 'three';
import type { Surface } from '#document/relicSchema.ts';
import { listMeshes } from '#scene/relic/measure/listMeshes.ts';
import type { RelicObject } from '#scene/relic/relicPool.ts';
import { patchFade } from '#scene/relic/stage/fade.ts';
import { patchShow, type Show } from './patchShow.ts';
import { createSurface, createWire } from './surfaces.ts';
import { createTwin } from './twin.ts';

export interface Attire {
  readonly surface: Surface;
  readonly variant: string | null;
  /** Cuts away what lies on the far side of these planes. */
  readonly planes: Plane[] | null;
}

/**
 * The materials that one object of the pool wears in the relic room. Those of a surface are made when it is first
 * worn and kept, so that their programs are; the pool's own come back with `undress`.
 */
export class Dress {
  readonly object: RelicObject;
  readonly meshes: readonly Mesh[];
  readonly #group: Group;
  readonly #show: Show;
  readonly #own: readonly (Material | Material[])[];
  readonly #worn = new Map<string, readonly (Material | Material[])[]>();
  readonly #sides = new Map<Material, Side>();
  #wires: Mesh[] = [];
  #wire: MeshBasicMaterial | null = null;

  /** Twins of its meshes are put into `group`. */
  constructor(object: RelicObject, group: Group, show: Show) {
    this.object = object;
    this.meshes = listMeshes(object.root);
    this.#group = group;
    this.#show = show;
    this.#own = this.meshes.map(({ material }) => material);
    for (const mesh of this.meshes) mesh.castShadow = mesh.receiveShadow = true;
  }

  wear({ surface, variant, planes }: Attire): void {
    const key = `${surface} ${surface === 'textured' ? (variant ?? '') : ''} ${variant === null ? '' : 'variant'}`;
    const materials = this.#worn.get(key) ?? this.#make(surface, variant);
    this.#worn.set(key, materials);
    this.meshes.forEach((mesh, index) => {
      const material = materials[index];
      if (!material) return;
      mesh.material = material;
      for (const one of listOf(material)) this.#cut(one, planes);
    });
    this.#setWires(surface === 'wireframe', planes);
  }

  /** How dense lines lie: a fine mesh far away would be one white body. */
  setWireOpacity(opacity: number): void {
    if (this.#wire) this.#wire.opacity = opacity;
  }

  /** Gives the object its own materials back. */
  undress(): void {
    this.meshes.forEach((mesh, index) => {
      const own = this.#own[index];
      if (own) mesh.material = own;
    });
    this.#setWires(false, null);
    for (const materials of this.#worn.values()) for (const one of materials.flatMap(listOf)) one.dispose();
    this.#worn.clear();
    this.#sides.clear();
    this.#wire?.dispose();
    this.#wire = null;
  }

  #make(surface: Surface, variant: string | null): (Material | Material[])[] {
    const made = new Map<Material, Material>();
    const exchange = (own: Material, hasNormals: boolean): Material => {
      const known = made.get(own);
      if (known) return known;
      const material = createSurface(surface, own, hasNormals);
      made.set(own, material);
      this.#sides.set(material, material.side);
      this.#join(material);
      return material;
    };
    const { content } = this.object;
    // The content's own meshes still have what the file gave them.
    return listMeshes(content.root).map((mesh) => {
      const hasNormals = mesh.geometry.hasAttribute('normal');
      const own = content.materialOf(mesh, variant);
      return Array.isArray(own) ? own.map((one) => exchange(one, hasNormals)) : exchange(own, hasNormals);
    });
  }

  #join(material: Material): void {
    patchShow(material, this.#show);
    patchFade(material, this.object.fade);
  }

  /** Through a cut one sees the inside of what has no inside of its own. */
  #cut(material: Material, planes: Plane[] | null): void {
    const side = planes ? DoubleSide : (this.#sides.get(material) ?? material.side);
    if (material.side !== side) {
      material.side = side;
      material.needsUpdate = true;
    }
    material.clippingPlanes = planes;
    material.clipShadows = planes !== null;
  }

  #setWires(isShown: boolean, planes: Plane[] | null): void {
    if (isShown && !this.#wire) {
      const wire = createWire();
      this.#join(wire);
      this.#wire = wire;
      this.#wires = this.meshes.map((mesh) => createTwin(mesh, wire));
    }
    if (this.#wire) this.#wire.clippingPlanes = planes;
    for (const wire of this.#wires) {
      if (isShown) this.#group.add(wire);
      else wire.removeFromParent();
    }
  }
}

export function listOf<Item>(one: Item | Item[]): Item[] {
  return Array.isArray(one) ? one : [one];
}
