import { expect } from 'vitest';
import { toDegrees, toRadians, wrapAngle } from '#shared/angle.ts';
import { headsetAddressOf, readAddress } from '../../guide/address.ts';
import type { HeldTime } from '../../guide/heldTime.ts';
import { hotspotOf, stepOf } from '../../guide/script.ts';
import type { Station } from '../../guide/walkTour.ts';
import type { HeldHeadset } from './heldHeadset.ts';

/** Further aside one would have to look behind oneself; degrees. */
const BEHIND = 60;

/** What one sees at a station in a headset is what the document says of it, and what it is about does not lie behind. */
export async function expectHeadsetStation(time: HeldTime, headset: HeldHeadset, station: Station): Promise<void> {
  const { look, relic, show = relic?.hotspot, ...step } = stepOf(station.tour, station.index);
  await time.eventually(() => readAddress(time.page)).toEqual(headsetAddressOf(station));
  const { view } = await headset.state();
  const aside = wrapAngle(toRadians(view.yaw - (look?.yaw ?? view.yaw)));
  expect(Math.abs(toDegrees(aside))).toBeLessThanOrEqual(BEHIND);
  const label = show === undefined ? undefined : hotspotOf({ ...step, ...(relic && { relic }) }, show)?.label;
  if (label) await headset.comesToSay(label[station.language] ?? '');
}
