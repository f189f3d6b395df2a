/**
 * The header of an OpenEXR file (openexr.com, “OpenEXR File Layout”): one part of scan lines. Loaders for browsers take
 * colours only and believe what a header says; depth comes as a channel of any name, from programs of any quality.
 */
import { CommandError } from '../../../command.ts';

export const EXR_MAGIC = 20_000_630;

export type PixelType = 'uint' | 'half' | 'float';

export interface ExrHeader {
  readonly width: number;
  readonly height: number;
  /** The first row of the data window, which chunks count from. */
  readonly top: number;
  readonly compression: 'none' | 'rle' | 'zips' | 'zip';
  readonly linesPerChunk: number;
  /** Bytes from the start of a row's pixels to those of the wanted channel, per pixel of the row. */
  readonly channelOffset: number;
  readonly pixelType: PixelType;
  /** Bytes of a pixel, all channels together. */
  readonly pixelBytes: number;
  /** Where the table of chunks begins. */
  readonly tableAt: number;
}

const PIXEL_TYPES: readonly PixelType[] = ['uint', 'half', 'float'];
const BYTES = { uint: 4, half: 2, float: 4 } satisfies Record<PixelType, number>;
const COMPRESSIONS = ['none', 'RLE', 'ZIPS', 'ZIP', 'PIZ', 'PXR24', 'B44', 'B44A', 'DWAA', 'DWAB'];
const READ = { none: ['none', 1], RLE: ['rle', 1], ZIPS: ['zips', 1], ZIP: ['zip', 16] } as const;
const FLAGS = [
  [0x200, 'tiles'],
  [0x800, 'deep pixels'],
  [0x1000, 'several parts'],
] as const;
const MOST_ATTRIBUTES = 1_000;
const LONGEST_NAME = 255;

interface Channel {
  readonly name: string;
  readonly type: PixelType;
  readonly isWhole: boolean;
}

/** `head` are the file's first bytes, `fileBytes` how many it has. */
export function readExrHeader(name: string, head: Buffer, fileBytes: number, wanted: string | undefined): ExrHeader {
  const refuse = (what: string, remedy: string): never => {
    throw new CommandError(`${name}: ${what}; ${remedy}`);
  };
  const version = head.length >= 8 ? head.readUInt32LE(4) : 0;
  if ((version & 0xff) !== 2) refuse(`is OpenEXR of version ${version & 0xff}`, 'expected version 2');
  const [, found] = FLAGS.find(([flag]) => (version & flag) !== 0) ?? [];
  if (found !== undefined) refuse(`has ${found}`, 'expected one part of scan lines; save it so');

  const attributes = new Map<string, Buffer>();
  let at = 8;
  const readName = (): string => {
    const end = head.indexOf(0, at);
    if (end < 0 || end - at > LONGEST_NAME) refuse('has a damaged header', 'export it again');
    const text = head.toString('latin1', at, end);
    at = end + 1;
    return text;
  };
  for (;;) {
    const attribute = readName();
    if (attribute === '') break;
    readName();
    const size = at + 4 <= head.length ? head.readInt32LE(at) : -1;
    at += 4;
    if (size < 0 || at + size > head.length || attributes.size >= MOST_ATTRIBUTES)
      refuse(
        `has a damaged header (its attribute "${attribute}" claims ${size} bytes)`,
        'export it again, without preview or manifest',
      );
    attributes.set(attribute, head.subarray(at, at + size));
    at += size;
  }

  const window = readBox(attributes.get('dataWindow'));
  if (!window) return refuse('has no data window', 'export it again');
  const { width, height } = window;
  if (!(width > 0 && height > 0)) refuse(`claims ${width}×${height} pixels`, 'export it again');
  const display = readBox(attributes.get('displayWindow')) ?? window;
  if (display.width !== width || display.height !== height)
    refuse(
      `holds ${width}×${height} pixels of a picture of ${display.width}×${display.height}`,
      'save the whole picture, without a crop or overscan',
    );

  const compression = COMPRESSIONS[attributes.get('compression')?.[0] ?? -1] ?? 'an unknown way';
  if (!(compression in READ)) refuse(`is compressed by ${compression}`, 'save it with ZIP compression, or none');
  const [kind, linesPerChunk] = READ[compression as keyof typeof READ];
  const chunks = Math.ceil(height / linesPerChunk);
  // Every chunk has eight bytes in the table and eight in front of its data.
  if (at + chunks * 16 > fileBytes) {
    refuse(`claims ${width}×${height} pixels in only ${fileBytes} bytes`, 'it is cut off or made up; export it again');
  }

  const channels = readChannels(attributes.get('channels'));
  if (!channels) return refuse('has a damaged list of channels', 'export it again');
  const channel = chooseChannel(channels, wanted);
  if (!channel) {
    const names = channels.map((one) => one.name).join(', ') || 'none';
    return wanted === undefined
      ? refuse(`has the channels ${names}`, 'say with --depth-channel which of them is the depth')
      : refuse(`has no channel ${wanted}, but ${names}`, 'name one of these with --depth-channel');
  }
  const odd = channels.find((one) => !one.isWhole);
  if (odd) refuse(`its channel ${odd.name} is coarser than the picture`, 'save all channels in full');
  const before = channels.slice(0, channels.indexOf(channel));
  return {
    width,
    height,
    top: window.top,
    compression: kind,
    linesPerChunk,
    channelOffset: before.reduce((sum, { type }) => sum + BYTES[type], 0),
    pixelType: channel.type,
    pixelBytes: channels.reduce((sum, { type }) => sum + BYTES[type], 0),
    tableAt: at,
  };
}

function readBox(value: Buffer | undefined): { width: number; height: number; top: number } | null {
  if (value?.length !== 16) return null;
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => value.readInt32LE(offset)) as [number, number, number, number]; // prettier-ignore
  return { width: right - left + 1, height: bottom - top + 1, top };
}

function readChannels(list: Buffer | undefined): Channel[] | null {
  if (!list) return null;
  const channels: Channel[] = [];
  let at = 0;
  while (at < list.length && list[at] !== 0) {
    const end = list.indexOf(0, at);
    if (end < 0 || end + 17 > list.length) return null;
    const type = PIXEL_TYPES[list.readInt32LE(end + 1)];
    if (type === undefined) return null;
    const isWhole = list.readInt32LE(end + 9) === 1 && list.readInt32LE(end + 13) === 1;
    channels.push({ name: list.toString('utf8', at, end), type, isWhole });
    at = end + 17;
  }
  return channels;
}

/** The one that was asked for; else the only one; else the one that is called depth. */
function chooseChannel(channels: readonly Channel[], wanted: string | undefined): Channel | undefined {
  if (wanted !== undefined) return channels.find(({ name }) => name === wanted);
  if (channels.length === 1) return channels[0];
  const named = channels.filter(({ name }) => /(^|[.])(z|depth|distance)([.](z|v|y|r))?$/i.test(name));
  return named.length === 1 ? named[0] : undefined;
}
