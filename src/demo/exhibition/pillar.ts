import { AREAS } from './areas.ts';
import type { PlaceText } from './place.ts';
import { both, fact, SIZE } from './words.ts';

export const PILLAR_TEXT: PlaceText = {
  id: 'pillar',
  label: both('中心柱窟', 'The central-pillar cave'),
  pictures: {
    'as-found': {
      label: both('中心柱窟', 'The central-pillar cave'),
      summary: both(
        '前人字披、后平顶，一根方柱从地面直通窟顶，柱上开龛。比千佛石室早，也更野：土红作底，人物飞动，肤色已变成近黑。',
        'A gable in front, a flat ceiling behind, and a square pillar of living rock from floor to roof, with niches in it. Older than the hall, and wilder: red earth for a ground, figures in flight, flesh turned nearly black.',
      ),
      start: { yaw: 25, pitch: 6, fov: 74 },
    },
    'lamp-light': {
      label: both('中心柱窟 · 灯下', 'The pillar cave by lamplight'),
      summary: both('只有油灯，柱后是暗的。', 'Oil lamps alone; it is dark behind the pillar.'),
      start: { yaw: 25, pitch: 6, fov: 74 },
    },
    restored: {
      label: both('中心柱窟 · 推想复原', 'The pillar cave, conjecturally restored'),
      summary: both(
        '肤色回到粉红，一圈圈晕染重新看得出来。这是推想，不是发现。',
        'Flesh is pink again and its shading shows as rings of colour. This is conjecture, not a finding.',
      ),
      start: { yaw: 25, pitch: 6, fov: 74 },
    },
    'line-drawing': {
      label: both('中心柱窟 · 线描', 'The pillar cave in line'),
      summary: both('只留墨线，可见起稿的骨架。', 'Ink lines alone, the bones of the first sketch.'),
      start: { yaw: 25, pitch: 6, fov: 74 },
    },
  },
  labels: [
    {
      id: 'pillar',
      label: both('绕柱而行', 'Walking around the pillar'),
      spot: { yaw: 27, pitch: 8 },
      area: AREAS.pillar,
      body: both(
        '从印度的塔，到石窟里的方柱，意思没有变：它是一座塔，供人右绕礼拜。前面一座大龛，其余三面上下各有小龛，人绕行一周，像就换了四面。\n\n柱是开凿时特意留下的原岩，顶着窟顶，也撑着窟顶。',
        'From the stupas of India to a square pillar in a cave the idea stayed the same: this is a stupa, to be walked around with one’s right side towards it. One large niche faces the door, smaller ones the other sides, so that the images change as one walks.\n\nThe pillar is rock that was left standing when the cave was cut. It bears the ceiling in both senses.',
      ),
      sources: ['mogao', 'fan'],
    },
    {
      id: 'gable',
      label: both('画出来的屋架', 'A roof that is painted'),
      spot: { yaw: 75, pitch: 48 },
      body: both(
        '前半间的顶做成人字披，椽子、檩条是塑的、画的，都不受力。石窟在模仿木构的殿堂：走进岩石，抬头看见的却是屋顶。',
        'The front part of the ceiling is a gable with rafters and purlins, modelled and painted and bearing nothing. The cave imitates a hall of timber: one walks into rock and looks up at a roof.',
      ),
      sources: ['mogao'],
    },
    {
      id: 'jataka',
      label: both('横卷式的本生故事', 'A story told sideways'),
      spot: { yaw: -77, pitch: -9 },
      area: AREAS.jataka,
      body: both(
        '一长条画面里，同一个人物出现了好几次：鹿王渡水救人，那人却引国王来捉鹿。故事不是一格一格分开的，山峦像锯齿一样隔开场景，也连着场景。\n\n有的故事从两头往中间讲，最要紧的一幕放在正中。',
        'In one long strip the same figures appear several times: the king of the deer carries a drowning man from the river, and the man leads the hunters to him. The scenes are not boxed in; hills like the teeth of a saw part them and join them.\n\nSome of these strips are told from both ends, and the decisive moment stands in the middle.',
      ),
      sources: ['mogao', 'fan'],
    },
    {
      id: 'dark-rings',
      label: both('白鼻梁，黑轮廓', 'White noses, black contours'),
      spot: { yaw: -100, pitch: 35 },
      pictures: ['as-found'],
      body: both(
        '这些粗黑的轮廓不是画师的本意。当年的晕染是一圈深过一圈的粉红，颜料变色后，剩下黑圈与点在鼻梁、眼睛上的白粉，看去像一个「小」字。\n\n变色竟成了风格——后人一眼认得的，正是画师没有画过的样子。',
        'These heavy black contours are not what the painters meant. They shaded flesh in rings of deepening pink; the pigment turned, and what is left are dark rings and the white dabs on nose and eyes.\n\nThe change became a style. What people recognise at a glance is something no painter ever painted.',
      ),
      sources: ['pigments', 'mogao'],
    },
    {
      id: 'musicians',
      label: both('天宫伎乐', 'Musicians of the heavenly palace'),
      spot: { yaw: 69, pitch: 21 },
      area: AREAS.musicians,
      body: both(
        '墙的最上面是一排阳台，每个拱门里一位乐人：琵琶、横笛、腰鼓、竖箜篌。栏墙画成凹凸的砖块，一千多年前的立体错觉。',
        'Along the top of the wall runs a balcony with a musician in every arch: lute, flute, hourglass drum, harp. The parapet is painted as blocks that step in and out, an optical trick of fifteen centuries ago.',
      ),
      sources: ['fan'],
    },
    {
      id: 'strongmen',
      label: both('墙脚的力士', 'Strongmen at the foot of the wall'),
      spot: { yaw: 60, pitch: -10 },
      body: both(
        '最下面一排力士，怒目、鼓腹、跳着，把整面墙扛在肩上。',
        'Along the bottom the strongmen glare, puff out their bellies and dance, with the whole wall on their shoulders.',
      ),
      facts: [fact(SIZE, both('窟宽约 6.8 米，深约 10.4 米', 'Cave about 6.8 m wide and 10.4 m deep'))],
      sources: ['fan'],
    },
    {
      id: 'restored-flesh',
      label: both('粉红的晕染', 'Rings of pink'),
      spot: { yaw: -100, pitch: 35 },
      pictures: ['restored'],
      body: both(
        '复原只做了一件事：把变色的颜料换回去。圈与圈的宽窄、层次都与现状相同，颜色的数值是估计。',
        'The restoration does one thing: it puts back the pigments that have changed. Width and order of the rings are those of the wall as found; the values of the colours are estimates.',
      ),
      sources: ['pigments'],
    },
  ],
};
