import { describe, expect, it } from 'vitest';
import { type ArEnvironment, type ArWay, arWays } from '#scene/relic/ar/arWays.ts';
import { faceTowards, isLevel, meetLevel, pairOf, turnBetween } from '#scene/relic/ar/gesture.ts';
import { safeName } from '#scene/relic/ar/quickLook.ts';
import { isReadableBySceneViewer, sceneViewerUrl } from '#scene/relic/ar/sceneViewer.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
const ANDROID_FIREFOX = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
const QUEST =
  'Mozilla/5.0 (X11; Linux x86_64; Quest 3) AppleWebKit/537.36 OculusBrowser/38.0 Chrome/132.0.0.0 VR Safari/537.36';
const QUEST_MOBILE =
  'Mozilla/5.0 (Linux; Android 14; Quest 3) AppleWebKit/537.36 OculusBrowser/38.0 Mobile VR Safari/537.36';
const PICO = 'Mozilla/5.0 (Linux; Android 10; Pico 4) AppleWebKit/537.36 PicoBrowser/3.3 Chrome/105.0 VR Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile Safari/604.1';
const IPHONE_CHROME = IPHONE.replace('Version/18.5', 'CriOS/140.0');
const IPHONE_FIREFOX = IPHONE.replace('Version/18.5', 'FxiOS/140.0');
/** An iPad, and a Vision Pro, call themselves a Mac. */
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';

describe('the ways into the visitor’s room', () => {
  it.each<[string, Partial<ArEnvironment>, ArWay[]]>([
    ['an Android phone with WebXR', { userAgent: ANDROID, hasImmersiveAr: true }, ['webxr', 'scene-viewer']],
    ['an Android phone without', { userAgent: ANDROID }, ['scene-viewer']],
    ['an Android phone on a page without https', { userAgent: ANDROID, protocol: 'http:' }, []],
    ['Firefox on Android', { userAgent: ANDROID_FIREFOX }, []],
    ['a Quest', { userAgent: QUEST, hasImmersiveAr: true }, ['webxr']],
    ['a Quest that asks for mobile pages', { userAgent: QUEST_MOBILE, hasImmersiveAr: true }, ['webxr']],
    ['a Pico without AR', { userAgent: PICO }, []],
    ['Safari on an iPhone', { userAgent: IPHONE, hasArLinks: true }, ['quick-look']],
    ['Safari on an iPhone without https', { userAgent: IPHONE, hasArLinks: true, protocol: 'http:' }, ['quick-look']],
    ['an app on an iPhone that shows pages', { userAgent: IPHONE }, []],
    ['Chrome on an iPhone', { userAgent: IPHONE_CHROME }, ['quick-look']],
    ['Firefox on an iPhone', { userAgent: IPHONE_FIREFOX, hasArLinks: true }, []],
    ['an iPad', { userAgent: MAC, hasArLinks: true }, ['quick-look']],
    ['a Mac', { userAgent: MAC }, []],
    ['a computer', { userAgent: WINDOWS }, []],
    ['a computer with an emulated headset', { userAgent: WINDOWS, hasImmersiveAr: true }, ['webxr']],
  ])('of %s are only those that work there', (_, env, expected) => {
    expect(arWays({ hasImmersiveAr: false, hasArLinks: false, protocol: 'https:', userAgent: '', ...env })).toEqual(
      expected,
    );
  });
});

