/** What is laid from left to right, laid from right to left: for languages that are read so. */
import type { Box, Control, Ink, Strip } from './ink.ts';

/** Boxes move to the other side; signs are reflected, words and pictures are not. @param width Of what is mirrored, metres. */
export function mirrorInk(ink: Ink, width: number): Ink {
  switch (ink.kind) {
    case 'text':
      return { ...ink, x: width - ink.x, align: OTHER_SIDE[ink.align] };
    case 'disc':
      return { ...ink, x: width - ink.x };
    case 'line':
    case 'shape':
      return { ...ink, points: ink.points.map((value, index) => (index % 2 === 0 ? width - value : value)) };
    case 'box':
    case 'picture':
      return { ...ink, ...mirrorBox(ink, width) };
  }
}

export function mirrorControl(control: Control, width: number): Control {
  const box = mirrorBox(control.box, width);
  return control.kind === 'slide'
    ? { ...control, box, fromX: width - control.fromX, toX: width - control.toX }
    : { ...control, box };
}

/** A strip that is spatial stays as it is. */
export function mirrorStrip(strip: Strip, width: number): Strip {
  if (strip.isSpatial) return strip;
  return {
    ...strip,
    inks: strip.inks.map((ink) => mirrorInk(ink, width)),
    controls: strip.controls.map((control) => mirrorControl(control, width)),
  };
}

const OTHER_SIDE = { left: 'right', middle: 'middle', right: 'left' } as const;

function mirrorBox({ x, y, width, height }: Box, whole: number): Box {
  return { x: whole - x - width, y, width, height };
}
