/** Reads the Photo Sphere fields (GPano) of an XMP packet, in attribute and in element form. */

const NAMESPACE = 'http://ns.google.com/photos/1.0/panorama/';

/** The fields as they stand in the packet: numbers may be anything, even senseless. */
export interface GPano {
  readonly projection?: string;
  readonly fullWidth?: number;
  readonly fullHeight?: number;
  readonly cropWidth?: number;
  readonly cropHeight?: number;
  readonly cropLeft?: number;
  readonly cropTop?: number;
  /** Degrees. */
  readonly poseHeading?: number;
  readonly posePitch?: number;
  readonly poseRoll?: number;
  readonly viewHeading?: number;
  readonly viewPitch?: number;
  readonly viewHorizontalFov?: number;
}

const NUMBER_FIELDS = {
  FullPanoWidthPixels: 'fullWidth',
  FullPanoHeightPixels: 'fullHeight',
  CroppedAreaImageWidthPixels: 'cropWidth',
  CroppedAreaImageHeightPixels: 'cropHeight',
  CroppedAreaLeftPixels: 'cropLeft',
  CroppedAreaTopPixels: 'cropTop',
  PoseHeadingDegrees: 'poseHeading',
  PosePitchDegrees: 'posePitch',
  PoseRollDegrees: 'poseRoll',
  InitialViewHeadingDegrees: 'viewHeading',
  InitialViewPitchDegrees: 'viewPitch',
  InitialHorizontalFOVDegrees: 'viewHorizontalFov',
} as const satisfies Readonly<Record<string, keyof GPano>>;

/** The packet's GPano fields; null where it has none. Never throws: a packet is written by strangers. */
export function readGPano(packet: string): GPano | null {
  const prefix = findPrefix(packet);
  if (prefix === null) return null;
  const fields = new Map<string, string>();
  const attribute = new RegExp(`\\b${prefix}:([A-Za-z]+)\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
  for (const [, name = '', double, single] of packet.matchAll(attribute)) fields.set(name, double ?? single ?? '');
  const element = new RegExp(`<${prefix}:([A-Za-z]+)(?:\\s[^>]*)?>([^<]*)</`, 'g');
  for (const [, name = '', value = ''] of packet.matchAll(element)) fields.set(name, value);
  const projection = fields.get('ProjectionType')?.trim();
  const numbers: Partial<Record<string, number>> = {};
  for (const [name, key] of Object.entries(NUMBER_FIELDS)) {
    const text = fields.get(name)?.trim();
    if (text !== undefined && text !== '') numbers[key] = Number(text);
  }
  const gpano: GPano = { ...(projection !== undefined && { projection }), ...numbers };
  return Object.keys(gpano).length === 0 ? null : gpano;
}

function findPrefix(packet: string): string | null {
  const declared = /xmlns:([A-Za-z_][\w.-]*)\s*=\s*["']([^"']*)["']/g;
  for (const [, prefix = '', namespace] of packet.matchAll(declared)) if (namespace === NAMESPACE) return prefix;
  return null;
}