describe('the address of Scene Viewer', () => {
  const options = {
    fileUrl: 'https://museum.example/show/models/bowl & lid.glb',
    title: 'Bowl #3; 碗 & more',
    fallbackUrl: 'https://museum.example/show/#/hall',
  };

  it('names the file, asks for AR at true size, and hides nothing of what it is given', () => {
    const url = sceneViewerUrl(options) ?? '';
    const [address = '', intent = ''] = url.split('#Intent;');
    expect(address).toMatch(/^intent:\/\/arvr\.google\.com\/scene-viewer\/1\.0\?/);
    const query = new URLSearchParams(address.slice(address.indexOf('?')));
    expect(Object.fromEntries(query)).toEqual({
      file: options.fileUrl,
      mode: 'ar_only',
      title: options.title,
      resizable: 'false',
    });
    expect(address).not.toMatch(/[+;#]/);
    expect(intent.split(';')).toEqual([
      'scheme=https',
      'package=com.google.ar.core',
      'action=android.intent.action.VIEW',
      `S.browser_fallback_url=${encodeURIComponent(options.fallbackUrl)}`,
      'end',
      '',
    ]);
  });

  it.each(['http://museum.example/a.glb', 'blob:https://museum.example/1', 'a.glb', 'javascript:alert(1)'])(
    'is none for a file that the app cannot fetch: %s',
    (fileUrl) => expect(sceneViewerUrl({ ...options, fileUrl })).toBeNull(),
  );

  it('is only made for files that the app reads', () => {
    expect(isReadableBySceneViewer([])).toBe(true);
    expect(isReadableBySceneViewer(['KHR_draco_mesh_compression'])).toBe(true);
    expect(isReadableBySceneViewer(['EXT_meshopt_compression'])).toBe(false);
    expect(isReadableBySceneViewer(['KHR_draco_mesh_compression', 'KHR_texture_basisu'])).toBe(false);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Tang horse, glazed (sancai)', 'Tang-horse-glazed-sancai'],
    ['三彩馬', '三彩馬'],
    ['../../etc/passwd', 'etc-passwd'],
    ['  ', 'relic'],
    ['x'.repeat(300), 'x'.repeat(80)],
  ])('of %j is one that every system takes', (name, expected) => expect(safeName(name)).toBe(expected));
});

describe('what hands mean', () => {
  it('a ray meets the floor where it points, not behind and not at the horizon', () => {
    expect(meetLevel([0, 1.5, 0], [0, -0.6, -0.8], 0)).toEqual([0, 0, -2]);
    expect(meetLevel([1, 1.5, 0], [0, -1, 0], 0.5)).toEqual([1, 0.5, 0]);
    expect(meetLevel([0, 1.5, 0], [0, 0.6, -0.8], 0)).toBeNull();
    expect(meetLevel([0, 1.5, 0], [0, 0, -1], 0)).toBeNull();
    expect(meetLevel([0, 1.5, 0], [0, -0.01, -1], 0)).toBeNull();
  });

  it('two fingers turn by their angle, by the shorter way, whatever the shape of the screen', () => {
    const level = pairOf([-0.5, 0], [0.5, 0], 0.5);
    expect(level).toEqual({ angle: 0, distance: 0.5 });
    const steep = pairOf([-0.5, -0.25], [0.5, 0.25], 0.5);
    expect(steep.angle).toBeCloseTo(Math.PI / 4);
    expect(turnBetween(level, steep)).toBeCloseTo(-Math.PI / 4);
    const [almost, over] = [Math.PI - 0.1, -Math.PI + 0.1].map((angle) => ({ angle, distance: 1 }));
    expect(turnBetween(almost!, over!)).toBeCloseTo(-0.2);
  });

  it('a relic faces whoever looks at it with its front, +Z', () => {
    expect(faceTowards([0, 0, -2], [0, 1.6, 0])).toBeCloseTo(0);
    expect(faceTowards([0, 0, 2], [0, 1.6, 0])).toBeCloseTo(Math.PI);
    expect(faceTowards([-2, 0, 0], [0, 1.6, 0])).toBeCloseTo(Math.PI / 2);
  });

  it('things stand on what is level, more or less', () => {
    expect(isLevel([0, 1, 0])).toBe(true);
    expect(isLevel([0.4, 1.9, 0.1])).toBe(true);
    expect(isLevel([1, 0.1, 0])).toBe(false);
    expect(isLevel([0, -1, 0])).toBe(false);
  });
});
