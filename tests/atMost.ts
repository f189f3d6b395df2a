/** Does something with each item, at most `width` of them at a time and in their order; answers in the same order. */
export async function atMost<Item, Answer>(
  width: number,
  items: readonly Item[],
  act: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const waiting = items.entries();
  // All of them take from the same list.
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await act(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return answers;
}
