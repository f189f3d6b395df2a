import { describeRights } from '#document/rights/describeRights.ts';
import { safeLinkUrl } from '#document/uri.ts';
import { usePick } from '../Text.tsx';

/** Rights by their common name, leading to their text; what is no link to follow is shown as it is. */
export function RightsLink({ uri, isFull = false }: { uri: string; isFull?: boolean }) {
  const pick = usePick();
  const { url, label, name } = describeRights(uri);
  const full = isFull && name ? pick(name) : null;
  return (
    <>
      {url === null ? <span>{label}</span> : <OutwardLink url={url} text={label} rel="license" />}
      {full && full.text !== label && <span lang={full.language}> {full.text}</span>}
    </>
  );
}

/** A link out of the exhibition, or plain text where the address is none that may be followed. */
export function OutwardLink({ url, text, rel = '' }: { url: string; text: string; rel?: string }) {
  const safe = safeLinkUrl(url);
  if (safe === null) return <span>{text}</span>;
  return (
    <a href={safe} target="_blank" rel={`noopener noreferrer ${rel}`.trim()} className="link">
      {text}
    </a>
  );
}
