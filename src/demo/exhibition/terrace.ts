import type { PlaceText } from './place.ts';
import { both, fact, MADE, PLACE, SIZE } from './words.ts';

export const TERRACE_TEXT: PlaceText = {
  id: 'terrace',
  label: both('崖前平台', 'The cliff terrace'),
  pictures: {
    'as-found': {
      label: both('崖前平台', 'The cliff terrace'),
      summary: both(
        '黄昏，太阳刚落到崖后。崖壁上开着三座石窟：正前方是千佛石室，右手边是中心柱窟，左手边沿栈道上去是卧佛窟。参观从这里开始。',
        'Dusk; the sun has just gone down behind the cliff. Three caves open in it: the Hall of a Thousand Buddhas straight ahead, the central-pillar cave to the right, and up the plank walk to the left the chamber of the reclining figure. The visit begins here.',
      ),
      start: { fov: 78 },
    },
    restored: {
      label: both('崖前平台 · 推想复原', 'The terrace, conjecturally restored'),
      summary: both(
        '窟口抹过新泥，壁画完整，木构上过颜色。这是推想，不是发现。',
        'Fresh plaster around the doors, the outer paintings whole, the timber coloured. This is conjecture, not a finding.',
      ),
      start: { fov: 78 },
    },
    'line-drawing': {
      label: both('崖前平台 · 线描', 'The terrace in line'),
      summary: both(
        '崖面的层理、梁孔与窟口，像考古图那样只用线。',
        'Strata, beam holes and doors in line alone, as an archaeologist would draw them.',
      ),
      start: { fov: 78 },
    },
  },
  labels: [
    {
      id: 'welcome',
      label: both('一处从未存在过的地方', 'A place that never was'),
      spot: { point: [2.05, 0.9, 0.85] },
      body: both(
        '这里的崖、窟、画、像，没有一样是拍来的，也没有一样是训练出来的：全部由程序按规则一笔一笔画成，用的是敦煌石窟艺术的语言，但不记录任何真实的石窟。\n\n哪些话有依据，展签上会写明出处；哪些是推想，会标明「推想」。',
        'Nothing here was photographed, and nothing was made by a trained model. Cliff, caves, paintings and figures were drawn stroke by stroke by a program that follows rules. It speaks the language of the cave art of Dunhuang, but records no real cave.\n\nWhere a label states a fact, it names its source. Where something is conjecture, it says so.',
      ),
      facts: [
        fact(
          MADE,
          both(
            '程序绘制（algorithmicMedia），可由种子重建',
            'Drawn by program (algorithmicMedia), can be rebuilt from its seeds',
          ),
        ),
        fact(both('权利', 'Rights'), both('CC0 1.0，可任意使用', 'CC0 1.0: use it as you like')),
      ],
    },
    {
      id: 'hall-door',
      label: both('千佛石室的窟门', 'Door of the hall'),
      spot: { point: [0, 2.5, 0] },
      pictures: ['as-found', 'restored'],
      body: both(
        '甬道长一米六，宽不过一米一五。石窟的门开得小，是为了挡住风沙，也让室内的温度与湿度变化得慢一些——壁画能留下来，一半靠这扇小门。',
        'The passage is 1.6 m long and no wider than 1.15 m. Small doors keep out wind and sand and slow down every change of warmth and damp inside. That wall paintings survive owes much to such doors.',
      ),
      facts: [fact(SIZE, both('1.15 × 2.05 米', '1.15 × 2.05 m'))],
      sources: ['conservation'],
    },
    {
      id: 'beam-holes',
      label: both('成排的方孔', 'Rows of square holes'),
      spot: { yaw: 34, pitch: 24 },
      body: both(
        '崖面上一排排方孔，是从前插木梁的地方：窟前曾有木构的窟檐与栈道。木头朽了，孔还在。\n\n沙砾岩质地疏松，不能像别处那样雕石为像，所以这类石窟里的像是泥塑的，墙是抹泥画的。',
        'The rows of square holes once held beams: timber porches and walkways stood before the caves. The wood is gone, the holes remain.\n\nThe rock is a loose conglomerate of gravel. It cannot be carved into figures, so figures in caves of this kind are modelled in clay, and walls are plastered and painted.',
      ),
      sources: ['mogao', 'fan'],
    },
    {
      id: 'plank-walk',
      label: both('栈道', 'The plank walk'),
      spot: { yaw: -42, pitch: 9 },
      body: both(
        '木梁一头嵌进崖里，一头悬空，上面铺板，外侧装栏。顺着它走到左上方那扇亮着灯的门，就是卧佛窟。',
        'One end of each beam is let into the cliff, the other hangs free; planks lie across, a rail runs along the outside. Follow it up to the lighted door on the left: behind it is the chamber of the reclining figure.',
      ),
      facts: [fact(PLACE, both('高出平台 2.4 米', '2.4 m above the terrace'))],
    },
    {
      id: 'sky',
      label: both('崖后的落日', 'The sun behind the cliff'),
      spot: { yaw: 180, pitch: 12 },
      body: both(
        '转过身看东边：地平线上一道灰蓝，是地球自己的影子正在升起；影子上沿那条粉紫色的带子，是最后的日光从头顶照过去，在大气里散射回来。',
        'Turn around to the east. The grey-blue along the horizon is the shadow of the earth, rising. The pink band above it is the last sunlight, passing overhead and scattered back by the air.',
      ),
    },
  ],
};
