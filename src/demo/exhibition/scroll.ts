/** What is written about the handscroll. */
import { both } from './words.ts';
import type { RelicText } from './relics.ts';

export const SCROLL_TEXT: RelicText = {
  id: 'scroll',
  label: both('青绿山水手卷', 'Handscroll of blue and green mountains'),
  body: both(
    '近十二米长，半米高，从右往左展开，一次只看一臂之宽。石青、石绿盖在赭石底上，山有远近，水无尽头；渔舟、行旅、桥、寺、村舍都在画里，走完一遍要一炷香。\n\n卷中的「印章」与「题跋」都不是字，只是像字的记号。',
    'Nearly twelve metres long and half a metre high, unrolled from right to left, an arm’s width at a time. Azurite and malachite over ochre; mountains near and far, water without end; boats, travellers, bridges, temples and villages. Walking through it takes as long as a stick of incense burns.\n\nIts seals and inscriptions are no writing, only marks that look like it.',
  ),
  alt: both(
    '青绿山水长卷的全貌：自右至左，山麓、湖、主峰与瀑布、长桥、峡谷，最后是消失在水面的远山。',
    'The whole of a blue-green landscape scroll: from right to left foothills, a lake, a great peak with a waterfall, a long bridge, a gorge, and far mountains fading into water.',
  ),
  sources: ['landscapes'],
};
