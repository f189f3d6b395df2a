import { describe, expect, it } from 'vitest';
import { Dialogue } from '#embed/dialogue.ts';
import { eventOf } from '#embed/events.ts';
import type { CallMessage } from '#embed/protocol.ts';

const ORIGIN = 'https://museum.example';
const FRAME = { name: 'the frame' };

function open() {
  const posted: CallMessage[] = [];
  const events: unknown[] = [];
  const dialogue = new Dialogue({
    frame: FRAME,
    origin: ORIGIN,
    post: (message) => posted.push(message),
    onEvent: (event, detail) => events.push([event, detail]),
  });
  const hear = (data: unknown, origin = ORIGIN, source: unknown = FRAME) => dialogue.hear({ source, origin, data });
  return { dialogue, posted, events, hear };
}

describe('a page that talks with the visit in its frame', () => {
  it('gets each answer where its question was, in whatever order', async () => {
    const { dialogue, posted, hear } = open();
    const [first, second] = [dialogue.call('state'), dialogue.call('goTo', 'hall', { yaw: 1 })];
    expect(posted.map(({ call, args }) => [call, args])).toEqual([['state', []], ['goTo', ['hall', { yaw: 1 }]]]); // prettier-ignore
    hear({ grotto: 1, id: posted[1]?.id, error: 'goTo: no node "hall"' });
    hear({ grotto: 1, id: posted[0]?.id, result: { nodeId: 'niche' } });
    await expect(first).resolves.toEqual({ nodeId: 'niche' });
    await expect(second).rejects.toThrow('goTo: no node "hall"');
  });

  it('hears events', () => {
    const { events, hear } = open();
    hear({ grotto: 1, event: 'arrive', detail: { nodeId: 'hall' } });
    expect(events).toEqual([['arrive', { nodeId: 'hall' }]]);
  });

  it('hears nobody but that frame, and that only while it shows the exhibition', async () => {
    const { dialogue, posted, events, hear } = open();
    const call = dialogue.call('state');
    const id = posted[0]?.id;
    hear({ grotto: 1, event: 'arrive' }, 'https://evil.example');
    hear({ grotto: 1, event: 'arrive' }, 'null');
    hear({ grotto: 1, event: 'arrive' }, ORIGIN, { name: 'another frame' });
    hear({ grotto: 1, event: 'arrive' }, ORIGIN, null);
    hear({ grotto: 1, id, result: 'forged' }, 'https://evil.example');
    hear({ grotto: 1, id, result: 'true' });
    expect(await call).toBe('true');
    expect(events).toEqual([]);
  });

  it.each([
    null,
    'ready',
    7,
    [],
    {},
    { grotto: 2, event: 'arrive' },
    { grotto: '1', event: 'arrive' },
    { grotto: 1, event: {} },
    { grotto: 1, id: {}, result: 1 },
    { grotto: 1, id: '__proto__', result: 1 },
    { grotto: 1, id: 999, result: 1 },
    { grotto: 1, id: 'constructor', error: 'x' },
  ])('takes no harm from %j', (data) => {
    const { dialogue, events, hear } = open();
    void dialogue.call('state').catch(() => undefined);
    hear(data);
    expect(events).toEqual([]);
    dialogue.end('done');
  });

  it('says what became of its questions when the visit is gone, and asks no more', async () => {
    const { dialogue, posted } = open();
    const call = dialogue.call('state');
    dialogue.end('the exhibition was closed');
    await expect(call).rejects.toThrow('closed');
    await expect(dialogue.call('state')).rejects.toThrow('closed');
    expect(posted).toHaveLength(1);
  });

  it('asks again after the visit began anew', async () => {
    const { dialogue, posted, hear } = open();
    const old = dialogue.call('whenSharp');
    dialogue.forget('the exhibition began anew');
    await expect(old).rejects.toThrow('anew');
    const call = dialogue.call('state');
    hear({ grotto: 1, id: posted[1]?.id, result: 1 });
    expect(await call).toBe(1);
  });

  it('keeps no more than so many questions for a visit that hangs', async () => {
    const { dialogue, posted } = open();
    const calls = Array.from({ length: 300 }, () => dialogue.call('state').then(() => 'answered', String));
    dialogue.end('closed');
    const said = await Promise.all(calls);
    expect(posted).toHaveLength(256);
    expect(said.filter((text) => text.includes('waiting for an answer'))).toHaveLength(44);
  });

  it('rejects what cannot be sent', async () => {
    const dialogue = new Dialogue({
      frame: FRAME,
      origin: ORIGIN,
      post: (message) => void structuredClone(message),
      onEvent: () => undefined,
    });
    await expect(dialogue.call('look', () => undefined)).rejects.toThrow('could not be cloned');
  });
});

describe('what the element makes of an event of the visit', () => {
  it('has the names of its own', () => {
    expect(eventOf('arrive', { nodeId: 'hall', more: 1 })).toEqual({ name: 'placechange', detail: { nodeId: 'hall' } });
    expect(eventOf('settle', { view: { yaw: 1, pitch: 2, fov: 60 } })).toEqual({
      name: 'viewchange',
      detail: { view: { yaw: 1, pitch: 2, fov: 60 } },
    });
    expect(eventOf('language', { language: 'fr' })).toEqual({ name: 'languagechange', detail: { language: 'fr' } });
    expect(eventOf('fault', { fault: { path: 'nodes.0', message: 'no picture' } })?.detail).toEqual({
      code: 'fault',
      message: 'nodes.0: no picture',
    });
  });

  it.each([
    ['arrive', undefined],
    ['arrive', { nodeId: {} }],
    ['settle', { view: { yaw: 'x', pitch: 0, fov: 1 } }],
    ['settle', { view: null }],
    ['settle', { view: { yaw: NaN, pitch: 0, fov: 1 } }],
    ['language', 'fr'],
    ['constructor', {}],
    ['panel', { panel: null }],
  ])('is nothing for %s with %j', (event, detail) => {
    expect(eventOf(event, detail)).toBeNull();
  });
});
