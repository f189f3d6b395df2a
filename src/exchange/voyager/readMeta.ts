/** What an SVX document says about its scene and models: articles, sounds, pictures, the collection's own record. */
import type { LanguageMap } from '#document/schema.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { type FoundPicture, findPicture } from '../making/pictures.ts';
import type { Foreign } from '../reading/foreign.ts';
import { readArticle, readWords } from './readTexts.ts';

export interface Article {
  readonly title: LanguageMap;
  readonly body: LanguageMap;
}

export interface Meta {
  readonly title: LanguageMap;
  /** The lead article comes first. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Addresses of sounds by their ids. */
  readonly sounds: ReadonlyMap<string, string>;
  readonly poster: FoundPicture | null;
}

const POSTERS = ['High', 'Medium', 'Low', 'Thumb'];

export async function readMeta(draft: Draft, meta: Foreign): Promise<Meta> {
  const collection = meta.object('collection');
  const title = collection ? readWords(collection, 'title', 'titles') : {};
  const lead = meta.number('leadArticle');
  const articles: [string, Article][] = [];
  for (const article of meta.objects('articles')) {
    const id = article.text('id') ?? article.path;
    article.ignore('mimeType');
    article.lose('thumbnailUri', 'the picture of an article is left out: an article is read as text');
    articles.push([id, { title: readWords(article, 'title', 'titles'), body: await readArticle(draft, article) }]);
  }
  const first = lead === undefined ? [] : articles.splice(lead, 1);
  return {
    title,
    articles: new Map([...first, ...articles]),
    sounds: await readSounds(draft, meta),
    poster: await readPoster(draft, meta),
  };
}

/** An annotation of ours has one sound; the first language that is there is taken. */
async function readSounds(draft: Draft, meta: Foreign): Promise<Map<string, string>> {
  const sounds = new Map<string, string>();
  for (const clip of meta.objects('audio')) {
    const id = clip.text('id') ?? '';
    clip.ignore('name');
    clip.lose('captionUris', 'captions are left out: the sound of an annotation has none');
    const uris = clip.object('uris');
    for (const key of uris?.keys() ?? []) {
      const address = uris?.text(key) ?? '';
      const file = draft.locate(address);
      const path = uris?.at(key) ?? clip.path;
      if ('reason' in file) draft.ledger.lose(path, `the sound is left out: ${file.reason}`, address);
      else if (!(await draft.folder.hasFile(file.path)))
        draft.ledger.lose(path, `the sound is left out: there is no file “${file.path}” in the folder`, address);
      else if (sounds.has(id))
        draft.ledger.lose(path, 'the sound of an annotation has one language; this one is left out', address); // prettier-ignore
      else {
        sounds.set(id, file.path);
        draft.addFile({ from: file.path, to: file.path });
      }
    }
  }
  return sounds;
}

async function readPoster(draft: Draft, meta: Foreign): Promise<FoundPicture | null> {
  const images = meta.objects('images');
  for (const image of images) image.ignore('byteSize', 'width', 'height');
  const renders = images
    .map((image) => ({ image, usage: image.text('usage') ?? 'Render', quality: image.text('quality') ?? '' }))
    .sort((a, b) => POSTERS.indexOf(a.quality) - POSTERS.indexOf(b.quality));
  let poster: FoundPicture | null = null;
  for (const { image, usage, quality } of renders) {
    const uri = image.text('uri');
    if (uri === undefined) continue;
    if (usage === 'Render' && POSTERS.includes(quality) && !poster)
      poster = await findPicture(draft, uri, image.at('uri'));
    else
      draft.ledger.lose(
        image.path,
        `a picture for ${quote(`${usage} ${quality}`)} has no place: a relic has one poster`,
        uri,
      );
  }
  return poster;
}
