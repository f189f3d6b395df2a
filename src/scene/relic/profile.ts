/** What relics may cost on a device: RELICS.md says why these numbers. */
import { TEXTURE_BYTES } from '#scene/panorama/planStores.ts';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import type { MeshBudget } from '#streaming/mesh/ports.ts';

/** Of a frame, both eyes together, and on the way at once. */
const FRAME = {
  desktop: { triangles: 3_000_000, draws: 400, bytesInFlight: 24_000_000 },
  phone: { triangles: 500_000, draws: 150, bytesInFlight: 8_000_000 },
  headset: { triangles: 600_000, draws: 80, bytesInFlight: 8_000_000 },
} satisfies Record<DeviceClass, Omit<MeshBudget, 'gpuBytes'>>;

/** Part of a device's texture bytes for marks, labels and text; in a headset for panels and depth of walls as well. */
const OTHERS_SHARE = { desktop: 0.06, phone: 0.06, headset: 0.1 } satisfies Record<DeviceClass, number>;

/**
 * `tileBytes` is what tile stores and posters have reserved: tiles and relics share one memory. Where the stores had to take
 * more than their part, relics have the less, down to nothing.
 */
export function relicBudget(deviceClass: DeviceClass, tileBytes: number): MeshBudget {
  const all = TEXTURE_BYTES[deviceClass];
  return {
    ...FRAME[deviceClass],
    gpuBytes: Math.max(0, Math.floor(all * (1 - OTHERS_SHARE[deviceClass]) - tileBytes)),
  };
}
