/** What there is to say about the hall's restoration and its line drawing. */
import { AREAS } from './areas.ts';
import type { LabelText } from './place.ts';
import { both } from './words.ts';

export const HALL_LAYER_LABELS: readonly LabelText[] = [
  {
    id: 'restored-faces',
    label: both('铅丹未变时', 'Before the red lead turned'),
    spot: { yaw: 95, pitch: 4.5 },
    area: AREAS.northScene,
    pictures: ['restored'],
    body: both(
      '肤色回到浅橙与粉白，宝冠重新显出金色，衣与肉分得开了。\n\n可以放心的：线条、布局、石青与石绿。不能放心的：铅白当时有多白，罩染有几层——文献说法并不一致。',
      'Skin returns to pale orange and white, the crowns to gold, and cloth can be told from flesh again.\n\nWhat is safe: the lines, the layout, azurite and malachite. What is not: how white the lead white was, and how many glazes lay over it. The sources disagree.',
    ),
    sources: ['pigments', 'conservation'],
  },
  {
    id: 'restored-limits',
    label: both('这一层少了什么', 'What this layer leaves out'),
    spot: { yaw: -84.5, pitch: 4 },
    pictures: ['restored'],
    body: both(
      '墙面上的光仍是照着旧墙算出来的：新画的白粉本该把整间屋子映得更亮。凡是推想，都有没算到的地方，写在这里。',
      'The light on these walls was computed from the aged ones. Fresh white ground would have brightened the whole room. Every conjecture leaves something out; here it is written down.',
    ),
  },
  {
    id: 'preaching-scene',
    label: both('说法图', 'The preaching scene'),
    spot: { yaw: -84.5, pitch: 12 },
    area: AREAS.southScene,
    pictures: ['line-drawing'],
    body: both(
      '华盖、双树、一佛、四菩萨、二飞天。去掉颜色，构图的骨架就露出来：一根中轴，两侧对称，高低错落只差半个头。\n\n南北两壁的布局出自同一种粉本：画师先有稿，再上墙。',
      'A canopy, two trees, a Buddha, four bodhisattvas, two flying figures. Without colour the bones of the composition show: one axis, two equal sides, heads that differ by half their height.\n\nNorth and south walls share one pattern. Painters worked from sketches before they touched the plaster.',
    ),
    sources: ['painters'],
  },
];
