import { AREAS } from './areas.ts';
import type { PlaceText } from './place.ts';
import { both, fact, MADE, SIZE } from './words.ts';

export const CHAMBER_TEXT: PlaceText = {
  id: 'chamber',
  label: both('卧佛窟', 'Chamber of the reclining figure'),
  pictures: {
    'as-found': {
      label: both('卧佛窟', 'Chamber of the reclining figure'),
      summary: both(
        '横长的窟室，西侧一座长台，台上是涅槃像。台沿一排油灯，上面是暗的。请慢慢看，眼睛会习惯。',
        'A long room across the cliff; on the platform along its inner wall lies the Buddha entering nirvana. A row of oil lamps burns at its edge, and above it is dark. Take your time, the eye grows used to it.',
      ),
      start: { yaw: 8, pitch: -1, fov: 74 },
    },
    'lamp-light': {
      label: both('卧佛窟 · 灯下', 'The chamber by lamplight'),
      summary: both('只有油灯。', 'Oil lamps alone.'),
      start: { yaw: 8, pitch: -1, fov: 74 },
    },
    restored: {
      label: both('卧佛窟 · 推想复原', 'The chamber, conjecturally restored'),
      summary: both(
        '金色重新贴满，壁画如新。这是推想，不是发现。',
        'Gilding whole again, the paintings as if new. This is conjecture, not a finding.',
      ),
      start: { yaw: 8, pitch: -1, fov: 74 },
    },
    'line-drawing': {
      label: both('卧佛窟 · 线描', 'The chamber in line'),
      summary: both('送别的人群，只留线条。', 'The crowd of mourners in line alone.'),
      start: { yaw: 10, pitch: 12, fov: 72 },
    },
  },
  labels: [
    {
      id: 'figure',
      label: both('涅槃像', 'Entering nirvana'),
      spot: { yaw: 32, pitch: -2 },
      body: both(
        '右胁而卧，一手支颐，一手顺着身体放平，双足相叠。这不是睡，也不只是死：经里说，这是熄灭，是不再回来。\n\n塑像的人没有塑悲伤，只塑了安静。悲伤都画在他身后的墙上。',
        'He lies on his right side, one hand under the cheek, the other along the body, feet together. It is not sleep, and not only death: the scriptures call it a going out, from which there is no return.\n\nWhoever made the figure did not model grief, only quiet. The grief is painted on the wall behind.',
      ),
      facts: [
        fact(SIZE, both('身长约 6.6 米', 'About 6.6 m long')),
        fact(MADE, both('距离场建模，程序着色', 'Distance fields, coloured by program')),
      ],
      sources: ['mogao'],
    },
    {
      id: 'kings',
      label: both('各国的王', 'Kings of many lands'),
      spot: { yaw: 50, pitch: 11 },
      body: both(
        '帽子有十几种：毡帽、尖帽、缠头、冠。画工未必见过这些人，但丝路上的人都从他的墙前走过。',
        'There are a dozen kinds of headgear: felt caps, pointed caps, turbans, crowns. The painters need not have met these kings, but the people of the silk roads walked past their walls.',
      ),
      sources: ['silkRoad', 'mogao'],
    },
    {
      id: 'mourners',
      label: both('举哀的人', 'The mourners'),
      spot: { yaw: 4, pitch: 16 },
      body: both(
        '同一件事，每个人的脸不一样。菩萨知道这是圆满，平静；弟子还没有放下，哭出声来；各国的王从远方赶到，戴着不同的帽子，用各自的方式哀悼。\n\n画工把修行的深浅，画成了表情的轻重。',
        'One event, and every face is different. The bodhisattvas know it for a completion and are calm. The disciples have not yet let go and weep aloud. Kings of many lands have come from afar in hats of many kinds, each mourning in his own way.\n\nThe painters drew the depth of understanding as the weight of expression.',
      ),
      sources: ['mogao', 'fan'],
    },
    {
      id: 'sal-trees',
      label: both('娑罗双树', 'The sal trees'),
      spot: { yaw: 39, pitch: 21 },
      body: both(
        '经里说，娑罗树在那一夜不合时节地开了花，叶子白得像鹤。',
        'The scriptures say that the sal trees flowered out of season that night, and that their leaves turned white like cranes.',
      ),
      sources: ['mogao'],
    },
    {
      id: 'platform',
      label: both('台前的联珠纹', 'Pearl roundels on the platform'),
      spot: { yaw: 19, pitch: -26 },
      area: AREAS.platform,
      body: both(
        '一圈小珠围着一个图案：这是从波斯一路传来的织锦纹样，到了这里成了佛床前的花边。',
        'A ring of pearls around a device: a pattern of Persian silks that travelled all the way here to become the border of a Buddha’s bed.',
      ),
      sources: ['silkRoad'],
    },
    {
      id: 'lamps',
      label: both('一排油灯', 'A row of lamps'),
      spot: { yaw: -16, pitch: -15 },
      pictures: ['as-found', 'lamp-light'],
      body: both(
        '灯在像的下方，光顺着衣褶爬上去，到肩膀就暗了。脸由近旁一盏灯单独照着。',
        'The lamps stand below the figure. Their light climbs along the folds and fades at the shoulder. The face has a lamp of its own.',
      ),
    },
    {
      id: 'gilding',
      label: both('金', 'Gold'),
      spot: { yaw: -26, pitch: 1 },
      pictures: ['restored'],
      body: both(
        '鼻尖与嘴唇上的金，现状里已经磨掉，复原里补上了。补得多厚、多亮，没有依据，只有常识。',
        'The gold on nose and lips, worn away as found, has been put back here. How thick it was and how bright, nobody knows; this is common sense, not evidence.',
      ),
    },
  ],
};
