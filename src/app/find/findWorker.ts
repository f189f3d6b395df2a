/** Reads and searches the texts of an exhibition, away from the page. */
import { type LibraryReply, type LibraryRequest, Shelves } from '#tour/find/library.ts';

const shelves = new Shelves();

addEventListener('message', ({ data }: MessageEvent<LibraryRequest>) => {
  if (data.kind === 'add') {
    shelves.add(data.things);
    return;
  }
  const { id, query, language, most } = data;
  const reply: LibraryReply = { id, answer: shelves.search(query, language, most) };
  postMessage(reply);
});
