import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canCheckCodes, checkCode } from '#app/kiosk/checkCode.ts';
import { type CodeEvent, type CodePad, EMPTY_PAD, knock, stepCodePad } from '#tour/kiosk/codePad.ts';

const after = (...events: CodeEvent[]): CodePad => events.reduce(stepCodePad, EMPTY_PAD);
const type = (code: string): CodeEvent[] => [...code].map((digit) => ({ kind: 'digit', digit }));
const WRONG = { kind: 'wrong' } as const;

describe('the pad for the code', () => {
  it('takes digits and gives them back one by one', () => {
    expect(after(...type('47x11'), { kind: 'erase' }).digits).toBe('471');
    expect(after(...type('1234567890123456')).digits).toBe('123456789012');
  });

  it('takes nothing for a while after five wrong codes, and longer after ten', () => {
    const five = after(WRONG, WRONG, WRONG, WRONG, WRONG);
    expect(five).toMatchObject({ locked: 60, digits: '' });
    expect(stepCodePad(five, { kind: 'digit', digit: '1' }).digits).toBe('');
    const waited = stepCodePad(five, { kind: 'wait', dt: 60 });
    expect(stepCodePad(waited, { kind: 'digit', digit: '1' }).digits).toBe('1');
    expect([WRONG, WRONG, WRONG, WRONG, WRONG].reduce(stepCodePad, waited).locked).toBe(120);
  });

  it('forgets wrong codes after the right one', () => {
    expect(after(WRONG, WRONG, { kind: 'right' })).toEqual(EMPTY_PAD);
  });

  it('comes after five presses of the corner within four seconds, and not after five in an hour', () => {
    const press = (times: readonly number[]) =>
      times.reduce<ReturnType<typeof knock>>((before, at) => knock(before.knocks, at), { knocks: [], isEnough: false });
    expect(press([0, 1, 2, 3, 3.9]).isEnough).toBe(true);
    expect(press([0, 1, 2, 3]).isEnough).toBe(false);
    expect(press([0, 100, 200, 300, 400]).isEnough).toBe(false);
    expect(press([0, 1, 2, 3, 3.5, 3.6]).isEnough).toBe(false);
  });
});

describe('the code', () => {
  const salt = '00112233445566778899aabbccddeeff';
  const hash = pbkdf2Sync('4711', Buffer.from(salt, 'hex'), 100_000, 32, 'sha256').toString('hex');

  it('is told from every other one', async () => {
    expect(await checkCode('4711', { salt, hash, iterations: 100_000 })).toBe(true);
    expect(await checkCode('4712', { salt, hash, iterations: 100_000 })).toBe(false);
  });

  it('cannot be checked by a page that the browser does not trust', () => {
    expect(canCheckCodes({} as Crypto)).toBe(false);
    expect(canCheckCodes(undefined)).toBe(false);
    expect(canCheckCodes(crypto)).toBe(true);
  });
});
