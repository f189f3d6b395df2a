/** Tours around single relics, and where a visitor first sees a relic from where its front is not what shows most. */
import type { RelicSteps, RelicView } from './relicNote.ts';
import { both } from './words.ts';

export const RELIC_STARTS: Readonly<Record<string, RelicView>> = {
  'ritual-tripod': { yaw: 24, pitch: 17 },
  'gilt-casket': { yaw: 28, pitch: 24 },
  'glazed-horse': { yaw: -52, pitch: 9 },
  'manuscript-scroll': { yaw: -14, pitch: 42 },
  'bronze-bell': { yaw: 20, pitch: 10 },
};

const RAKING = { yaw: 82, pitch: 6, mix: 0.95 } as const;
const DAYLIGHT = { yaw: 40, pitch: 35, mix: 0 } as const;

export const RELIC_STEPS: Readonly<Record<string, RelicSteps>> = {
  'ritual-tripod': [
    {
      label: both('全器', 'The whole vessel'),
      narration: both(
        '先看整体：三足、双耳、圆腹。它重而稳，每一处转折都交代得清楚。',
        'First the whole of it: three legs, two handles, a round belly. It is heavy and sure of itself, and every turn of its outline is clear.',
      ),
      view: { yaw: 24, pitch: 17 },
      lamp: DAYLIGHT,
      minSeconds: 11,
    },
    {
      label: both('侧光下的兽面', 'The mask in raking light'),
      narration: both(
        '把灯移到侧面。光贴着铜面走，眼、角、爪一层层浮出来，底上的细雷纹也看得见了。',
        'Now the lamp goes to the side. Light that grazes the bronze lifts eyes, horns and claws level by level, and the fine spirals of the ground appear.',
      ),
      view: { yaw: 4, pitch: 6, distance: 0.5, target: [0, 0.27, 0.12] },
      show: 'mask',
      lamp: RAKING,
      minSeconds: 13,
    },
    {
      label: both('从另一侧照', 'From the other side'),
      narration: both(
        '灯换到另一边，同一张脸换了表情。古人看它，也是在摇动的火光里。',
        'The lamp comes from the other side, and the same face changes its look. Those who first saw it saw it by moving fire.',
      ),
      view: { yaw: -8, pitch: 4, distance: 0.45, target: [0, 0.27, 0.12] },
      lamp: { yaw: -80, pitch: 10, mix: 0.95 },
      minSeconds: 10,
    },
    {
      label: both('剖开', 'Cut open'),
      narration: both(
        '剖开来看：腹壁约一厘米，圆底，足与腹连成一体。这是按块范铸造的样子造型的，并没有真的铸过。',
        'Cut in half, it shows a wall of about a centimetre, a round bottom, and legs that are one with the bowl. It is shaped as a vessel cast in piece-moulds would be; none was ever cast.',
      ),
      view: { yaw: 68, pitch: 14 },
      lamp: DAYLIGHT,
      section: { normal: [1, 0, 0], offset: 0 },
      minSeconds: 14,
    },
    {
      label: both('绿锈', 'Patina'),
      narration: both(
        '合上，从上面看进去。绿锈聚在水留过的地方，那是时间写的。',
        'Closed again, and seen from above. Green has gathered where water stayed: that part was written by time.',
      ),
      view: { yaw: 10, pitch: 52, distance: 0.6, target: [0, 0.25, -0.03] },
      show: 'patina',
      section: null,
      minSeconds: 10,
    },
  ],
  'celadon-vase': [
    {
      label: both('出土时', 'As it was found'),
      narration: both(
        '刚出土的样子：裂成许多片，缺了几块，缝里还有土。考古的人先画图、拍照，再动手。',
        'This is how it came out of the ground: in many sherds, some missing, earth in the joints. Excavators draw and photograph first and touch afterwards.',
      ),
      view: { yaw: 20, pitch: 13 },
      state: 'as-found',
      lamp: DAYLIGHT,
      minSeconds: 12,
    },
    {
      label: both('修补', 'Put together'),
      narration: both(
        '洗净、拼合，缺的地方补上素色的石膏。补配要分得出来，这是规矩。',
        'Cleaned and joined; plain plaster fills what is missing. That one can tell it from the original is a rule, not a failing.',
      ),
      view: { yaw: 20, pitch: 8, distance: 0.5, target: [0.06, 0.2, 0.05] },
      state: '',
      show: 'infill',
      minSeconds: 11,
    },
    {
      label: both('推想完整', 'Whole, by conjecture'),
      narration: both(
        '再往前一步，就是推想：假如它完好，大概是这样。好看，但不是证据，所以标明「推想」。',
        'One step further is conjecture: were it whole, it might look like this. It is pleasing, but it is no evidence, and so it is marked as conjecture.',
      ),
      view: { yaw: 20, pitch: 13 },
      state: 'completed',
      minSeconds: 12,
    },
    {
      label: both('开片', 'Crackle'),
      narration: both(
        '回到修补后的样子，让灯斜照釉面。两重裂纹，一粗一细，是它自己长出来的。',
        'Back to the mended vase, with the lamp across its glaze. Two nets of cracks, one wide and one fine: no one drew them.',
      ),
      view: { yaw: 10, pitch: 8, distance: 0.35, target: [0.02, 0.262, 0.1] },
      state: '',
      show: 'crackle',
      lamp: { yaw: 70, pitch: 20, mix: 0.85 },
      minSeconds: 11,
    },
  ],
};
