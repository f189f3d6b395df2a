/** The light a visitor has chosen: an hour of the day and a lamp. It goes along from place to place. */

export interface TourLight {
  /** 0 is night, 0.25 dawn, 0.5 day, 0.75 dusk, 1 night again. */
  readonly time: number;
  readonly isLampLit: boolean;
  /** 0 to 1; 1 is as bright as in the picture by lamps alone. */
  readonly lampStrength: number;
  /** Whether the lamp is carried and lights what one looks at, or all lamps of the place burn alike. */
  readonly isLampCarried: boolean;
  /** Whether the flame may move a little, where motion is welcome. */
  readonly isFlickering: boolean;
}

export const FIRST_LIGHT: TourLight = {
  time: 0.5,
  isLampLit: false,
  lampStrength: 1,
  isLampCarried: true,
  isFlickering: true,
};

/** The hours that have a name, in their order. */
export const HOURS = [
  { name: 'night', time: 0 },
  { name: 'dawn', time: 0.25 },
  { name: 'day', time: 0.5 },
  { name: 'dusk', time: 0.75 },
  { name: 'nightfall', time: 1 },
] as const;
export type HourName = (typeof HOURS)[number]['name'];
