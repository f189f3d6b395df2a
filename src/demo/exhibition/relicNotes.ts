/** Notes on parts of the vessels and of what is cast, cut and gilt. */
import type { RelicNote } from './relicNote.ts';
import { PAINTED_NOTES } from './relicNotesPainted.ts';
import { both } from './words.ts';

const VESSEL_NOTES: Readonly<Record<string, readonly RelicNote[]>> = {
  'ritual-tripod': [
    {
      id: 'mask',
      label: both('兽面', 'The mask'),
      body: both(
        '以中间的扉棱为鼻，左右各一只眼；单看半边，又是一条侧身的夔龙。纹样高低有三层：底上的细雷纹，面上的主纹，主纹上再刻阴线。',
        'The flange in the middle is its nose, with an eye on either side; each half alone is a dragon in profile. The relief has three levels: fine spirals on the ground, the mask itself, and lines cut into the mask.',
      ),
      on: {
        yaw: 0,
        corners: [
          [-0.11, 0.312, 0.1], [-0.06, 0.312, 0.13], [-0.012, 0.312, 0.15], [0.012, 0.312, 0.15], [0.06, 0.312, 0.13], [0.11, 0.312, 0.1],
          [0.11, 0.23, 0.1], [0.06, 0.23, 0.13], [0.012, 0.23, 0.15], [-0.012, 0.23, 0.15], [-0.06, 0.23, 0.13], [-0.11, 0.23, 0.1],
        ],
      },
      distance: 0.5,
    }, // prettier-ignore
    {
      id: 'handle',
      label: both('立耳', 'Upright handle'),
      body: both(
        '两耳立在口沿上，略向外撇。鼎盛满食物时很重，要用杠穿过双耳，两个人抬。',
        'Two handles stand on the rim and lean outward a little. A full ding was heavy: a pole went through both, and two people carried it.',
      ),
      on: { yaw: 40, pitch: 8, through: [0.156, 0.408, 0] },
      distance: 0.45,
    },
    {
      id: 'leg',
      label: both('柱足与弦纹', 'Column leg with cast rings'),
      body: both(
        '足是柱形，上粗下细，根部又放宽。三道弦纹是铸出来的，不是后刻的。',
        'The leg is a column that narrows downward and widens again at its foot. The three rings around it were cast with the vessel, not cut afterwards.',
      ),
      on: { yaw: 0, through: [0.004, 0.112, 0.12] },
      distance: 0.4,
    },
    {
      id: 'patina',
      label: both('腹内的绿锈', 'Green inside the bowl'),
      body: both(
        '水在腹底留得最久，绿锈也最厚。清理青铜器时，稳定的锈要留下，那是器物经历的一部分；只去掉会继续腐蚀的粉状锈。',
        'Water stayed longest at the bottom of the bowl, and there the green is thickest. Conservators keep a patina that is stable, as part of what the vessel has been through, and remove only the powdery kind that goes on eating.',
      ),
      on: { yaw: 0, pitch: 52, through: [0.088, 0.197, -0.049] },
      distance: 0.5,
    },
  ],
  'celadon-vase': [
    {
      id: 'crackle',
      label: both('开片', 'Crackle'),
      body: both(
        '釉比胎收缩得多，冷却后绷成一张网。粗裂纹里渗进了深色，细裂纹颜色较浅，所以看上去是两重网。',
        'The glaze shrank more than the body and tore into a net as it cooled. The wide cracks took up a dark stain, the fine ones a pale one, so one net seems to lie over another.',
      ),
      on: { yaw: 10, through: [0, 0.262, 0] },
      distance: 0.35,
    },
    {
      id: 'petals',
      label: both('仰莲瓣', 'Lotus petals'),
      body: both(
        '下腹一圈莲瓣，刻在胎上，釉流过时在刻线里积厚一点，颜色就深一点。',
        'A ring of lotus petals is carved into the body. Where the glaze ran into the cuts it lies thicker, and so looks deeper in colour.',
      ),
      on: {
        yaw: 0,
        corners: [
          [-0.05, 0.14, 0.07], [0, 0.155, 0.09], [0.05, 0.14, 0.07], [0.035, 0.05, 0.05], [0, 0.045, 0.055], [-0.035, 0.05, 0.05],
        ],
      },
      distance: 0.4,
    }, // prettier-ignore
    {
      id: 'infill',
      label: both('补配', 'Infill'),
      body: both(
        '缺失处用石膏补平，颜色比釉浅一点，近看分得出，远看不打扰。补上去的随时可以拆下来，不伤原件。',
        'What was missing is filled with plaster a little paler than the glaze: from near one can tell, from afar it does not disturb. What was added can be taken off again without harm.',
      ),
      on: { yaw: 20, through: [0.081, 0.19, -0.029] },
      distance: 0.35,
    },
    {
      id: 'foot',
      label: both('足圈', 'Foot ring'),
      body: both(
        '足圈不施釉，露出含铁的胎，烧成深褐色。釉若流到这里，瓶子就粘在垫饼上了。',
        'The foot ring is left bare: the body, rich in iron, burnt brown. Had the glaze run this far, the vase would have stuck to its support.',
      ),
      on: { yaw: 0, pitch: 2, through: [0, 0.004, 0] },
      distance: 0.3,
    },
  ],
  'jade-disc': [
    {
      id: 'grains',
      label: both('谷纹', 'Grain pattern'),
      body: both(
        '每一粒都是先去地、留出凸点，再磨出一个小小的旋。几百粒，一粒一粒来。',
        'For each grain the ground around it was worn away and a small curl cut into what was left standing. There are hundreds, made one by one.',
      ),
      on: { yaw: 0, through: [-0.05, 0.13, 0] },
      distance: 0.16,
    },
    {
      id: 'stain',
      label: both('沁色', 'Staining'),
      body: both(
        '埋藏时铁质沿着微隙渗入，由表及里，越靠边越深。这一片的边界，是水到过的地方。',
        'In the ground, iron crept in along the finest cracks, deepest near the edge. Where the stain ends is where the water ended.',
      ),
      on: {
        yaw: 0,
        corners: [
          [0.035, 0.155, 0],
          [0.068, 0.142, 0],
          [0.08, 0.108, 0],
          [0.066, 0.075, 0],
          [0.042, 0.105, 0],
        ],
      },
      distance: 0.25,
    },
    {
      id: 'hole',
      label: both('好', 'The hole'),
      body: both(
        '璧中间的孔，古书里叫「好」，周围的玉叫「肉」。肉比好宽，才叫璧。',
        'Old books call the hole the “good” and the jade around it the “flesh”. Only where the flesh is wider than the hole is the disc called bi.',
      ),
      on: { yaw: 0, through: [0.028, 0.104, 0] },
      distance: 0.16,
    },
  ],
  'gilt-casket': [
    {
      id: 'clasp',
      label: both('锁扣', 'Clasp'),
      body: both(
        '函是要锁上、封好、埋下去的，不是为了打开。',
        'A casket was locked, sealed and buried. It was not made to be opened.',
      ),
      on: { yaw: 0, pitch: 6, through: [0, 0.112, 0.09] },
      distance: 0.25,
    },
    {
      id: 'panel',
      label: both('錾花', 'Chased panel'),
      body: both(
        '先在背面垫胶，正面用錾子一下一下敲出轮廓，再錾细线，空地打满鱼子纹一样的小圈。花纹不去料，只挪料。',
        'The plate is bedded in pitch; the outline is struck with punches blow by blow, then the fine lines, and the ground is filled with small rings like fish roe. Chasing takes no metal away, it only moves it.',
      ),
      on: {
        yaw: 0,
        corners: [
          [-0.07, 0.088, 0.08],
          [0.07, 0.088, 0.08],
          [0.07, 0.05, 0.08],
          [-0.07, 0.05, 0.08],
        ],
      },
      distance: 0.3,
    },
    {
      id: 'jewel',
      label: both('宝珠钮', 'Jewel knob'),
      body: both(
        '盖顶一朵小莲花，托一颗火焰形宝珠。提盖时手指总捏在这里，金先磨薄。',
        'On the lid a small lotus holds a pointed jewel. Fingers always took hold here, and here the gold is thinnest.',
      ),
      on: { yaw: 28, pitch: 12, through: [0, 0.182, 0] },
      distance: 0.22,
    },
  ],
  'bronze-bell': [
    {
      id: 'boss',
      label: both('撞座', 'Striking boss'),
      body: both(
        '莲花形的撞座，木槌只撞在这里。铜在这里最厚，声音也最圆。',
        'A boss like a lotus; the beam strikes here and nowhere else. The bronze is thickest here and the tone roundest.',
      ),
      on: { yaw: 0, through: [0, 0.14, 0] },
      distance: 0.5,
    },
    {
      id: 'loop',
      label: both('龙钮', 'Dragon loop'),
      body: both(
        '两个龙头背向而伏，身子拱成一个环。传说这条龙叫蒲牢，怕鲸，一惊就大叫，所以钟做龙钮，槌刻鲸形。',
        'Two dragon heads crouch back to back, their one body the arch between them. The story calls the dragon Pulao: it fears the whale and cries out, so bells wear the dragon and the beam is carved as a whale.',
      ),
      on: { yaw: 20, pitch: 8, through: [0, 0.6, 0] },
      distance: 0.5,
    },
    {
      id: 'studs',
      label: both('乳钉', 'Studs'),
      body: both(
        '一排排凸起的乳钉是装饰，也让钟壁的振动衰减得快一些，余音不至于糊成一片。',
        'The rows of studs are ornament, and they also damp the wall’s vibration a little, so that one stroke does not blur into the next.',
      ),
      on: { yaw: 30, through: [0, 0.276, 0] },
      distance: 0.45,
    },
  ],
};

export const RELIC_NOTES: Readonly<Record<string, readonly RelicNote[]>> = { ...VESSEL_NOTES, ...PAINTED_NOTES };
