import { HALL_LABELS } from './hallLabels.ts';
import { HALL_LAYER_LABELS } from './hallLayerLabels.ts';
import type { PlaceText } from './place.ts';
import { both } from './words.ts';

export const HALL_TEXT: PlaceText = {
  id: 'hall',
  label: both('千佛石室', 'Hall of a Thousand Buddhas'),
  pictures: {
    'as-found': {
      label: both('千佛石室', 'Hall of a Thousand Buddhas'),
      summary: both(
        '覆斗顶，西壁开龛，四壁与四坡满绘千佛。颜料变黑、剥落，烟熏居上，残损居下。门外天光很弱，龛前有灯。',
        'A truncated-pyramid ceiling, a niche in the west wall, Buddhas by the hundred. Pigments have darkened and flaked; soot above, losses below. A little daylight at the door, lamps before the niche.',
      ),
      start: { yaw: 0, pitch: 6, fov: 62 },
    },
    'lamp-light': {
      label: both('千佛石室 · 灯下', 'The hall by lamplight'),
      summary: both(
        '去掉补光，只留油灯。画师当年看到的，大约如此。',
        'No fill light, no daylight: only oil lamps. This is roughly what the painters themselves would have seen.',
      ),
      start: { yaw: 0, pitch: 4, fov: 62 },
    },
    restored: {
      label: both('千佛石室 · 推想复原', 'The hall, conjecturally restored'),
      summary: both(
        '同一套线稿，未变色的颜料，没有残损。这是推想，不是发现。',
        'The same drawing with unchanged pigments and nothing lost. This is conjecture, not a finding.',
      ),
      start: { yaw: 83, pitch: 2, fov: 62 },
    },
    'line-drawing': {
      label: both('千佛石室 · 线描', 'The hall in line'),
      summary: both(
        '只留墨线。塑像不入图，以灰影示其位置。',
        'Only the ink lines. The figures in the round are not part of the drawing and stand as grey shadows.',
      ),
      start: { yaw: -84, pitch: 4, fov: 62 },
    },
  },
  labels: [...HALL_LABELS, ...HALL_LAYER_LABELS],
};
