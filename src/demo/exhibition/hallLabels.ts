/** What stands on the walls of the hall as it was found. */
import { AREAS } from './areas.ts';
import type { LabelText } from './place.ts';
import { both, fact, MADE, PLACE, SIZE } from './words.ts';

export const HALL_LABELS: readonly LabelText[] = [
  {
    id: 'niche',
    label: both('西壁龛像', 'The niche'),
    spot: { yaw: 0, pitch: 12.5 },
    area: AREAS.niche,
    body: both(
      '主尊结跏趺坐于莲台，右手上举施无畏印，左手托钵。两侧先弟子、后菩萨，身量依次外移，目光都收向石室中央。一老一少两弟子，按惯例是迦叶与阿难。\n\n塑像面部的眉、眼、唇是画上去的，不是刻出来的：灯一动，表情就动。',
      'The Buddha sits cross-legged on a lotus, his right hand raised in reassurance, a bowl in his left. Two disciples and two bodhisattvas stand beside him, each pair further out and nearer to us, all turned a little towards the middle of the room. An old disciple and a young one: by convention Kasyapa and Ananda.\n\nBrows, lids and lips are painted, not carved. When a lamp moves, so does the expression.',
    ),
    facts: [
      fact(both('组合', 'Group'), both('一佛、二弟子、二菩萨', 'Buddha, two disciples, two bodhisattvas')),
      fact(both('龛', 'Niche'), both('宽 3.0 米，高 1.8 米，深 1.4 米', '3.0 m wide, 1.8 m high, 1.4 m deep')),
      fact(MADE, both('距离场建模，程序着色', 'Distance fields, coloured by program')),
    ],
    sources: ['mogao'],
  },
  {
    id: 'caisson',
    label: both('三兔藻井', 'Caisson with three hares'),
    spot: { yaw: 0, pitch: 80 },
    area: AREAS.caisson,
    image: 'caisson-picture',
    body: both(
      '抬头：四坡收拢成一方藻井。莲心三只兔子首尾相逐，共用三只耳朵，每只看去却都有一双。\n\n三兔共耳的图样在中古的丝路东西两端都能见到；八身飞天顺着同一方向绕花而行。',
      'Look up: four slopes close around a square of sky. In the heart of the lotus three hares chase one another. They share three ears between them, and yet each seems to have two.\n\nThe motif is known from both ends of the medieval silk roads. Eight flying figures circle the flower, all the same way round.',
    ),
    facts: [
      fact(PLACE, both('顶部中央，离地 4.7 米', 'Middle of the ceiling, 4.7 m above the floor')),
      fact(SIZE, both('1.8 × 1.8 米', '1.8 × 1.8 m')),
    ],
    sources: ['hares', 'mogao'],
  },
  {
    id: 'thousand-buddhas',
    label: both('千佛', 'A thousand Buddhas'),
    spot: { yaw: 24, pitch: 46 },
    area: AREAS.westSlope,
    body: both(
      '小佛一排排坐满四坡。衣与光的四种配色逐行错开一格，于是从整面墙上看去，色彩连成斜线。\n\n每一尊旁边都留一方榜题。这里的榜题里没有字，只有像字的笔迹。',
      'Small Buddhas fill the slopes, row upon row. Robes and haloes come in four colourings, each row shifted by one, so that seen from afar the colours run in diagonals.\n\nEvery figure has its slip for a name. In this hall the slips hold no writing, only strokes that look like it.',
    ),
    sources: ['mogao'],
  },
  {
    id: 'apsaras',
    label: both('飞天', 'Flying figures'),
    spot: { yaw: 98, pitch: 25 },
    area: AREAS.apsaras,
    body: both(
      '四壁上沿一道青蓝，飞天绕室而行，都朝西壁的龛飞去。飘带比身体更长，方向与速度全由它说出来。',
      'Along the top of the walls runs a band of azurite. The figures in it fly around the room, all of them towards the niche. Their scarves are longer than their bodies: it is the scarves that tell direction and speed.',
    ),
    sources: ['fan'],
  },
  {
    id: 'dark-faces',
    label: both('变黑的面容', 'Why the faces are dark'),
    spot: { yaw: 95, pitch: 4.5 },
    area: AREAS.northScene,
    body: both(
      '这些菩萨本来不是深褐色的。肤色里调了铅丹，铅丹日久氧化，由橙红变成近黑；石青、石绿几乎不变，于是明暗颠倒。\n\n「复原」里的同一幅画，线条未动一笔，只换了一张颜料表。颜色的数值是估计，不是测量。',
      'These bodhisattvas were not painted brown. Their skin was mixed with red lead, which oxidises over the centuries from orange to nearly black, while azurite and malachite hardly change. Light and dark trade places.\n\nThe restoration shows the same painting without one line moved, only with another table of pigments. Its values are estimates, not measurements.',
    ),
    sources: ['pigments'],
  },
  {
    id: 'donors',
    label: both('供养人与空白的题记', 'Donors, and an empty inscription'),
    spot: { yaw: 84, pitch: -21 },
    area: AREAS.donors,
    body: both(
      '墙脚的男女供养人各自成列，相向而立。中间一方空白，本是写发愿文的地方：谁出资，为谁而造，哪年哪月。\n\n这座石室没有出资人，所以空着。',
      'Men and women stand in line along the foot of the wall, facing each other. The blank between them is where the dedication would be: who paid, for whom, in which year and month.\n\nNobody paid for this hall, so it has been left empty.',
    ),
    sources: ['mogao'],
  },
  {
    id: 'losses',
    label: both('残损', 'Losses'),
    spot: { yaw: -95.5, pitch: -6 },
    body: both(
      '剥落有深浅两层：浅处露出白粉底，深处见到草泥。边缘一线亮，是翘起的颜料在受光。\n\n程序按次序施加这些痕迹：先变色，再磨薄，再剥落，最后是裂缝、水痕与烟熏。',
      'The paint is lost at two depths: to the white ground, and further down to the straw clay. The bright rim is where lifted paint catches the light.\n\nThe program ages a wall in order: pigments change, thin, wear off and flake; then come cracks, drips and soot.',
    ),
    sources: ['cave85'],
  },
  {
    id: 'lamps',
    label: both('灯', 'The lamps'),
    spot: { yaw: -10.8, pitch: -13 },
    pictures: ['lamp-light'],
    body: both(
      '龛沿与室内的灯都在像的下方，光从下往上：下颌、眼睑与莲瓣亮起来，头光沉到暗处。\n\n光与画是分开计算的：光照只烘焙一次，换一层画、换一种灯，都不必重来。',
      'The lamps on the ledge and on the stands burn below the figures, so the light comes from beneath: chins, eyelids and petals are lit, the haloes sink into the dark.\n\nLight and paint are kept apart. The light was computed once and serves every layer of paint and every mix of lamps.',
    ),
  },
];
