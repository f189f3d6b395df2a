/** How long a step of a relic's tour stays where no voice says so: as long as one needs to hear its text read aloud. */

/** Characters per second of a calm voice. */
const LETTERS_PER_SECOND = 14;
const HAN_PER_SECOND = 4;
/** For the motion of the camera and a look around, seconds. */
const BREATH = 3;
const HAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/gu;

/** @param minSeconds What the document asks for at least. */
export function secondsFor(narration: string, minSeconds = 0): number {
  const han = narration.match(HAN)?.length ?? 0;
  const others = [...narration].length - han;
  return Math.max(minSeconds, BREATH + han / HAN_PER_SECOND + others / LETTERS_PER_SECOND);
}
