import { Group, Mesh } from 'three';
import type { DataTexture, WebGLRenderer } from 'three';
import type { Exhibition, ExhibitionNode, Hotspot } from '#document/schema.ts';
import { pickText } from '#i18n/pickText.ts';
import type { Exhibit, HallPlan } from '#tour/gallery/plan.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { type Floor, floorOf } from '#tour/walk/floor.ts';
import { type NamedPlate, Plates } from './label/plates.ts';
import { type BakedLight, bakeLight } from './light/bakeLight.ts';
import { buildRoom } from './room/buildRoom.ts';
import { createContactShadows, setContact } from './room/contactShadows.ts';
import { Portals } from './room/portals.ts';
import { createHallUniforms, createRoomMaterial } from './room/roomMaterial.ts';
import { createSupports } from './room/supports.ts';

/** A plate on a plinth is read from this far, one on a wall or over a door from as far as it is wide, times this. */
const READABLE_WIDTHS = 10;

/** A hall as it is drawn, without its relics: built at once from its plan. */
export class Hall {
  readonly group = new Group();
  readonly plan: HallPlan;
  readonly floor: Floor;
  /** Milliseconds that building it took. */
  readonly buildMs: number;
  readonly #light: BakedLight;
  readonly #meshes: readonly Mesh[];
  readonly #portals: Portals;
  readonly #contacts: Mesh;
  #plates: Plates | null = null;

  constructor(plan: HallPlan, noise: DataTexture) {
    const began = performance.now();
    this.plan = plan;
    this.floor = floorOf(plan);
    this.group.name = 'hall';
    this.#light = bakeLight(plan);
    this.#portals = new Portals(plan.doorways.length);
    const uniforms = createHallUniforms(plan, this.#light, noise);
    const room = new Mesh(buildRoom(plan, this.#light.lamps), createRoomMaterial(uniforms, this.#portals));
    room.name = 'room';
    this.#contacts = createContactShadows(plan);
    this.#meshes = [room, createSupports(plan, uniforms), this.#contacts];
    this.group.add(...this.#meshes);
    for (const mesh of this.#meshes) mesh.matrixAutoUpdate = false;
    this.buildMs = performance.now() - began;
  }

  get plates(): Plates | null {
    return this.#plates;
  }

  get gpuBytes(): number {
    const { floor, walls } = this.#light;
    const light = [floor, walls].reduce((sum, { image }) => sum + image.width * image.height * 8 * 1.34, 0);
    return Math.round(light) + this.#portals.gpuBytes + (this.#plates?.gpuBytes ?? 0);
  }

  /** Fetches what is seen through the doors; `onChange` is called whenever there is more to see. */
  openDoors(
    exhibition: Exhibition,
    nodeId: string,
    resolve: (uri: string) => string | null,
    onChange: () => void,
  ): void {
    this.#portals.load(this.plan, exhibition, nodeId, resolve, onChange);
  }

  /** Writes the plates anew, in a language and a list of typefaces. */
  label(exhibition: Exhibition, nodeId: string, language: string, family: string): void {
    this.#plates?.mesh.removeFromParent();
    this.#plates?.dispose();
    const named = namePlates(this.plan, exhibition, nodeId, language);
    this.#plates = new Plates(named, family);
    // The page hears when typefaces have come, and has the plates written again.
    document.fonts.load(`600 32px ${family}`, named.map(({ text }) => text).join('')).catch(() => undefined);
    this.#plates.mesh.matrixAutoUpdate = false;
    this.group.add(this.#plates.mesh);
  }

  /** Says whether a relic is in its place, for the dark beneath it. */
  setInPlace(hotspotId: string, isInPlace: boolean): void {
    setContact(this.#contacts, hotspotId, isInPlace);
  }

  /** Has the GPU make the programs ahead of the first frame. */
  compile(renderer: WebGLRenderer, camera: Parameters<WebGLRenderer['compile']>[1]): void {
    renderer.compile(this.group, camera);
  }

  dispose(): void {
    this.group.removeFromParent();
    for (const { geometry, material } of this.#meshes) {
      geometry.dispose();
      for (const one of [material].flat()) one.dispose();
    }
    this.#plates?.dispose();
    this.#light.floor.dispose();
    this.#light.walls.dispose();
    this.#portals.dispose();
  }
}

/** The names of exhibits in their order, then those of the doors. */
export function namePlates(plan: HallPlan, exhibition: Exhibition, nodeId: string, language: string): NamedPlate[] {
  const node = findNode(exhibition, nodeId);
  const name = (labels: Hotspot['label']): { text: string; language: string } =>
    pickText(labels, language, exhibition.defaultLanguage);
  return [
    ...plan.exhibits.map((exhibit) => plateOf(exhibit, name(labelOf(node, exhibit)))),
    ...plan.doorways.map(({ plate, to, link }) => {
      const label = node?.links?.[link]?.label ?? findNode(exhibition, to)?.label ?? {};
      return { plate, readableFrom: plate.width * READABLE_WIDTHS, ...name(label) };
    }),
  ];
}

function plateOf({ plate }: Exhibit, { text, language }: { text: string; language: string }): NamedPlate {
  return { plate, text, language, readableFrom: plate.width * READABLE_WIDTHS };
}

function labelOf(node: ExhibitionNode | undefined, { hotspotId }: Exhibit): Hotspot['label'] {
  return node?.hotspots?.find(({ id }) => id === hotspotId)?.label ?? {};
}
