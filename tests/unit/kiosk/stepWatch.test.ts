import { describe, expect, it } from 'vitest';
import { openDeviceShelf } from '#app/kiosk/deviceShelf.ts';
import { addEntry, type JournalEntry, MOST_ENTRIES, readJournal, writeJournal } from '#tour/kiosk/journal.ts';
import {
  ALL_WELL,
  patienceAfter,
  recentReloads,
  stepWatch,
  type Watch,
  type WatchEvent,
} from '#tour/kiosk/stepWatch.ts';

const ill = { kind: 'ill', illness: 'frames' } as const;
const well = { kind: 'well', illness: 'frames' } as const;
/** Nothing that the renderer could be to blame for. */
const late = { kind: 'ill', illness: 'start' } as const;
const begun = { kind: 'well', illness: 'start' } as const;
const wait = (dt: number) => ({ kind: 'wait', dt }) as const;
const after = (...events: WatchEvent[]): Watch =>
  events.reduce((watch, event) => stepWatch(watch, event, 10), ALL_WELL);

describe('what looks after a page', () => {
  it('leaves a page alone that is well, for ever', () => {
    expect(after(wait(1e9), well)).toEqual(ALL_WELL);
  });

  it('loads it anew once something has been wrong for as long as it is patient', () => {
    expect(after(late, wait(9.9)).isOver).toBe(false);
    expect(after(late, wait(9.9), wait(0.1))).toMatchObject({ isOver: true, rebuilds: 0 });
  });

  it('builds the renderer anew first where that may be to blame, and waits as long again', () => {
    for (const illness of ['frames', 'context', 'picture'] as const) {
      const events = [{ kind: 'ill', illness } as const, wait(9.9), wait(0.1)];
      expect(after(...events)).toMatchObject({ isOver: false, rebuilds: 1, waited: 0 });
      expect(after(...events, wait(9.9))).toMatchObject({ isOver: false, rebuilds: 1 });
      expect(after(...events, wait(9.9), wait(0.1))).toMatchObject({ isOver: true, rebuilds: 1 });
      expect(after(...events, { kind: 'well', illness }, wait(30)).illness).toBeNull();
    }
  });

  it('builds it anew no second time soon after, since that has not helped, and again once that is long ago', () => {
    const helped = [ill, wait(10), well] as const;
    expect(after(...helped, wait(500), ill, wait(10))).toMatchObject({ isOver: true, rebuilds: 1 });
    expect(after(...helped, wait(600), ill, wait(10))).toMatchObject({ isOver: false, rebuilds: 2 });
  });

  it('builds it anew as soon as at first, however long it waits before the next load', () => {
    const slow = [ill, wait(10)].reduce<Watch>((watch, event) => stepWatch(watch, event, 900), ALL_WELL);
    expect(slow).toMatchObject({ rebuilds: 1, isOver: false });
    expect(stepWatch(slow, wait(899), 900).isOver).toBe(false);
    expect(stepWatch(slow, wait(900), 900).isOver).toBe(true);
  });

  it('forgets what has mended itself, and waits all of the time for the next', () => {
    expect(after(late, wait(9), begun)).toEqual(ALL_WELL);
    expect(after(late, wait(9), begun, late, wait(9)).isOver).toBe(false);
  });

  it('does not begin anew for what comes on top, and is not calmed by what was not wrong', () => {
    expect(after(late, wait(9), { kind: 'ill', illness: 'context' }, wait(1)).isOver).toBe(true);
    expect(after(late, wait(9), { kind: 'well', illness: 'context' }, wait(1)).isOver).toBe(true);
  });

  it('asks for one new load only', () => {
    const over = after(late, wait(10));
    expect(stepWatch(over, begun, 10)).toBe(over);
  });

  it('is not hurried by a clock that runs backwards', () => {
    expect(after(late, wait(-100), wait(NaN), wait(9)).isOver).toBe(false);
  });

  it('waits longer after each load in vain, and is as quick as before an hour later', () => {
    const at = (count: number) => Array.from({ length: count }, (_, index) => 1_000 + index);
    expect([0, 2, 3, 5, 6, 50].map((count) => patienceAfter(at(count), 1_100))).toEqual([10, 10, 60, 60, 900, 900]);
    expect(patienceAfter(at(6), 5_000)).toBe(10);
  });

  it('takes no load for recent that a clock which was set back puts into the future', () => {
    expect(recentReloads([500, 5_000], 600)).toEqual([500]);
  });
});

describe('the journal of a device', () => {
  const error = (at: number, text: string) => ({ at, kind: 'error', text }) as const;
  const fill = (count: number): readonly JournalEntry[] =>
    Array.from({ length: count }, (_, index) => index).reduce<readonly JournalEntry[]>(
      (journal, index) => addEntry(journal, error(index, `error ${index}`)),
      [],
    );

  it('keeps the last entries and counts what says the same', () => {
    const journal = fill(MOST_ENTRIES + 5);
    expect(journal).toHaveLength(MOST_ENTRIES);
    expect(journal[0]?.text).toBe('error 5');
    const again = addEntry(addEntry(journal, error(100, 'same')), error(101, 'same'));
    expect(again.at(-1)).toEqual({ at: 101, kind: 'error', text: 'same', times: 2 });
  });

  it('is read as it was written, and is empty where the text is none of it', () => {
    const journal = fill(3);
    expect(readJournal(writeJournal(journal))).toEqual(journal);
    for (const text of [null, '', '{', '{}', '[1,null,{"at":1}]', '[{"at":1,"kind":"evil","text":"","times":1}]']) {
      expect(readJournal(text)).toEqual([]);
    }
  });

  it('holds no entry longer than one can read', () => {
    expect(readJournal(writeJournal(addEntry([], error(1, 'x'.repeat(10_000)))))[0]?.text).toHaveLength(300);
  });
});

describe('what a device keeps', () => {
  const shelfOver = (map: Map<string, string>) =>
    openDeviceShelf(
      () => ({ getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) }),
      () => 7,
    );

  it('is there again after the page was loaded anew', () => {
    const map = new Map<string, string>();
    shelfOver(map).note('context', '');
    shelfOver(map).setVolume(3);
    shelfOver(map).setReloads([12.5, 99]);
    const again = shelfOver(map);
    expect(again.entries()).toEqual([{ at: 7, kind: 'context', text: '', times: 1 }]);
    expect([again.volume(), again.reloads()]).toEqual([3, [12.5, 99]]);
  });

  it('is nothing at first, and nothing where somebody else wrote', () => {
    expect([shelfOver(new Map()).volume(), shelfOver(new Map()).reloads()]).toEqual([null, []]);
    const map = new Map([
      ['grotto.device.volume', 'loud'],
      ['grotto.device.reloads', 'often'],
    ]);
    expect([shelfOver(map).volume(), shelfOver(map).reloads()]).toEqual([null, []]);
  });

  it('lasts as long as the page where the browser refuses', () => {
    const shelf = openDeviceShelf(
      () => {
        throw new Error('refused');
      },
      () => 7,
    );
    shelf.note('error', 'x');
    shelf.setVolume(0);
    expect([shelf.entries().length, shelf.volume()]).toEqual([1, 0]);
  });
});
