/** Films what is on the screen: every picture that the browser shows, as it shows it. */
import type { CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { luminance } from '../captions/wordContrast.ts';
import type { Frame } from './countFlashes.ts';

const COLUMNS = 8;
const ROWS = 5;
/** Pixels of a cell along each side: enough for the mean of its light. */
const CELL_PX = 8;

export interface Film {
  /** Ends it; answers its pictures. */
  stop(): Promise<Frame[]>;
}

export async function startFilm(page: Page, device: CDPSession): Promise<Film> {
  const shots: { readonly seconds: number; readonly jpeg: Buffer }[] = [];
  const onFrame = (frame: { data: string; sessionId: number; metadata: { timestamp?: number } }): void => {
    shots.push({ seconds: frame.metadata.timestamp ?? NaN, jpeg: Buffer.from(frame.data, 'base64') });
    void device.send('Page.screencastFrameAck', { sessionId: frame.sessionId }).catch(() => undefined);
  };
  device.on('Page.screencastFrame', onFrame);
  await device.send('Page.startScreencast', { format: 'jpeg', quality: 70, everyNthFrame: 1 });
  return {
    stop: async () => {
      await device.send('Page.stopScreencast');
      device.off('Page.screencastFrame', onFrame);
      // The page must not be left waiting for a picture that nobody takes.
      await page.evaluate(() => undefined);
      return Promise.all(shots.map(async ({ seconds, jpeg }) => ({ seconds, cells: await cellsOf(jpeg) })));
    },
  };
}

async function cellsOf(jpeg: Buffer): Promise<number[]> {
  const [width, height] = [COLUMNS * CELL_PX, ROWS * CELL_PX];
  const data = await sharp(jpeg).resize(width, height, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const cells = new Array<number>(COLUMNS * ROWS).fill(0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      const cell = Math.floor(y / CELL_PX) * COLUMNS + Math.floor(x / CELL_PX);
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      cells[cell] = (cells[cell] ?? 0) + luminance(red, green, blue) / CELL_PX ** 2;
    }
  }
  return cells;
}
