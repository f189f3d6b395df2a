/**
 * Two guided tours. The narrations are written to be spoken: short sentences, one thing at a time. A step names the
 * place and the picture, where one looks, and the label that lies open beside it.
 */
import type { LanguageMap } from '#document/schema.ts';
import type { TourStep } from '#document/tourSchema.ts';
import type { PictureId, PlaceText, Spot } from './place.ts';
import { both } from './words.ts';

/** What a step shows beside its label, as the document has it. */
type Shown = Partial<Pick<TourStep, 'id' | 'layers' | 'light' | 'relic' | 'measure' | 'wall' | 'choices' | 'next'>>;

export interface TourStepText extends Shown {
  readonly at: `${PlaceText['id']}-${PictureId}` | 'gallery';
  /** A label of that place to look at and open; else `spot`. */
  readonly show?: string;
  readonly spot?: Spot;
  readonly fov: number;
  readonly narration: LanguageMap;
}

export interface TourText {
  readonly id: string;
  readonly label: LanguageMap;
  readonly summary: LanguageMap;
  readonly steps: readonly TourStepText[];
}

export const TOURS: readonly TourText[] = [
  {
    id: 'three-caves',
    label: both('一个黄昏，三座石窟', 'Three caves in one evening'),
    summary: both('从崖前走到卧佛身旁。', 'From the cliff to the side of the reclining figure.'),
    steps: [
      {
        at: 'terrace-as-found',
        spot: { yaw: 0, pitch: 7 },
        fov: 75,
        narration: both(
          '天快黑了，三扇门里都点着灯。这面崖从来没有存在过，但崖上的每一种做法，都有人真的做过。我们进去看看。',
          'It is getting dark, and there are lamps behind all three doors. This cliff never existed, but everything on it was once done by someone. Let us go in.',
        ),
      },
      {
        at: 'hall-as-found',
        show: 'niche',
        fov: 60,
        narration: both(
          '正面是一佛、二弟子、二菩萨。看他们的眼睛：佛看着前方，弟子看着佛，而两边的菩萨微微侧身，看着刚进门的你。',
          'Before us a Buddha, two disciples, two bodhisattvas. Look at their eyes. The Buddha looks ahead, the disciples look at him, and the bodhisattvas at the sides turn a little, towards you who have just come in.',
        ),
      },
      {
        at: 'hall-as-found',
        show: 'thousand-buddhas',
        fov: 60,
        layers: { layer: 'restored', mode: 'lens', lens: { yaw: 24, pitch: 46, radius: 16 } },
        narration: both(
          '抬头，屋顶的四面坡上坐满了小佛。画的人用四种颜色轮换，每一行错开一格。一个人画，一个人数，墙就活了。圆镜里是推想的原色。',
          'Look up. The four slopes of the ceiling are full of small Buddhas. Whoever painted them took four colourings in turn and moved on by one in every row. One man paints, another counts, and the wall comes alive. In the round glass you see the colours as they may have been.',
        ),
      },
      {
        at: 'hall-as-found',
        show: 'caisson',
        fov: 45,
        narration: both(
          '正中央，三只兔子追着跑。数一数耳朵：三只，不是六只。可是每只兔子都有一双。接下来，您可以去看墙上的故事，也可以先看一件器物。',
          'In the very middle three hares run after one another. Count the ears. Three, not six. And yet every hare has two. From here you may follow a story along a wall, or take something into your hands first.',
        ),
        choices: [
          { label: both('先看一块玉璧', 'First, a disc of jade'), to: 'jade' },
          { label: both('去看墙上的故事', 'On to the story on the wall'), to: 'pillar' },
        ],
      },
      {
        id: 'jade',
        at: 'hall-as-found',
        spot: { yaw: -5.3, pitch: -13.9 },
        fov: 55,
        relic: {
          hotspot: 'relic-jade-disc',
          annotation: 'grains',
          lamp: { yaw: -60, pitch: 15, mix: 0.8 },
        },
        narration: both(
          '灯放低，贴着玉面照过去，谷纹就一粒一粒立了起来。光从哪里来，决定了您看得见什么。',
          'Hold the lamp low, almost along the stone, and the grains stand up one by one. What you can see depends on where the light comes from.',
        ),
      },
      {
        id: 'pillar',
        at: 'pillar-as-found',
        show: 'pillar',
        fov: 70,
        narration: both(
          '这一座更早。中间的方柱是开窟时留下的岩石，是一座塔。从前的人进来，不是站着看，是绕着走。',
          'This cave is older. The square pillar in the middle is rock that was left standing. It is a stupa. People did not come here to stand and look. They came to walk around it.',
        ),
      },
      {
        at: 'pillar-as-found',
        show: 'jataka',
        fov: 55,
        narration: both(
          '墙上有一条长长的故事。鹿王从河里救起一个人，那个人后来做了什么，要你自己顺着墙走过去看。',
          'Along the wall runs a long story. The king of the deer saves a man from the river. What the man does then you will see if you follow the wall.',
        ),
      },
      {
        at: 'chamber-as-found',
        show: 'figure',
        fov: 70,
        light: { hour: 0, lamp: 1 },
        narration: both(
          '最后一座。先别说话，等眼睛习惯。他躺在那里，六米多长，一只手垫在脸下。灯从下面照上来。',
          'The last one. Do not speak yet; let your eyes grow used to it. He lies there, more than six metres long, one hand under his cheek. The light comes from below.',
        ),
      },
      {
        at: 'chamber-as-found',
        show: 'mourners',
        fov: 60,
        light: { hour: 0, lamp: 1 },
        narration: both(
          '他身后的墙上，所有人都来了。有人平静，有人痛哭。画这面墙的人，把懂与不懂，画在了脸上。',
          'On the wall behind him everyone has come. Some are calm, some cry out. Whoever painted this wall put into their faces who understands and who does not yet.',
        ),
      },
    ],
  },
  {
    id: 'left-and-guessed',
    label: both('留下的，推想的', 'What is left, what is guessed'),
    summary: both(
      '墙与器物各留下了什么，复原能说什么、不能说什么。',
      'What walls and relics have kept, and what a restoration can say and cannot.',
    ),
    steps: [
      {
        at: 'hall-as-found',
        show: 'dark-faces',
        fov: 40,
        narration: both(
          '这几位菩萨为什么是黑的？不是因为画的人这样想，是因为肤色里的铅丹变了。蓝和绿没有变，所以明暗颠倒了过来。',
          'Why are these bodhisattvas dark? Not because anyone wanted them so. There was red lead in the colour of their skin, and red lead turns. Blue and green did not. So light and dark changed places.',
        ),
      },
      {
        at: 'hall-as-found',
        spot: { yaw: 95, pitch: 4.5 },
        fov: 40,
        layers: { layer: 'restored', mode: 'curtain', curtain: 0.5 },
        narration: both(
          '左边是推想，右边是现状：同一面墙，同一套线。只换了颜料表。请记住：这是推想。线是有依据的，颜色的深浅没有人能担保。',
          'Conjecture on the left, the wall as it is on the right: the same wall, the same lines, another table of pigments. Please remember that this is conjecture. For the lines there is evidence. For the strength of the colours nobody can vouch.',
        ),
      },
      {
        at: 'hall-as-found',
        spot: { yaw: -95.5, pitch: -6 },
        fov: 40,
        measure: { from: { yaw: -104, pitch: -6 }, to: { yaw: -87, pitch: -6 } },
        narration: both(
          '剥落的地方不要急着可惜。看断面：白粉，细泥，草泥。一面墙是怎样做成的，坏了的地方讲得最清楚。这把尺子告诉您，它有多宽，又有几分把握。',
          'Do not be sorry too soon for what has flaked away. Look at the edge: white ground, fine clay, clay with straw. How a wall is made is told best where it is broken. The tape says how wide this stretch is, and how sure one can be of it.',
        ),
      },
      {
        at: 'hall-line-drawing',
        show: 'preaching-scene',
        fov: 50,
        narration: both(
          '把颜色都拿掉，剩下的是线。画师先有稿，再上墙。这一层最朴素，也最诚实。',
          'Take away the colour and the line is left. The painters had sketches before they had a wall. This layer is the plainest, and the most honest.',
        ),
        choices: [
          { label: both('去展厅看器物', 'To the relics in the hall'), to: 'vase' },
          { label: both('再看一座窟的墙', 'To the walls of another cave'), to: 'rings' },
        ],
      },
      {
        id: 'vase',
        at: 'gallery',
        fov: 60,
        relic: { hotspot: 'relic-celadon-vase', state: '', against: 'completed', annotation: 'infill' },
        narration: both(
          '这只瓶子缺过一块。一边是留下来的，一边是补全的。补上的地方故意做得认得出来：看的人有权知道，哪里是瓶子，哪里是我们的想法。',
          'This vase has lost a piece. On one side you see what is left, on the other the vase made whole. The filling is meant to be told apart. Whoever looks has a right to know where the vase ends and our idea of it begins.',
        ),
      },
      {
        at: 'gallery',
        fov: 60,
        relic: {
          hotspot: 'relic-mural-fragment',
          annotation: 'section',
          lamp: { yaw: 70, pitch: 10, mix: 0.7 },
        },
        narration: both(
          '一小片墙。灯从旁边照，断面上一层一层都看得见。它从哪面墙上来，没有人说得准，所以我们也不说。',
          'A small piece of a wall. With the lamp at its side you can count the layers at the edge. From which wall it came nobody can say for certain, so we do not say it either.',
        ),
        next: 'end',
      },
      {
        id: 'rings',
        at: 'pillar-as-found',
        show: 'dark-rings',
        fov: 45,
        narration: both(
          '这座窟更极端：粗黑的轮廓，雪白的鼻梁。后来的人很喜欢这种样子，可是画的人从来没有见过它。',
          'In this cave it went further: thick black contours, snow-white noses. Later people have loved this look. The painters never saw it.',
        ),
      },
      {
        at: 'pillar-restored',
        show: 'restored-flesh',
        fov: 45,
        narration: both(
          '如果颜料没有变，大概是这样：一圈一圈的粉红，像光从里面透出来。时间不只拿走东西，有时也画上一笔。',
          'If the pigments had not turned, it may have looked like this: ring within ring of pink, as if light came from inside. Time does not only take away. Sometimes it paints.',
        ),
      },
      {
        id: 'end',
        at: 'terrace-as-found',
        spot: { yaw: -2.8, pitch: 7.9 },
        fov: 75,
        narration: both(
          '又回到崖前。凡是推想的，在这里都标着“推想”；菜单里有一个开关，一按就只剩留下来的。两样都看过，才算看过。',
          'Back before the cliff. All that is conjecture is marked as conjecture here, and one switch leaves only what was found. To have seen the place is to have seen it both ways.',
        ),
      },
    ],
  },
];
