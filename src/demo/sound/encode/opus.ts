/**
 * Ogg Opus (RFC 7845). A loop must play without a gap: before its first sample the encoder hears the end of the loop, and
 * after its last one the beginning, so both borders are coded in their true surroundings; pre-skip and the last
 * granule position then cut out exactly the loop.
 */
import { Application, Signal, createEncoder } from 'libopus-wasm';
import { OggWriter } from '#demo/sound/encode/ogg.ts';
import type { Channels } from '#demo/sound/signal/rate.ts';
import { RATE } from '#demo/sound/signal/rate.ts';

const FRAME = 960;
/** RFC 7845 asks for at least 80 ms for the decoder to settle. */
const LEAD = 3840;

export interface OpusOptions {
  /** Bits a second for all channels. */
  readonly bitrate: number;
  readonly isLoop: boolean;
}

export async function encodeOpus(channels: Channels, { bitrate, isLoop }: OpusOptions): Promise<Uint8Array> {
  const count = channels.length === 2 ? 2 : 1;
  const length = channels[0]!.length;
  const encoder = await createEncoder({
    channels: count,
    bitrate,
    application: Application.Audio,
    complexity: 10,
    vbr: true,
  });
  try {
    encoder.setSignal(Signal.Music);
    const preSkip = encoder.getLookahead() + LEAD;
    const ogg = new OggWriter(0x47726f74);
    ogg.addPage([opusHead(count, preSkip)], 0, { isFirst: true });
    ogg.addPage([opusTags()], 0);
    const frames = Math.ceil((preSkip + length) / FRAME);
    const pcm = new Float32Array(FRAME * count);
    let packets: Uint8Array[] = [];
    for (let frame = 0; frame < frames; frame++) {
      for (let i = 0; i < FRAME; i++) {
        const at = frame * FRAME + i - LEAD;
        for (let c = 0; c < count; c++) {
          pcm[i * count + c] = isLoop ? channels[c]![(at + length) % length]! : (channels[c]![at] ?? 0);
        }
      }
      packets.push(encoder.encodeFloat(pcm).slice());
      const isLast = frame === frames - 1;
      if (packets.length === 50 || isLast) {
        ogg.addPage(packets, isLast ? preSkip + length : (frame + 1) * FRAME, { isLast });
        packets = [];
      }
    }
    return ogg.bytes();
  } finally {
    encoder.free();
  }
}

function opusHead(channels: number, preSkip: number): Uint8Array {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(channels, 9);
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(RATE, 12);
  head.writeInt16LE(0, 16);
  head.writeUInt8(0, 18);
  return head;
}

function opusTags(): Uint8Array {
  const vendor = 'grotto';
  const comment = 'DESCRIPTION=Synthesised by program; no recording';
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4 + 4 + comment.length);
  let at = tags.write('OpusTags', 0, 'latin1');
  at = tags.writeUInt32LE(vendor.length, at);
  at += tags.write(vendor, at, 'latin1');
  at = tags.writeUInt32LE(1, at);
  at = tags.writeUInt32LE(comment.length, at);
  tags.write(comment, at, 'latin1');
  return tags;
}
