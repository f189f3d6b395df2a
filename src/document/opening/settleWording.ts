/** A museum's own words, entry by entry: one that is wrong leaves the interface's own text in its place. */
import type { FaultList } from '../fault.ts';
import { languageTag } from '../fields.ts';
import { isJsonObject, type JsonObject } from '../schemaWalk.ts';
import { words } from '../wordingSchema.ts';
import { joinPath } from './places.ts';
import { toFault, validate } from './validate.ts';

/** More entries than this are none of an interface. */
const MAX_ENTRIES = 5_000;

/** Changes `document.wording` in place; takes it out where it is no object. */
export function settleWording(document: JsonObject, faults: FaultList): void {
  const { wording } = document;
  if (wording === undefined) return;
  if (!isJsonObject(wording)) {
    const message = 'expected texts by language and key { "en": { "title.enter": "…" } }';
    faults.add({ severity: 'error', path: 'wording', code: 'wrong-type', message });
    delete document['wording'];
    return;
  }
  for (const [language, texts] of Object.entries(wording)) {
    const path = joinPath('wording', language);
    const tagIssue = validate(languageTag, language)[0];
    if (tagIssue || !isJsonObject(texts)) {
      const message = tagIssue ? `"${language.slice(0, 60)}" is no language tag` : 'expected texts by key { … }';
      faults.add({ severity: 'error', path, code: tagIssue ? 'bad-language-tag' : 'wrong-type', message });
      delete wording[language];
    } else settleTexts(texts, path, faults);
  }
}

function settleTexts(texts: JsonObject, path: string, faults: FaultList): void {
  for (const [index, key] of Object.keys(texts).entries()) {
    if (index >= MAX_ENTRIES) delete texts[key];
    else {
      const issue = findIssue(texts[key]);
      if (!issue) continue;
      faults.add(toFault({ ...issue, path: [] }, joinPath(path, key)));
      delete texts[key];
    }
  }
}

/** The union of both forms would only say that neither fits. */
function findIssue(value: unknown) {
  const options = words._zod.def.options;
  const [text, forms] = options;
  const schema = isJsonObject(value) ? forms : text;
  return validate(schema, value)[0];
}
