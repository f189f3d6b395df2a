/** Tiles that overlap, lie turned, or are a pixel off what they should be. */
import type { Cut } from './protocol.ts';

export interface Part {
  /** Size of the picture that the cut is meant in; one of another size is stretched. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly cut: Cut;
}

/** The part alone, in the size that is wanted; the bitmap is used up. */
export async function takePart(bitmap: ImageBitmap, { widthPx, heightPx, cut }: Part): Promise<ImageBitmap> {
  const isAll = bitmap.width === cut.widthPx && bitmap.height === cut.heightPx;
  if (isAll && cut.isTurned !== true) return bitmap;
  const [x, y] = [bitmap.width / widthPx, bitmap.height / heightPx];
  const stretched = { ...cut, left: cut.left * x, top: cut.top * y, width: cut.width * x, height: cut.height * y };
  const part = await cutTurned(bitmap, stretched);
  bitmap.close();
  return part;
}

/** A cut of a picture that may lie turned by half a turn. */
export async function cutTurned(
  bitmap: ImageBitmap,
  { left, top, width, height, widthPx, heightPx, isTurned = false }: Cut,
): Promise<ImageBitmap> {
  const isResized = width !== widthPx || height !== heightPx;
  const [x, y] = isTurned ? [bitmap.width - left - width, bitmap.height - top - height] : [left, top];
  const part = await createImageBitmap(bitmap, x, y, width, height, {
    premultiplyAlpha: 'none',
    ...(isResized && { resizeWidth: widthPx, resizeHeight: heightPx, resizeQuality: 'high' as const }),
  });
  return isTurned ? turnHalf(part) : part;
}

function turnHalf(bitmap: ImageBitmap): ImageBitmap {
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context?.setTransform(-1, 0, 0, -1, width, height);
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
