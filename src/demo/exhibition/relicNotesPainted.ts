/** Notes on parts of what is painted and glazed. */
import type { RelicNote } from './relicNote.ts';
import { both } from './words.ts';

export const PAINTED_NOTES: Readonly<Record<string, readonly RelicNote[]>> = {
  'clay-bodhisattva': [
    {
      id: 'face',
      label: both('面部', 'The face'),
      body: both(
        '眼帘低垂，嘴角微收。粉底上先敷肉色，再点唇、描眉；铅色受潮变暗，今天看到的棕，当年是白里透红。',
        'Lowered lids, the corners of the mouth drawn in a little. On a white ground came the flesh tone, then lips and brows. Lead pigments darken with damp: what is brown today was once white with a blush.',
      ),
      on: { yaw: 4, through: [0, 0.548, 0] },
      distance: 0.28,
    },
    {
      id: 'clay',
      label: both('露出的泥胎', 'Bare clay'),
      body: both(
        '颜色剥落，露出细泥。泥里掺了沙、棉和麻，干的时候不裂；再往里是掺麦草的粗泥，最里面是木骨。',
        'Where the colour is gone one sees the fine clay. Sand, cotton and hemp were worked into it so that it would not crack in drying; beneath lies coarse clay with straw, and in the middle a wooden core.',
      ),
      on: { yaw: 4, through: [0, 0.43, 0] },
      distance: 0.35,
    },
    {
      id: 'skirt',
      label: both('裙上的团花', 'Flowers on the skirt'),
      body: both(
        '石绿地上点白色小团花，模仿当时的织锦。画匠把布也画成了会垂下来的样子。',
        'Small white rosettes on malachite green, after the patterned silks of the time. The painter let the cloth hang as cloth does.',
      ),
      on: {
        yaw: 4,
        corners: [
          [-0.03, 0.27, 0.02],
          [0.035, 0.27, 0.02],
          [0.04, 0.19, 0.02],
          [-0.035, 0.19, 0.02],
        ],
      },
      distance: 0.42,
    },
    {
      id: 'seat',
      label: both('莲座', 'Lotus seat'),
      body: both(
        '仰莲一层，覆莲一层，每瓣由浅到深叠晕两三遍。',
        'One ring of petals turned up, one turned down; each petal is shaded in two or three steps from pale to deep.',
      ),
      on: { yaw: 4, pitch: 8, through: [0, 0.075, 0] },
      distance: 0.4,
    },
  ],
  'glazed-horse': [
    {
      id: 'saddle',
      label: both('鞍与障泥', 'Saddle and mudguard'),
      body: both(
        '鞍上搭着鞍袱，下面垂障泥。白点是先用蜡一类的东西挡住釉，烧时化去，留下白地。',
        'A cloth lies over the saddle, a mudguard hangs below. The white spots were kept free with something like wax, which burnt away and left the pale ground.',
      ),
      on: {
        yaw: -90,
        corners: [
          [-0.08, 0.44, -0.08],
          [-0.08, 0.44, 0.03],
          [-0.08, 0.36, 0.03],
          [-0.08, 0.36, -0.08],
        ],
      },
      distance: 0.55,
    },
    {
      id: 'runs',
      label: both('流釉', 'Running glaze'),
      body: both(
        '铅釉八百度上下就化，化了就往下流。颈上这几道白和褐，是火画的。',
        'Lead glaze melts at about eight hundred degrees and runs. These streaks of cream and brown on the neck were drawn by the fire.',
      ),
      on: { yaw: -70, through: [0, 0.47, 0.17] },
      distance: 0.5,
    },
    {
      id: 'head',
      label: both('马首', 'The head'),
      body: both(
        '头小，颈粗而弯，鼻孔张开：这是从西边来的马的样子。络头上的小饰，模仿金属的杏叶。',
        'A small head on a thick arched neck, the nostrils wide: so people pictured the horses that came from the west. The ornaments on the bridle copy leaves of metal.',
      ),
      on: { yaw: -70, through: [0, 0.585, 0.29] },
      distance: 0.45,
    },
  ],
  'mural-fragment': [
    {
      id: 'face',
      label: both('菩萨面容', 'The bodhisattva’s face'),
      body: both(
        '肉色里的铅丹和铅白变成了棕黑，线条还在。变的是颜色，不是画。',
        'Red lead and lead white in the flesh have turned brown; the lines are still there. The colour changed, the drawing did not.',
      ),
      on: { yaw: 0, through: [0.008, 0.135, 0] },
      distance: 0.25,
    },
    {
      id: 'small-buddhas',
      label: both('千佛一段', 'A row from the thousand Buddhas'),
      body: both(
        '上缘残存一排小佛，四种颜色轮流，斜看成行。原来的墙上，这样的小佛成百上千。',
        'Along the upper edge a row of small Buddhas survives, four colours in turn, so that slanting lines appear. On the wall it came from there would be hundreds.',
      ),
      on: {
        yaw: 0,
        corners: [
          [-0.13, 0.335, 0],
          [0.15, 0.335, 0],
          [0.15, 0.29, 0],
          [-0.13, 0.29, 0],
        ],
      },
      distance: 0.4,
    },
    {
      id: 'loss',
      label: both('剥落处', 'Where paint is lost'),
      body: both(
        '白粉层和颜料一起起甲、脱落，露出细泥。修复时只在泥的边缘加固，不补画。',
        'Ground and paint lifted together and fell, and the fine clay shows. Conservators secure the edges of such losses and paint nothing in.',
      ),
      on: { yaw: 0, through: [-0.17, 0.26, 0] },
      distance: 0.25,
    },
    {
      id: 'section',
      label: both('断面', 'The section'),
      body: both(
        '断口里看得见草筋：麦草切短拌进泥里，干缩时拉住裂缝。',
        'The break shows the straw: chopped short and mixed into the clay, it held the cracks together as the wall dried.',
      ),
      on: { yaw: -75, through: [-0.22, 0.2, 0.004] },
      distance: 0.3,
    },
  ],
  'manuscript-scroll': [
    {
      id: 'frontispiece',
      label: both('卷首画', 'Frontispiece'),
      body: both(
        '说法图画在卷首，展卷时先见佛，后见经。',
        'The preaching scene stands at the head: whoever unrolled the scroll met the Buddha first and the text after.',
      ),
      on: {
        yaw: 0,
        pitch: 70,
        corners: [
          [0.06, 0.01, -0.1],
          [0.2, 0.01, -0.1],
          [0.2, 0.01, 0.1],
          [0.06, 0.01, 0.1],
        ],
      },
      distance: 0.4,
    },
    {
      id: 'strokes',
      label: both('像字的笔迹', 'Strokes like writing'),
      body: both(
        '界栏之内，行行匀整，照写经的规矩；写下的却不是字。',
        'Even columns between ruled lines, as the scribes had it; but what fills them is not writing.',
      ),
      on: { yaw: 0, pitch: 70, through: [-0.08, 0.005, 0] },
      distance: 0.3,
    },
    {
      id: 'roller',
      label: both('卷轴', 'Roller'),
      body: both(
        '长卷从右往左读，读过的卷起来，没读的还在轴上。',
        'A scroll is read from right to left: what has been read is rolled up, what has not is still on the roller.',
      ),
      on: { yaw: -14, pitch: 35, through: [-0.215, 0.03, 0] },
      distance: 0.4,
    },
  ],
};
