/**
 * Painted pieces of the land are kept in the cache folder: a piece takes seconds, and every thread of every run asks for
 * the same ones. A piece is named by all it follows from, so none is ever out of date.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { DEMO_FOLDER, hashModule, hashValue } from '#demo/make/hashes.ts';
import type { Segment } from '#demo/site/vista/segment.ts';

const FOLDER = path.resolve(DEMO_FOLDER, '../../node_modules/.cache/grotto/demo/land');
const HEADER_BYTES = 8;

/** Creates the function that keeps the pieces of one landscape; `paint` is called for those that are not there. */
export function createSegmentKeeper(): (key: unknown, paint: () => Segment) => Segment {
  const code = hashModule(fileURLToPath(new URL('./segment.ts', import.meta.url)));
  return (key, paint) => {
    const file = path.join(FOLDER, hashValue([code, key]).slice(0, 24));
    if (existsSync(file)) return decode(readFileSync(file));
    const segment = paint();
    mkdirSync(FOLDER, { recursive: true });
    const unfinished = `${file}.${process.pid}-${threadId}.part`;
    writeFileSync(unfinished, encode(segment));
    renameSync(unfinished, file);
    return segment;
  };
}

function encode({ bytes, width, height }: Segment): Uint8Array {
  const file = Buffer.alloc(HEADER_BYTES + bytes.length);
  file.writeUInt32LE(width, 0);
  file.writeUInt32LE(height, 4);
  file.set(bytes, HEADER_BYTES);
  return file;
}

function decode(file: Buffer): Segment {
  const bytes = new Uint8ClampedArray(file.buffer, file.byteOffset + HEADER_BYTES, file.length - HEADER_BYTES);
  return { width: file.readUInt32LE(0), height: file.readUInt32LE(4), bytes };
}
