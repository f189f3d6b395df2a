/** What is written about the nine relics, and beside which thing their pictures are shown. */
import type { LanguageMap } from '#document/schema.ts';
import type { SourceId } from './sources.ts';
import { both } from './words.ts';

export interface RelicText {
  readonly id: string;
  readonly label: LanguageMap;
  readonly body: LanguageMap;
  /** The picture in words, for those who do not see it. */
  readonly alt: LanguageMap;
  readonly sources: readonly SourceId[];
}

export const RELIC_TEXTS: readonly RelicText[] = [
  {
    id: 'ritual-tripod',
    label: both('兽面纹铜鼎', 'Ritual bronze tripod'),
    body: both(
      '三足、双耳、深腹：鼎原是煮肉的锅，后来成了祭器，再后来成了权力的比喻。腹上一圈兽面，左右对称，只有眼睛先看见你。\n\n绿锈不是涂上去的颜色，而是铜与土、水多年反应的结果，总是先在低处、湿处生出来。',
      'Three legs, two handles, a deep belly: the ding began as a cooking pot, became a vessel of ritual, and at last a figure of speech for power. Around it runs a mask of two equal halves; its eyes see you first.\n\nThe green is no paint. It is what copper becomes with soil and water over a long time, and it begins where water stays.',
    ),
    alt: both(
      '三足双耳的青铜鼎，腹部饰兽面纹，低凹处有绿锈。',
      'A bronze cauldron on three legs with two upright handles, an animal mask in relief around its belly, green patina in the hollows.',
    ),
    sources: ['bronzes'],
  },
  {
    id: 'celadon-vase',
    label: both('开片青瓷瓶', 'Crackled celadon vase'),
    body: both(
      '釉比胎收缩得多，冷却时便绷裂成网。窑工后来索性让它裂：粗的一重染成铁色，细的一重染成金色。\n\n它有三种样子：出土的残片，修补后留白的样子，推想中完整的样子。博物馆的补配故意不做得一模一样，好让人看得出哪里是后补的。',
      'The glaze shrinks more than the body, so on cooling it tears into a net. In time potters came to want it: a wide net stained dark as iron, a fine one pale as gold.\n\nThe vase is shown in three states: the sherds as found, mended with plain infill, and whole as it may have been. A museum’s infill is never quite the colour of the original, so that one can always tell what was added.',
    ),
    alt: both(
      '粉青色长颈瓶，釉面满布深浅两重开片，足圈露出深褐色胎。',
      'A pale blue-green vase with a slender neck, its glaze crazed with a wide dark net and a fine light one, the foot ring bare and brown.',
    ),
    sources: ['glazes'],
  },
  {
    id: 'jade-disc',
    label: both('谷纹玉璧', 'Jade disc'),
    body: both(
      '一块圆玉，中间一个圆孔，两面排满小小的谷纹。玉比钢还硬，刻不动，只能用解玉砂一点点磨出来。褐色的沁，是埋在土里时从外面渗进去的。',
      'A round of jade with a round hole, both faces set with rows of small curled grains. Jade is harder than steel and cannot be cut; every line was ground with sand. The brown is what seeped in from the earth.',
    ),
    alt: both(
      '青白色玉璧，表面谷纹成排，边缘有褐色沁。',
      'A pale green jade disc with a central hole, rows of raised grain pattern, brown staining along one edge.',
    ),
    sources: ['jades'],
  },
  {
    id: 'gilt-casket',
    label: both('鎏金舍利函', 'Gilt reliquary casket'),
    body: both(
      '盝顶的小方函，一层套一层，最里面供养舍利。花纹是錾出来的：先打轮廓，再錾细线，最后鎏金。手常碰的棱角，金先磨薄。',
      'A small chest with a lid like a cut-off pyramid. Such caskets were set one inside another, and the innermost held the relic. The ornament was chased with punches, then gilded. Where hands took hold, the gold is thin.',
    ),
    alt: both(
      '方形鎏金小函，盝顶，面上錾花卉与卷草，棱角处金色磨损。',
      'A small square gilt casket with a truncated-pyramid lid, chased flowers and scrolls, the gilding worn along its edges.',
    ),
    sources: ['famen'],
  },
  {
    id: 'clay-bodhisattva',
    label: both('彩塑菩萨', 'Painted clay bodhisattva'),
    body: both(
      '木骨、草束、粗泥、细泥，最后是一层白粉和颜色。身体微微弯成 S 形，重心落在一条腿上，所以站着也像要走。\n\n剥落的地方能看到泥里的麦草：这种像怕水，不怕岁月。',
      'A wooden core, bundles of reed, coarse clay, fine clay, and last a white ground and colour. The body bends in a slight S with its weight on one leg, so that even standing it seems about to walk.\n\nWhere the paint has flaked one sees the straw in the clay. Such figures fear water more than time.',
    ),
    alt: both(
      '彩绘泥塑立菩萨，身体微曲，彩绘部分剥落露出泥胎。',
      'A standing bodhisattva of painted clay in a gentle S-curve, colours flaked in places down to the clay.',
    ),
    sources: ['mogao', 'conservation'],
  },
  {
    id: 'glazed-horse',
    label: both('三彩马', 'Three-colour glazed horse'),
    body: both(
      '黄、绿、白三色的铅釉，在窑里化开往下流，流到哪里算哪里。画匠只决定在哪里下笔，剩下的交给火。\n\n蹄子上不施釉，否则会粘在窑板上。',
      'Lead glazes of amber, green and cream melt in the kiln and run where they will. The painter only decides where they start; the fire does the rest.\n\nThe hooves are left bare, or they would stick to the shelf.',
    ),
    alt: both(
      '站立的三彩陶马，白身，赭、绿釉流淌，备鞍，立于长方形底板。',
      'A standing earthenware horse, cream with running amber and green glaze, saddled, on a rectangular base.',
    ),
    sources: ['glazes', 'silkRoad'],
  },
  {
    id: 'bronze-bell',
    label: both('铜钟', 'Bronze bell'),
    body: both(
      '钟没有舌，要用木槌从外面撞，撞在莲花座上。声音里有许多个音，彼此并不成整倍；其中两个几乎一样高，一强一弱地起伏，听起来像在呼吸。',
      'The bell has no clapper; it is struck from outside with a beam of wood, on the lotus boss. Its sound holds many tones that are no simple multiples of one another. Two of them lie so close that they swell and fade together, as if the bell were breathing.',
    ),
    alt: both(
      '龙钮铜钟，钟体分格，有带纹与莲花形撞座。',
      'A bronze bell hung by a dragon loop, its body divided into panels by bands, with a lotus-shaped striking boss.',
    ),
    sources: ['bells'],
  },
  {
    id: 'mural-fragment',
    label: both('壁画残块', 'Fragment of a wall painting'),
    body: both(
      '正面是画，侧面是剖面：最里面草泥，中间细泥，外面一层白粉，颜料只有不到半毫米。整面墙的千年，就靠这半毫米。',
      'The front is a painting, the side a section: straw clay within, fine clay upon it, a skin of white ground, and less than half a millimetre of paint. A thousand years of a wall hang on that half millimetre.',
    ),
    alt: both(
      '一块边缘破碎的壁画，画面残存人物，断面可见草泥。',
      'A broken piece of painted plaster with part of a figure; straw and clay show along its edges.',
    ),
    sources: ['cave85'],
  },
  {
    id: 'manuscript-scroll',
    label: both('写本卷子', 'Manuscript scroll'),
    body: both(
      '纸一张张粘成长卷，末端有轴。纸先用黄檗染过，虫不爱吃。卷首一幅画，后面本该是经文；这里只有像字的笔迹，因为我们不愿让机器假装写经。',
      'Sheets of paper pasted into one long strip, with a roller at the end. The paper was dyed with the bark of the cork tree, which insects dislike. After the picture at its head a scripture would follow. Here there are only strokes that look like writing: we did not want a machine to pretend to copy a sutra.',
    ),
    alt: both(
      '半展开的黄色纸本手卷，卷首有线描图，其后是成行的类字笔迹，木轴有圆头。',
      'A partly unrolled scroll of yellow paper with a drawing at its head, columns of writing-like strokes, and a wooden roller with round knobs.',
    ),
    sources: ['paper'],
  },
];
