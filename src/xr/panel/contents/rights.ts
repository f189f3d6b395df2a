import { describeRights } from '#document/rights/describeRights.ts';
import type { PickedText } from '#i18n/pickText.ts';
import { type ContentsOf, pick } from './said.ts';

/** Rights by their common name, their full name, and where their text is: in a headset no link can be followed. */
export function nameRights(of: ContentsOf, uri: string): PickedText {
  const { label, name, url } = describeRights(uri);
  const full = name && pick(of, name);
  const address = url?.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const parts = [label, full && full.text !== label ? full.text : '', url !== label ? address : ''];
  return { text: parts.filter(Boolean).join(' · '), language: full?.language ?? '' };
}
