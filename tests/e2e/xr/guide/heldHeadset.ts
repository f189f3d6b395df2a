/** A headset in a visit whose time the test holds: pictures are drawn when they are asked for, and panels pressed by a ray. */
import { bare } from '../../guide/script.ts';
import type { HeldTime } from '../../guide/heldTime.ts';
import { MARGIN, PANEL_WIDTH, PIXELS_PER_METRE, READING_DISTANCE, TARGET } from '#xr/panel/layout/measures.ts';
import { type Direction, EmulatedHeadset } from '../headset.ts';
import { drawnSheets, type Sheet } from './sheetLog.ts';

const FRAME_MS = 20;
/** A panel stands a little below the horizon, and its face looks at the eyes. */
const PANEL_PITCH = (-5 * Math.PI) / 180;
/** From the foot of a line of letters to their middle, pixels. */
const HALF_LETTER = 9;

export class HeldHeadset extends EmulatedHeadset {
  readonly #time: HeldTime;

  constructor(time: HeldTime) {
    super(time.page);
    this.#time = time;
  }

  override async frames(count = 3): Promise<void> {
    for (let i = 0; i < count; i++) await this.#time.pass(FRAME_MS);
  }

  /** The panel that was drawn last. */
  async panel(): Promise<Sheet | null> {
    return (await drawnSheets(this.#time.page)).findLast(({ isPanel }) => isPanel) ?? null;
  }

  /** Waits until the panel that was drawn last says this. */
  comesToSay(text: string): Promise<Sheet | null> {
    return this.#time.until(
      () => this.panel(),
      (panel) => panel !== null && lineOf(panel, text) !== null,
      () => FRAME_MS,
    );
  }

  /** Waits until the panel before the head says this, and presses it with the ray. */
  async pressOn(text: string): Promise<void> {
    await this.comesToSay(text);
    // It fades in, and letters that were sent for are drawn once they are there.
    await this.frames(12);
    const panel = await this.panel();
    const line = panel && lineOf(panel, text);
    if (!line) throw new Error(`the panel does not say "${text}" any more`);
    await this.#pressAt(panel, line.x, line.y - HALF_LETTER);
  }

  /** Of a panel that has several pages; it says this on a later one. */
  async turnPagesTo(text: string): Promise<void> {
    for (let panel = await this.panel(); panel && !lineOf(panel, text); panel = await this.panel()) {
      const [x, up] = [PANEL_WIDTH - MARGIN - TARGET / 2, TARGET / 2 + 0.012].map(
        (metres) => metres * PIXELS_PER_METRE,
      );
      await this.#pressAt(panel, x ?? 0, panel.heightPx - (up ?? 0));
      await this.frames(12);
    }
  }

  async #pressAt(panel: Sheet, x: number, y: number): Promise<void> {
    const { view } = await this.state();
    const { yaw, pitch } = directionOn(panel, x, y);
    await this.point({ yaw: view.yaw + yaw, pitch });
    await this.press();
  }

  async openMenu(word: string): Promise<void> {
    // The button closes what is open first.
    if ((await this.state()).panel !== null) await this.button('b-button');
    await this.button('b-button');
    await this.comesToSay(word);
  }
}

/** Where it begins; what is long is set in several lines. */
function lineOf({ lines }: Sheet, text: string): Sheet['lines'][number] | null {
  const wanted = bare(text);
  return (
    lines.find((_, at) =>
      bare(
        lines
          .slice(at)
          .map((line) => line.text)
          .join(''),
      ).startsWith(wanted),
    ) ?? null
  );
}

/** From the head, which looks ahead at yaw 0. Degrees. */
function directionOn({ heightPx }: Sheet, x: number, y: number): Direction {
  const right = x / PIXELS_PER_METRE - PANEL_WIDTH / 2;
  const up = (heightPx / 2 - y) / PIXELS_PER_METRE;
  const [sin, cos] = [Math.sin(PANEL_PITCH), Math.cos(PANEL_PITCH)];
  const ahead = READING_DISTANCE * cos - up * sin;
  const above = READING_DISTANCE * sin + up * cos;
  const degrees = 180 / Math.PI;
  return { yaw: Math.atan2(right, ahead) * degrees, pitch: Math.atan2(above, Math.hypot(right, ahead)) * degrees };
}
