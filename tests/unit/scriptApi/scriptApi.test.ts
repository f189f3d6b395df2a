import { describe, expect, it } from 'vitest';
import { createAnswerer } from '#app/scriptApi/answerMessages.ts';
import type { VisitEvent } from '#app/scriptApi/api.ts';
import { createApi } from '#app/scriptApi/createApi.ts';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { createStats } from '#streaming/stats.ts';
import { LiveView } from '#tour/look/liveView.ts';
import { createTour } from '#tour/store.ts';
import { exhibition } from '../tour/exhibition.ts';

const sceneStats = {
  framesDrawn: 9,
  drawCalls: 3,
  triangles: 128,
  panoramaDrawCalls: 1,
  panoramaTriangles: 128,
  textureBytes: { tiles: 64 },
  uploads: 5,
  uploadedBytes: 20,
  longestUploadMs: 1.5,
  layerRequests: 2,
  layerBytes: 30,
  engine: { ...createStats(), requests: 7, bytes: 70, evicted: 2, tilesWanted: 4, tilesLoaded: 3, tilesShown: 6 },
};

function openVisit() {
  const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: true });
  const liveView = new LiveView(tour.store.getState().settledView);
  const waiting: (() => void)[] = [];
  const scene = { stats: () => sceneStats, whenSharp: () => new Promise<void>((resolve) => waiting.push(resolve)) };
  const api = createApi({ tour, liveView, scene });
  return { tour, liveView, api, sharpen: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

describe('the script API', () => {
  it('goes to a node, opens the visit and keeps the heading', async () => {
    const { tour, api } = openVisit();
    await api.ready;
    await api.goTo('niche');
    expect(tour.store.getState()).toMatchObject({ nodeId: 'niche', isTitleOpen: false });
    expect(toDegrees(tour.store.getState().lookRequest.view.yaw)).toBeCloseTo(130);
  });

  it('goes to a node with a view in degrees', async () => {
    const { tour, api } = openVisit();
    await api.goTo('niche', { yaw: 10, fov: 40 });
    const { view } = tour.store.getState().lookRequest;
    expect([view.yaw, view.pitch, view.fov].map((angle) => Math.round(toDegrees(angle)))).toEqual([10, -5, 40]);
  });

  it('refuses unknown nodes and bad views with a reason', async () => {
    const { api } = openVisit();
    await expect(api.goTo('nich')).rejects.toThrow('did you mean "niche"?');
    await expect(api.goTo(7 as never)).rejects.toThrow('expected the id');
    await expect(api.look({ yaw: NaN })).rejects.toThrow('look: yaw');
    await expect(api.look({ fov: 500 })).rejects.toThrow('at most 120');
    await expect(api.look(null as never)).rejects.toThrow('expected a view');
    expect(() => api.on('nothing' as VisitEvent, () => undefined)).toThrow('expected arrive, settle');
  });

  it('waits for the end of an eased motion', async () => {
    const { liveView, api } = openVisit();
    let isThere = false;
    const looking = api.look({ yaw: 90, pitch: 0, fov: 60 }, { isEased: true }).then(() => (isThere = true));
    liveView.write({ yaw: toRadians(80), pitch: 0, fov: toRadians(60) });
    await Promise.resolve();
    expect(isThere).toBe(false);
    liveView.write({ yaw: toRadians(450), pitch: 0, fov: toRadians(60) });
    await looking;
  });

  it('tells where the visit stands, in degrees', async () => {
    const { api } = openVisit();
    const state = await api.state();
    expect(state).toMatchObject({ exhibitionId: 'three-places', nodeId: 'hall', panel: null, language: 'en' });
    expect(state.view.yaw).toBeCloseTo(30);
    expect(state.nodeIds).toEqual(['antechamber', 'hall', 'niche']);
  });

  it('tells what drawing costs', async () => {
    const { api } = openVisit();
    expect(await api.stats()).toEqual({
      drawCalls: 3,
      triangles: 128,
      textureBytes: { tiles: 64 },
      tilesWanted: 4,
      tilesLoaded: 3,
      tilesShown: 6,
      tilesEvicted: 2,
      uploads: 5,
      framesDrawn: 9,
      requests: 9,
      bytes: 100,
      longestUploadMs: 1.5,
    });
  });

  it('says that there is no picture where the browser cannot draw', async () => {
    const { tour, liveView } = openVisit();
    const api = createApi({ tour, liveView, scene: null });
    await expect(api.whenSharp()).rejects.toThrow('WebGL 2');
    await expect(api.stats()).rejects.toThrow('WebGL 2');
  });

  it('tells of events until it is told to stop', async () => {
    const { tour, api, sharpen } = openVisit();
    const heard: unknown[] = [];
    const names = ['arrive', 'settle', 'panel', 'language', 'fault', 'sharp'] as const;
    const stops = names.map((name) => api.on(name, (detail) => heard.push([name, detail])));
    tour.commands.openPanel({ kind: 'plan' });
    tour.commands.setLanguage('zh-Hans');
    tour.commands.report([{ severity: 'error', path: 'a', message: 'b', code: 'c' }]);
    expect(heard).toEqual([
      ['panel', { panel: { kind: 'plan' } }],
      ['language', { language: 'zh-Hans' }],
      ['fault', { fault: { severity: 'error', path: 'a', message: 'b', code: 'c' } }],
    ]);
    heard.length = 0;
    tour.commands.goTo('antechamber', { view: { yaw: 0, pitch: 0, fov: 1 } });
    sharpen();
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard.map((entry) => (entry as unknown[])[0])).toEqual(['arrive', 'settle', 'panel', 'sharp']);
    heard.length = 0;
    for (const stop of stops) stop();
    tour.commands.goTo('hall');
    expect(heard).toEqual([]);
  });
});

