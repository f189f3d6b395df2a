/** What belongs to the device and not to a visitor: its journal, its volume, when it was loaded anew. */
import { addEntry, type JournalEntry, type JournalKind, readJournal, writeJournal } from '#tour/kiosk/journal.ts';
import { DEVICE_PREFIX } from './wipe.ts';

export interface DeviceShelf {
  note(kind: JournalKind, text: string): void;
  entries(): readonly JournalEntry[];
  /** 0 to 10; null where nobody has set it. */
  volume(): number | null;
  setVolume(volume: number): void;
  /** When the page was loaded anew because something was wrong, seconds since 1970. */
  reloads(): readonly number[];
  setReloads(times: readonly number[]): void;
}

/** @param now Milliseconds since 1970. A browser that refuses its storage keeps all of it until the page is loaded anew. */
export function openDeviceShelf(storage: () => Pick<Storage, 'getItem' | 'setItem'>, now: () => number): DeviceShelf {
  const kept = new Map<string, string>();
  const read = (name: string): string | null => {
    try {
      return storage().getItem(DEVICE_PREFIX + name);
    } catch {
      return kept.get(name) ?? null;
    }
  };
  const write = (name: string, text: string): void => {
    try {
      storage().setItem(DEVICE_PREFIX + name, text);
    } catch {
      kept.set(name, text);
    }
  };
  return {
    note: (kind, text) =>
      write('journal', writeJournal(addEntry(readJournal(read('journal')), { at: now(), kind, text }))),
    entries: () => readJournal(read('journal')),
    volume() {
      const text = read('volume');
      const volume = Number(text);
      return text !== null && Number.isInteger(volume) && volume >= 0 && volume <= 10 ? volume : null;
    },
    setVolume: (volume) => write('volume', String(volume)),
    reloads: () =>
      (read('reloads') ?? '')
        .split(' ')
        .map(Number)
        .filter((at) => at > 0),
    setReloads: (times) => write('reloads', times.join(' ')),
  };
}
