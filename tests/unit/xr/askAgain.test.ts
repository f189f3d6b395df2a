import { describe, expect, it } from 'vitest';
import { createTour } from '#tour/store.ts';
import { askAgain } from '#xr/session/askAgain.ts';
import { exhibition } from '../tour/exhibition.ts';

/** Someone who answers when told to. */
function open() {
  const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });
  const said: string[] = [];
  let answer: { come(text: string): void; fail(reason: Error): void } | null = null;
  const send = () => {
    said.push('sent');
    return new Promise<string>((come, fail) => (answer = { come, fail }));
  };
  const asking = askAgain(tour, send, (found) => said.push(`here: ${found}`));
  const heard = () => new Promise((done) => setImmediate(done));
  return {
    ...tour.commands,
    asking,
    said,
    come(text: string) {
      answer?.come(text);
      return heard();
    },
    fail() {
      answer?.fail(new Error('offline'));
      return heard();
    },
  };
}

describe('asking for what a session can do without for a while', () => {
  it('asks again at the next arrival, label or wish for what could not be had', async () => {
    const { said, fail, come, goTo, openPanel, asking } = open();
    await fail();
    expect(said).toEqual(['sent']);
    goTo('niche');
    await fail();
    expect(said).toEqual(['sent', 'sent']);
    openPanel({ kind: 'places' });
    await fail();
    asking.again();
    await come('relics');
    expect(said).toEqual(['sent', 'sent', 'sent', 'sent', 'here: relics']);
  });

  it('asks once at a time, and not for what is here', async () => {
    const { said, come, goTo, asking } = open();
    goTo('niche');
    asking.again();
    await come('relics');
    goTo('hall');
    expect(said).toEqual(['sent', 'here: relics']);
  });

  it('takes nothing after its end and asks for nothing', async () => {
    const late = open();
    late.asking.end();
    await late.come('relics');
    late.goTo('niche');
    late.asking.again();
    const failed = open();
    failed.asking.end();
    await failed.fail();
    failed.goTo('niche');
    expect([late.said, failed.said]).toEqual([['sent'], ['sent']]);
  });
});