describe('the script API over messages', () => {
  const GOOD = 'https://museum.example';
  function openWindow() {
    const { api, tour, sharpen } = openVisit();
    const posted: unknown[] = [];
    const source = { postMessage: (message: unknown, origin: string) => posted.push([origin, message]) };
    const answer = createAnswerer(api, [GOOD]);
    return { posted, tour, sharpen, send: (data: unknown, origin = GOOD) => answer({ origin, source, data }) };
  }

  it('answers a call of a listed origin, to that origin alone', async () => {
    const { posted, tour, send } = openWindow();
    await send({ grotto: 1, id: 'a', call: 'goTo', args: ['niche'] });
    expect(tour.store.getState().nodeId).toBe('niche');
    expect(posted).toEqual([[GOOD, { grotto: 1, id: 'a', result: undefined }]]);
  });

  it('answers a call that fails with the reason', async () => {
    const { posted, send } = openWindow();
    await send({ grotto: 1, id: 1, call: 'goTo', args: ['nich'] });
    await send({ grotto: 1, id: 2, call: 'look', args: [{ yaw: 'x' }] });
    await send({ grotto: 1, id: 3, call: 'on', args: ['nothing'] });
    expect(posted).toEqual([
      [GOOD, { grotto: 1, id: 1, error: expect.stringContaining('did you mean') }],
      [GOOD, { grotto: 1, id: 2, error: expect.stringContaining('yaw') }],
      [GOOD, { grotto: 1, id: 3, error: expect.stringContaining('no event') }],
    ]);
  });

  it('posts the events it was asked for', async () => {
    const { posted, tour, send } = openWindow();
    await send({ grotto: 1, id: 1, call: 'on', args: ['language'] });
    tour.commands.setLanguage('zh-Hans');
    expect(posted.at(-1)).toEqual([GOOD, { grotto: 1, event: 'language', detail: { language: 'zh-Hans' } }]);
  });

  it.each([
    'https://museum.example.evil.example',
    'https://evil.example',
    'http://museum.example',
    'https://museum.example:444',
    'https://sub.museum.example',
    'null',
    '',
  ])('is mute to %j', async (origin) => {
    const { posted, tour, send } = openWindow();
    await send({ grotto: 1, id: 1, call: 'goTo', args: ['niche'] }, origin);
    expect(posted).toEqual([]);
    expect(tour.store.getState().nodeId).toBe('hall');
  });

  it.each([
    null,
    'goTo',
    {},
    { grotto: 2, id: 1, call: 'state' },
    { grotto: 1, call: 'state' },
    { grotto: 1, id: {}, call: 'state' },
    { grotto: 1, id: 1, call: 'constructor' },
    { grotto: 1, id: 1, call: '__proto__' },
    { grotto: 1, id: 1, call: 'state', args: 'x' },
    { grotto: 1, id: 1, call: 'state', args: [1, 2, 3] },
  ])('leaves unanswered what is no call: %j', async (data) => {
    const { posted, send } = openWindow();
    await send(data);
    expect(posted).toEqual([]);
  });

  it('changes the language, and says which there are', async () => {
    const { posted, tour, send } = openWindow();
    await send({ grotto: 1, id: 1, call: 'setLanguage', args: ['zh-CN'] });
    expect(tour.store.getState().language).toBe('zh-Hans');
    await send({ grotto: 1, id: 2, call: 'setLanguage', args: ['__proto__'] });
    await send({ grotto: 1, id: 3, call: 'setLanguage', args: [{}] });
    expect(posted.slice(1)).toEqual([
      [GOOD, { grotto: 1, id: 2, error: expect.stringContaining('offers en, zh-Hans') }],
      [GOOD, { grotto: 1, id: 3, error: expect.stringContaining('expected the tag') }],
    ]);
  });

  it.each(['__proto__', 'constructor', '\u0000', '<img src=x onerror=alert(1)>', '\u202e\ud800', 'x'.repeat(100_000)])(
    'goes nowhere for a naughty string: %.40j',
    async (text) => {
      const { posted, tour, send } = openWindow();
      await send({ grotto: 1, id: 1, call: 'goTo', args: [text] });
      await send({ grotto: 1, id: 2, call: 'look', args: [{ yaw: text }] });
      await send({ grotto: 1, id: 3, call: 'guide', args: [text, { tour: text }] });
      await send({ grotto: 1, id: 4, call: 'on', args: [text] });
      expect(tour.store.getState().nodeId).toBe('hall');
      expect(posted).toHaveLength(4);
      for (const entry of posted) expect(entry).toEqual([GOOD, expect.objectContaining({ error: expect.any(String) })]);
    },
  );

  it('is not drowned: so many calls at a time, so many listeners', async () => {
    const { posted, send, sharpen } = openWindow();
    const calls = Array.from({ length: 500 }, (_, id) => send({ grotto: 1, id, call: 'whenSharp' }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(posted).toHaveLength(500 - 64);
    expect(posted[0]).toEqual([GOOD, { grotto: 1, id: 64, error: expect.stringContaining('at most 64') }]);
    sharpen();
    await Promise.all(calls);
    posted.length = 0;
    for (let id = 0; id < 40; id++) await send({ grotto: 1, id, call: 'on', args: ['arrive'] });
    expect(posted.filter((entry) => JSON.stringify(entry).includes('at most 32 listeners'))).toHaveLength(8);
  });
});
