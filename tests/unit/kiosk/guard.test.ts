import { describe, expect, it } from 'vitest';
import { isEscapeKey } from '#app/kiosk/guard/isEscapeKey.ts';
import { meaningOf } from '#app/kiosk/guard/meaningOf.ts';
import { isKiosk } from '#app/kiosk/readProfile.ts';
import { DEVICE_PREFIX, wipe } from '#app/kiosk/wipe.ts';

type Modifier = 'ctrl' | 'alt' | 'meta' | 'AltGraph';
const press = (key: string, ...held: Modifier[]) =>
  isEscapeKey({
    key,
    ctrlKey: held.includes('ctrl'),
    altKey: held.includes('alt'),
    metaKey: held.includes('meta'),
    getModifierState: (name) => held.some((one) => one === name),
  });

describe('keys on a kiosk', () => {
  it.each(['F1', 'F5', 'F11', 'F12', 'ContextMenu', 'PrintScreen', 'BrowserBack', 'LaunchMail', 'ZoomIn', 'Meta'])(
    '%s is not for visitors',
    (key) => expect(press(key)).toBe(true),
  );

  it.each(['p', 's', 'o', 'n', 't', 'w', '0', '+', '-', 'Tab'])('%s with Ctrl, Alt or Meta is not either', (key) => {
    expect(press(key, 'ctrl')).toBe(true);
    expect(press(key, 'alt')).toBe(true);
    expect(press(key, 'meta')).toBe(true);
  });

  it.each(['a', 'ArrowLeft', 'Tab', 'Enter', ' ', 'Escape', '+', 'Home', '窟'])('%s stays', (key) => {
    expect(press(key)).toBe(false);
  });

  it('lets letters be typed with AltGr, but no more than letters', () => {
    expect(press('@', 'ctrl', 'alt', 'AltGraph')).toBe(false);
    expect(press('Delete', 'ctrl', 'alt', 'AltGraph')).toBe(true);
  });
});

describe('links on a kiosk', () => {
  const page = 'http://127.0.0.1:8080/?profile=kiosk';
  const meaning = (href: string, download = '') => meaningOf({ href, download }, page);

  it.each([
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'outside'],
    ['http://museum.example/', 'outside'],
    ['mailto:desk@museum.example', 'outside'],
    ['http://127.0.0.1:8080/?profile=kiosk#controls', 'inside'],
    ['http://127.0.0.1:8080/', 'file'],
    ['http://127.0.0.1:8080/?profile=kiosk', 'file'],
    ['http://127.0.0.1:8080/app/labels.html', 'file'],
    ['blob:http://127.0.0.1:8080/1', 'file'],
    ['javascript:alert(1)', 'file'],
    ['intent://open#Intent;end', 'file'],
    ['http://[', 'file'],
  ])('%s is %s', (href, expected) => expect(meaning(href)).toBe(expected));

  it('are files where they would be saved', () => {
    expect(meaning('https://museum.example/bowl.glb', 'bowl.glb')).toBe('file');
  });
});

describe('the profile', () => {
  it('is that of a kiosk where the address or the document says so', () => {
    expect(isKiosk('?profile=kiosk', {})).toBe(true);
    expect(isKiosk('', { kiosk: { isAlways: true } })).toBe(true);
    expect(isKiosk('', { kiosk: {} })).toBe(false);
    expect(isKiosk('?profile=phone', {})).toBe(false);
  });
});

function storageOf(entries: Record<string, string>): Storage {
  const map = new Map(Object.entries(entries));
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  };
}

describe('wiping', () => {
  const nobody = { activeElement: null } as unknown as Document;

  it('takes all that a visitor left in the storage, and leaves what is the device’s own', () => {
    const own = `${DEVICE_PREFIX}log`;
    const localStorage = storageOf({ 'grotto.favourites.small': '1', [own]: '2', other: '3' });
    const sessionStorage = storageOf({ anything: '4' });
    const window = { localStorage, sessionStorage, document: nobody, name: 'x', getSelection: () => null };
    wipe(window);
    expect([localStorage.length, localStorage.getItem(own), sessionStorage.length, window.name]).toEqual([
      1,
      '2',
      0,
      '',
    ]);
  });

  it('goes on where the browser refuses its storage', () => {
    const window = {
      get localStorage(): Storage {
        throw new Error('refused');
      },
      sessionStorage: storageOf({ anything: '4' }),
      document: nobody,
      name: '',
      getSelection: () => null,
    };
    wipe(window);
    expect(window.sessionStorage.length).toBe(0);
  });
});
