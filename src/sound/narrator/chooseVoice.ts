/** Which of a device's voices reads a language: only those that live on it, so that nothing is asked of a stranger. */
export interface DeviceVoice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default?: boolean;
}

/**
 * The voice whose tag says most of what is wanted: the very tag, then the same language in the same script, then the
 * same language. Null where the device has none of its own. Regions are told apart from scripts only as far as Chinese
 * needs it: `zh-CN` and `zh-SG` are simplified, `zh-TW`, `zh-HK` and `zh-MO` traditional.
 */
export function chooseVoice<Voice extends DeviceVoice>(voices: readonly Voice[], language: string): Voice | null {
  const wanted = parse(language);
  let best: Voice | null = null;
  let bestRank = 0;
  for (const voice of voices) {
    const rank = voice.localService ? rankOf(parse(voice.lang), wanted, voice.default === true) : 0;
    if (rank > bestRank) [best, bestRank] = [voice, rank];
  }
  return best;
}

interface Tag {
  readonly whole: string;
  readonly language: string;
  readonly script: string | null;
}

const CHINESE_SCRIPTS: Readonly<Record<string, string>> = {
  cn: 'hans',
  sg: 'hans',
  tw: 'hant',
  hk: 'hant',
  mo: 'hant',
};

function parse(tag: string): Tag {
  const whole = tag.toLowerCase().replaceAll('_', '-');
  const [language = '', ...rest] = whole.split('-');
  const script = rest.find((part) => part.length === 4) ?? (language === 'zh' ? scriptOf(rest) : null);
  return { whole, language: language === 'cmn' ? 'zh' : language, script };
}

function scriptOf(parts: readonly string[]): string | null {
  return parts.map((part) => CHINESE_SCRIPTS[part]).find((script) => script !== undefined) ?? null;
}

function rankOf(voice: Tag, wanted: Tag, isDefault: boolean): number {
  if (voice.language !== wanted.language || voice.language === '') return 0;
  const tagRank = voice.whole === wanted.whole ? 6 : voice.script === wanted.script ? 4 : 2;
  return tagRank + (isDefault ? 1 : 0);
}
