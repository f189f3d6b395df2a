import { describe, expect, it } from 'vitest';
import { openExhibition } from '#document/open.ts';
import { makeExhibition } from '../../fixtures/exhibitions.ts';

const open = (kiosk: unknown) => {
  const tours = [{ id: 'round', label: { en: 'Round' }, steps: [{ at: 'cave-45', narration: { en: 'Here.' } }] }];
  const { exhibition, faults } = openExhibition(JSON.stringify({ ...makeExhibition(), tours, kiosk }));
  return { kiosk: exhibition?.kiosk, faults: faults.map(({ path, code }) => `${path}: ${code}`) };
};

describe('the kiosk of a document', () => {
  it('is taken as it is where all of it is sound', () => {
    const kiosk = {
      isAlways: true,
      attract: 'round',
      idleSeconds: 120,
      answerSeconds: 40,
      screen: { bottom: 0.6, top: 1.8 },
      isLow: false,
      type: 1.5,
      publicUrl: 'https://museum.example/caves/',
      staff: { salt: 'a'.repeat(32), hash: '0'.repeat(64), iterations: 600_000 },
    };
    expect(open(kiosk)).toEqual({ kiosk, faults: [] });
  });

  it('loses what leads nowhere, and keeps the rest', () => {
    const found = open({
      idleSeconds: 60,
      attract: 'rond',
      screen: { bottom: 1.8, top: 0.6 },
      publicUrl: 'mailto:a@museum.example',
    });
    expect(found.kiosk).toEqual({ idleSeconds: 60 });
    expect(found.faults).toEqual([
      'kiosk.attract: unknown-tour',
      'kiosk.screen: bad-order',
      'kiosk.publicUrl: unsafe-link',
    ]);
  });

  it('gives nobody less time to answer than they need, and takes no code in plain digits', () => {
    expect(open({ answerSeconds: 5 }).faults.join()).toContain('kiosk.answerSeconds');
    expect(open({ staff: { salt: '00', hash: '4711', iterations: 1 } }).faults.join()).toContain('kiosk.staff');
  });
});
