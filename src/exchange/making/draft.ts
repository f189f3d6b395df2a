/** An exhibition while it is made from a foreign document. What comes out has passed `document/open`. */
import type { Asset, Exhibition, ExhibitionNode, LanguageMap } from '#document/schema.ts';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { openExhibition } from '#document/open.ts';
import { describeFault } from '#document/fault.ts';
import { MAX_JSON_BYTES } from '#document/read.ts';
import { ExchangeError } from '../loss.ts';
import type { Locate } from '../reading/addresses.ts';
import { askByAddress, type ImportFile, type ImportFolder } from '../reading/folder.ts';
import type { Ledger } from '../reading/ledger.ts';
import type { ImportResult } from '../result.ts';
import { createIdMaker, type IdMaker } from '../text/ids.ts';
import { isEmpty } from '../text/words.ts';
import { createHalls, type Halls } from './halls.ts';
import { listLanguages, nameLanguages } from './languages.ts';
import { asWritten } from './written.ts';

type Tour = NonNullable<Exhibition['tours']>[number];

export interface Draft {
  readonly ledger: Ledger;
  readonly folder: ImportFolder;
  readonly locate: Locate;
  readonly assetIds: IdMaker;
  readonly nodeIds: IdMaker;
  readonly assets: Asset[];
  readonly nodes: ExhibitionNode[];
  readonly tours: Tour[];
  /** What has no place of its own hangs here. */
  readonly halls: Halls;
  addFile(file: ImportFile): void;
  finish(about: About): ImportResult;
}

/** What is said of the whole. */
export interface About extends Omit<
  Partial<Exhibition>,
  'formatVersion' | 'id' | 'label' | 'assets' | 'nodes' | 'tours' | 'defaultLanguage' | 'languages'
> {
  readonly name: string;
  readonly label: LanguageMap;
}

export interface DraftOptions {
  readonly format: string;
  readonly ledger: Ledger;
  readonly folder: ImportFolder;
  readonly locate: Locate;
  /** The language of texts that do not say theirs. */
  readonly language?: string | undefined;
}

const MAX_FILES = 200_000;

export function createDraft({ format, ledger, folder, locate, language }: DraftOptions): Draft {
  const files = new Map<string, ImportFile>();
  const [assets, nodes, tours]: [Asset[], ExhibitionNode[], Tour[]] = [[], [], []];
  const assetIds = createIdMaker();
  const nodeIds = createIdMaker();
  const halls = createHalls({ assets, nodes, assetIds, nodeIds });

  function addFile(file: ImportFile): void {
    if (files.size >= MAX_FILES && !files.has(file.to))
      throw new ExchangeError(`more than ${MAX_FILES} files are named`);
    files.set(file.to, file);
  }

  function finish({ name, label, ...about }: About): ImportResult {
    ledger.close();
    const title: LanguageMap = isEmpty(label) ? { und: name } : label;
    if (nodes.length === 0) halls.open(title);
    halls.setLabels(title);
    const { losses, kept } = ledger;
    const draft = {
      formatVersion: 1,
      id: createIdMaker().make(name, 'exhibition'),
      label: title,
      ...about,
      defaultLanguage: 'en',
      languages: ['en'],
      assets,
      nodes,
      ...(tours.length > 0 && { tours }),
    };
    // A copy, so that what is shared between parts of the draft is not changed twice.
    const copy = structuredClone(draft);
    if (language !== undefined) nameLanguages(copy, language);
    const languages = listLanguages(copy);
    Object.assign(copy, { languages, defaultLanguage: languages[0] });
    if (kept.length > 0) Object.assign(copy, { 'x-import': { format, kept } });
    const text = JSON.stringify(copy);
    if (text.length > MAX_JSON_BYTES)
      throw new ExchangeError('the exhibition it makes is larger than a document may be');
    const { exhibition, faults } = openExhibition(text, ALL_FORMATS);
    for (const fault of faults) losses.add('', `the exhibition made of it: ${describeFault(fault)}`);
    if (!exhibition) throw new ExchangeError('nothing in it can be shown in an exhibition');
    return {
      format,
      document: asWritten(exhibition),
      losses: losses.losses,
      lossesLeftOut: losses.leftOut,
      files: [...files.values()],
    };
  }

  return {
    ledger,
    folder: askByAddress(folder),
    locate,
    assetIds,
    nodeIds,
    assets,
    nodes,
    tours,
    halls,
    addFile,
    finish,
  };
}
