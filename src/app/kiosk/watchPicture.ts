/** Looks now and then, while nobody is there, whether anything is drawn at all. */
import { isBlank } from '#tour/kiosk/isBlank.ts';

/** Between two looks, milliseconds. */
const EVERY_MS = 60_000;
/** After the renderer was built anew, milliseconds. */
const SOON_MS = 4_000;
/** A single frame may be lost. */
const ENOUGH = 2;
/** Pixels across and down that are enough to tell. */
const SIZE = { width: 32, height: 18 };

/**
 * @param capture The picture once it is sharp.
 * @param isDue Whether a look disturbs nobody.
 * @param onLook Told whether it is drawn.
 * @returns What has it looked at soon.
 */
export function watchPicture(
  capture: () => Promise<HTMLCanvasElement>,
  isDue: () => boolean,
  onLook: (isDrawn: boolean) => void,
): () => void {
  const small = Object.assign(document.createElement('canvas'), SIZE);
  const context = small.getContext('2d', { willReadFrequently: true });
  let blanks = 0;
  const look = async (): Promise<void> => {
    if (!context || !isDue() || document.hidden) return;
    const picture = await capture();
    context.clearRect(0, 0, SIZE.width, SIZE.height);
    context.drawImage(picture, 0, 0, SIZE.width, SIZE.height);
    blanks = isBlank(context.getImageData(0, 0, SIZE.width, SIZE.height).data) ? blanks + 1 : 0;
    onLook(blanks < ENOUGH);
  };
  setInterval(() => void look(), EVERY_MS);
  return () => void setTimeout(() => void look(), SOON_MS);
}
