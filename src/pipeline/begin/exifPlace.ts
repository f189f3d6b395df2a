/** Where a photograph was taken, by the GPS fields of its EXIF data (CIPA DC-008, 4.6.6): a TIFF in a marker. */

export interface EarthPlace {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
  /** Metres above the sea; absent where the camera did not say. */
  readonly altitude?: number;
}

const GPS_POINTER = 0x8825;
const TAG = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4, altitudeRef: 5, altitude: 6 } as const;
const ASCII = 2;
const RATIONAL = 5;
const BYTE = 1;
const ENTRY_BYTES = 12;
const MOST_ENTRIES = 200;

interface Field {
  readonly type: number;
  readonly count: number;
  /** Where its value stands, or its value itself where that is short. */
  readonly at: number;
}

/** The place, or null where there is none, or the data makes no sense. Never throws: strangers wrote it. */
export function readExifPlace(exif: Uint8Array): EarthPlace | null {
  try {
    return read(new DataView(exif.buffer, exif.byteOffset, exif.byteLength));
  } catch (error) {
    // An offset that leads out of the data.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(view: DataView): EarthPlace | null {
  const isMarked = view.byteLength > 14 && view.getUint32(0) === 0x45786966;
  const start = isMarked ? 6 : 0;
  const order = view.getUint16(start);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const isLittle = order === 0x4949;
  const fieldsAt = (offset: number): Map<number, Field> => {
    const fields = new Map<number, Field>();
    const count = Math.min(view.getUint16(start + offset, isLittle), MOST_ENTRIES);
    for (let i = 0; i < count; i++) {
      const at = start + offset + 2 + i * ENTRY_BYTES;
      const field = { type: view.getUint16(at + 2, isLittle), count: view.getUint32(at + 4, isLittle), at: at + 8 };
      fields.set(view.getUint16(at, isLittle), field);
    }
    return fields;
  };
  const pointer = fieldsAt(view.getUint32(start + 4, isLittle)).get(GPS_POINTER);
  if (!pointer) return null;
  const gps = fieldsAt(view.getUint32(pointer.at, isLittle));

  const rationals = (tag: number, count: number): readonly number[] | null => {
    const field = gps.get(tag);
    if (field?.type !== RATIONAL || field.count < count) return null;
    const at = start + view.getUint32(field.at, isLittle);
    const numbers = Array.from({ length: count }, (_, i) => {
      return view.getUint32(at + i * 8, isLittle) / view.getUint32(at + i * 8 + 4, isLittle);
    });
    return numbers.every(Number.isFinite) ? numbers : null;
  };
  const letter = (tag: number): string => {
    const field = gps.get(tag);
    return field?.type === ASCII ? String.fromCharCode(view.getUint8(field.at)) : '';
  };
  const angle = (tag: number, ref: number, signs: readonly [string, string], most: number): number | null => {
    const parts = rationals(tag, 3);
    const sign = signs.indexOf(letter(ref));
    if (!parts || sign < 0) return null;
    const [degrees = 0, minutes = 0, seconds = 0] = parts;
    const sum = degrees + minutes / 60 + seconds / 3_600;
    return sum <= most ? (sign === 0 ? sum : -sum) : null;
  };

  const latitude = angle(TAG.latitude, TAG.latitudeRef, ['N', 'S'], 90);
  const longitude = angle(TAG.longitude, TAG.longitudeRef, ['E', 'W'], 180);
  // What a camera without reception writes.
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  const [height] = rationals(TAG.altitude, 1) ?? [];
  const ref = gps.get(TAG.altitudeRef);
  const isBelow = ref?.type === BYTE && view.getUint8(ref.at) === 1;
  return { latitude, longitude, ...(height !== undefined && { altitude: isBelow ? -height : height }) };
}
