/** A contact sheet: pictures of one size in rows, a little apart, on a dark ground. */
import sharp from 'sharp';

export interface SheetShape {
  readonly columns: number;
  /** Of one picture, pixels. */
  readonly width: number;
  readonly height: number;
}

const GAP = 8;
const GROUND = '#15110e';

/** Writes the sheet; a null leaves its place empty. Throws where there is nothing to show. */
export async function makeSheet(
  pictures: readonly (Buffer | string | null)[],
  { columns, width, height }: SheetShape,
  file: string,
): Promise<void> {
  if (!pictures.some((picture) => picture !== null)) throw new Error(`${file}: there is no picture to show`);
  const rows = Math.ceil(pictures.length / columns);
  const layers = await Promise.all(
    pictures.map(async (picture, index) => {
      if (picture === null) return null;
      const input = await sharp(picture).resize(width, height, { fit: 'cover' }).png().toBuffer();
      return {
        input,
        left: GAP + (index % columns) * (width + GAP),
        top: GAP + Math.floor(index / columns) * (height + GAP),
      };
    }),
  );
  const whole = { width: columns * (width + GAP) + GAP, height: rows * (height + GAP) + GAP };
  await sharp({ create: { ...whole, channels: 3, background: GROUND } })
    .composite(layers.filter((layer) => layer !== null))
    .webp({ quality: 80, smartSubsample: true })
    .toFile(file);
}
