/**
 * The relics of a visit on the GPU: uploads what the mesh engine has loaded and draws what it reports.
 *
 * Protocol, once a frame and in this order: `engine.frame`, `show` with its report, `work`, then three renders. Between
 * frames the engine calls `prepare` and `release`. When the context is lost, `engine.loseContext` and `loseContext` at
 * once: what is given back only after a new context has come belongs to nobody, and the browser complains.
 */
import { Group } from 'three';
import type { Camera, Matrix4, Scene, WebGLRenderer } from 'three';
import type { MeshContent, MeshDraw, MeshReport, MeshStage } from '#streaming/mesh/ports.ts';
import type { AbortSignalLike } from '#streaming/ports.ts';
import type { RelicContent } from '../relicContent.ts';
import type { RelicObject } from '../relicPool.ts';
import { Cards } from './cards.ts';
import { setFade } from './fade.ts';
import { PosterAtlas } from './posterAtlas.ts';
import type { LoadPoster } from './posterAtlas.ts';
import { StandIn } from './standIn.ts';
import { Uploader } from './uploader.ts';
import type { UploadStats } from './uploader.ts';

export interface RelicStageOptions {
  readonly renderer: WebGLRenderer;
  /** In which the relics will stand: programs are made for its lights, environment and fog. */
  readonly scene: Scene;
  readonly camera: Camera;
  readonly requestFrame: () => void;
  readonly loadPoster: LoadPoster;
  /** Cards at once; 256 by default. */
  readonly mostCards?: number;
  /** Posters that there may be, for each of which memory is reserved; as many as cards by default and at most. */
  readonly posterCount?: number;
  /** Bytes uploaded in a frame, as long as its parts allow; 4 MB by default. */
  readonly burstBytes?: number;
}

export interface RelicStageStats extends UploadStats {
  /** In the latest frame, of one eye. */
  draws: number;
  triangles: number;
  cards: number;
  /** Of the posters; what the contents take the engine knows. */
  posterBytes: number;
}

const MOST_CARDS = 256;
const NOTHING: readonly StandIn[] = [];

export class RelicStage implements MeshStage {
  readonly group = new Group();
  readonly #uploader: Uploader;
  readonly #atlas: PosterAtlas;
  readonly #cards: Cards;
  /** Holds a content's programs while it lives; never in the scene. */
  readonly #templates = new Map<MeshContent, StandIn>();
  readonly #standIns = new Map<string, StandIn[]>();
  readonly #matrices = new Map<string, Matrix4>();
  readonly #bare = new Set<string>();
  readonly #listeners = new Set<(instanceId: string) => void>();
  readonly #changed = new Set<string>();
  #frame = 0;
  #draws = 0;
  #triangles = 0;

  constructor(options: RelicStageOptions) {
    const { requestFrame, loadPoster, mostCards = MOST_CARDS, posterCount = mostCards } = options;
    this.group.name = 'relics';
    this.#uploader = new Uploader(options);
    const posters = Math.max(1, Math.min(posterCount, mostCards));
    this.#atlas = new PosterAtlas(loadPoster, posters, requestFrame);
    this.#cards = new Cards(this.group, this.#atlas, mostCards);
  }

