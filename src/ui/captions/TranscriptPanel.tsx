import { useEffect, useMemo, useRef, useState } from 'react';
import type { AudioAsset } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { matchLanguage } from '#i18n/matchLanguage.ts';
import { lineOf, transcriptOf } from '#tour/captions/transcript.ts';
import { Choice } from '../form/Choice.tsx';
import { useTexts, useTour, useUi } from '../context.ts';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import { Text, usePick } from '../Text.tsx';

/** Everything that is said on the guided tours and in recordings, with the line marked that is being said. */
export function TranscriptPanel() {
  const t = useTexts();
  const pick = usePick();
  const exhibition = useTour((state) => state.exhibition);
  const language = useTour((state) => state.language);
  const said = useTour((state) => state.captions.find(({ source }) => source === 'narration')?.text ?? '');
  const tours = exhibition.tours ?? [];
  const transcripts = useMemo(
    () => (exhibition.tours ?? []).map(({ id }) => ({ id, parts: transcriptOf(exhibition, id, language) })),
    [exhibition, language],
  );
  const [wanted, setWanted] = useState<string | null>(null);
  const heard = transcripts.find(({ parts }) => lineOf(parts, said) !== null);
  const open = transcripts.find(({ id }) => id === wanted) ?? heard ?? transcripts[0];
  const current = open ? lineOf(open.parts, said) : null;
  const recordings = exhibition.assets.filter((asset) => asset.kind === 'audio');
  return (
    <PanelFrame title={t('transcript.heading')} className="panel--transcript">
      {tours.length === 0 && recordings.length === 0 && <p>{t('transcript.none')}</p>}
      {tours.length > 1 && (
        <Choice
          legend={t('transcript.tour')}
          options={tours.map(({ id, label }) => ({
            value: id,
            label: pick(label).text,
            language: pick(label).language,
          }))}
          value={open?.id ?? null}
          onChange={setWanted}
        />
      )}
      {open?.parts.map(({ place, language: told, lines }, part) => (
        <section key={part} className="transcript__part">
          <h3 className="transcript__place" lang={place.language}>
            {place.text}
          </h3>
          {lines.map((line, index) => (
            <Line
              key={index}
              isCurrent={current?.part === part && current.line === index}
              language={told}
              text={line}
            />
          ))}
        </section>
      ))}
      {recordings.map((asset) => (
        <Recording key={asset.id} asset={asset} />
      ))}
    </PanelFrame>
  );
}

function Line({ isCurrent, language, text }: { isCurrent: boolean; language: string; text: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <p ref={line} className="transcript__line" lang={language} dir="auto" aria-current={isCurrent ? 'true' : undefined}>
      {text}
    </p>
  );
}

/** What is said or heard in a recording; its captions are fetched when it is opened. */
function Recording({ asset }: { asset: AudioAsset }) {
  const t = useTexts();
  const { baseUrl } = useUi();
  const wanted = useTour((state) => state.language);
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const { captions = {}, description } = asset;
  const language = matchLanguage([wanted], Object.keys(captions)) ?? Object.keys(captions)[0];
  const uri = language === undefined ? undefined : captions[language];
  const open = async (): Promise<void> => {
    const url = uri === undefined ? null : resolveAssetUri(uri, baseUrl);
    if (url === null) return;
    const { loadCues } = await import('#sources/captions/loadCues.ts');
    const cues = await loadCues(url, AbortSignal.timeout(20_000)).catch(() => []);
    setLines(cues.map(({ speaker, text }) => (speaker === undefined ? text : `${speaker}: ${text}`)));
  };
  return (
    <section className="transcript__part">
      <h3 className="transcript__place">
        <Text map={asset.label} />
      </h3>
      {description && (
        <p>
          <Text map={description} />
        </p>
      )}
      {uri !== undefined && lines === null && (
        <button type="button" className="word" onClick={() => void open()}>
          {t('transcript.open')}
        </button>
      )}
      {lines?.length === 0 && <p>{t('transcript.failed')}</p>}
      {lines?.map((line, index) => (
        <p key={index} className="transcript__line" lang={language} dir="auto">
          {line}
        </p>
      ))}
    </section>
  );
}
