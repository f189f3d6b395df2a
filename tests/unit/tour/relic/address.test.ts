import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '#tour/address.ts';
import { type AddressWindow, bindAddressBar } from '#tour/addressBar.ts';
import { createTour } from '#tour/store.ts';
import { exhibition } from './exhibition.ts';

const known = { exhibition, brokenNodes: new Map() };

describe('the address of a relic', () => {
  it('is written where one is open, and read back', () => {
    const tour = createTour({ ...known, faults: [], language: 'en', isTitleOpen: false });
    tour.commands.relic.open('the-vase');
    const written = writeAddress(tour.store.getState());
    expect(written).toContain('&relic=the-vase&');
    expect(readAddress(`#${written}`, known)).toMatchObject({ address: { relicId: 'the-vase' }, faults: [] });
    tour.commands.relic.close();
    expect(writeAddress(tour.store.getState())).not.toContain('relic');
  });

  it.each([
    { hash: '#relic=the-vas', code: 'address-unknown-relic', hint: 'did you mean "the-vase"?' },
    { hash: '#relic=words', code: 'address-unknown-relic', hint: 'no relic "words"' },
    { hash: '#at=niche&relic=the-vase', code: 'address-unknown-relic', hint: 'in node "niche"' },
    { hash: '#relic=__proto__', code: 'address-unknown-relic', hint: 'no relic' },
  ])('that cannot be used is left out and reported: $hash', ({ hash, code, hint }) => {
    const { address, faults } = readAddress(hash, known);
    expect(address.relicId).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code });
    expect(faults[0]?.message).toContain(hint);
  });

  it('means nothing at a place that is not there', () => {
    expect(readAddress('#at=nowhere&relic=the-vase', known).address.relicId).toBeNull();
  });
});

describe('Back and Forward', () => {
  it('put a relic back and take it up again', () => {
    const entries = ['/#'];
    let index = 0;
    let tell = (): void => undefined;
    const window: AddressWindow = {
      get location() {
        return new URL(entries[index] ?? '', 'https://museum.example');
      },
      history: {
        pushState: (_data, _unused, url) => {
          entries.splice(++index, Infinity, url);
        },
        replaceState: (_data, _unused, url) => {
          entries[index] = url;
        },
      },
      addEventListener: (_type, listener) => (tell = listener),
      removeEventListener: () => undefined,
    };
    const travel = (steps: number): void => {
      index += steps;
      tell();
    };
    const tour = createTour({ ...known, faults: [], language: 'en', isTitleOpen: false });
    bindAddressBar({ tour, window });
    const shown = () => {
      const { relic, panel } = tour.store.getState();
      return `${relic?.hotspotId ?? 'none'} ${panel?.kind ?? 'none'}`;
    };

    tour.commands.relic.open('the-vase');
    tour.commands.openPanel({ kind: 'about' });
    tour.commands.relic.open('the-bead');
    expect(entries).toHaveLength(4);
    travel(-1);
    expect(shown()).toBe('the-vase about');
    travel(-1);
    expect(shown()).toBe('the-vase none');
    travel(-1);
    expect(shown()).toBe('none none');
    travel(3);
    expect(shown()).toBe('the-bead none');
    expect(entries).toHaveLength(4);
  });
});