  /**
   * Where an instance stands: its model's frame → the frame of the group; a bare one has neither card nor placeholder.
   * Kept until it is said anew.
   */
  place(instanceId: string, matrix: Matrix4, isBare = false): void {
    if (isBare) this.#bare.add(instanceId);
    else this.#bare.delete(instanceId);
    this.#matrices.set(instanceId, matrix.clone());
    for (const standIn of this.#standIns.get(instanceId) ?? []) standIn.place(matrix);
  }

  /** Moves what has a place already, as often as every frame. */
  move(instanceId: string, matrix: Matrix4): void {
    this.#matrices.get(instanceId)?.copy(matrix);
    for (const standIn of this.#standIns.get(instanceId) ?? NOTHING) standIn.place(matrix);
  }

  /** It stands nowhere any more. */
  remove(instanceId: string): void {
    this.#matrices.delete(instanceId);
    this.#bare.delete(instanceId);
    for (const standIn of this.#standIns.get(instanceId) ?? []) standIn.dispose();
    if (this.#standIns.delete(instanceId)) this.#changed.add(instanceId);
  }

  async prepare(content: MeshContent, signal: AbortSignalLike): Promise<void> {
    const template = new StandIn('', content as RelicContent, '');
    this.#templates.set(content, template);
    await this.#uploader.add(template.root, content.gpuBytes, signal);
  }

  release(content: MeshContent): void {
    for (const [instanceId, standIns] of this.#standIns) {
      const kept = standIns.filter((standIn) => standIn.content !== content);
      if (kept.length === standIns.length) continue;
      for (const standIn of standIns) if (standIn.content === content) standIn.dispose();
      this.#standIns.set(instanceId, kept);
      this.#changed.add(instanceId);
    }
    const template = this.#templates.get(content);
    this.#templates.delete(content);
    template?.dispose();
    (content as RelicContent).dispose();
    if (template) this.#uploader.forget(template.root);
  }

  /** Puts a frame's draws and cards into the group. */
  show(report: MeshReport): void {
    this.#frame++;
    this.#draws = 0;
    this.#triangles = 0;
    for (let i = 0; i < report.drawCount; i++) {
      const draw = report.draws[i];
      if (draw) this.#draw(draw);
    }
    for (const standIns of this.#standIns.values()) {
      for (const standIn of standIns) standIn.root.visible = standIn.drawnFrame === this.#frame;
    }
    this.#cards.show(report, this.#bare);
    this.#tell();
  }

  /** Uploads a little; asks for another frame while there is more. */
  work(): void {
    this.#uploader.work();
  }

  /** What stands in for an instance in the latest frame, the step that comes before the one that leaves. */
  objectsOf(instanceId: string): readonly RelicObject[] {
    const drawn = (this.#standIns.get(instanceId) ?? []).filter(({ drawnFrame }) => drawnFrame === this.#frame);
    return drawn.sort((a, b) => a.fade.isLeaving.value - b.fade.isLeaving.value);
  }

  /** Called inside `show` for every instance of which `objectsOf` answers otherwise than before. */
  onChange(listener: (instanceId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets go of what three holds for cards and uploads; it makes them anew when they are next drawn. */
  loseContext(): void {
    this.#cards.loseContext();
    this.#atlas.texture.dispose();
    this.#uploader.loseContext();
  }

  get stats(): RelicStageStats {
    return {
      ...this.#uploader.stats,
      draws: this.#draws,
      triangles: this.#triangles,
      cards: this.#cards.count,
      posterBytes: this.#atlas.gpuBytes,
    };
  }

  /** Contents are the engine's: dispose of that first. */
  dispose(): void {
    this.#uploader.dispose();
    for (const standIns of this.#standIns.values()) for (const standIn of standIns) standIn.dispose();
    this.#standIns.clear();
    this.#cards.dispose();
    this.#atlas.dispose();
    this.group.removeFromParent();
    this.#listeners.clear();
  }

  #draw({ instance, content, step, share, isLeaving }: MeshDraw): void {
    let standIn = this.#find(instance.id, content);
    if (!standIn) {
      standIn = this.#add(instance.id, content, instance.asset.steps[step]?.quality ?? '');
    }
    if (standIn.drawnFrame !== this.#frame - 1) this.#changed.add(instance.id);
    standIn.drawnFrame = this.#frame;
    setFade(standIn.fade, share, isLeaving);
    this.#draws += content.draws;
    this.#triangles += content.triangles;
  }

  #find(instanceId: string, content: MeshContent): StandIn | undefined {
    for (const standIn of this.#standIns.get(instanceId) ?? []) if (standIn.content === content) return standIn;
    return undefined;
  }

  #add(instanceId: string, content: MeshContent, quality: string): StandIn {
    const standIn = new StandIn(instanceId, content as RelicContent, quality);
    const matrix = this.#matrices.get(instanceId);
    if (matrix) standIn.place(matrix);
    this.#standIns.set(instanceId, [...(this.#standIns.get(instanceId) ?? []), standIn]);
    this.group.add(standIn.root);
    return standIn;
  }

  #tell(): void {
    for (const standIns of this.#standIns.values()) {
      for (const one of standIns) if (one.drawnFrame === this.#frame - 1) this.#changed.add(one.instanceId);
    }
    for (const instanceId of this.#changed) for (const listener of this.#listeners) listener(instanceId);
    this.#changed.clear();
  }
}
