import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { createEnglish } from '#i18n/locale.ts';
import { describeMeasured } from '#i18n/measured.ts';
import type { WallMeasurement } from '#tour/measure/state.ts';
import type { WallPoint } from '#tour/measure/wall.ts';
import { createTour } from '#tour/store.ts';
import { toAnnotations } from '#ui/measure/annotations.ts';
import { toTable } from '#ui/measure/table.ts';
import { exhibition } from '../tour/exhibition.ts';

const english = createEnglish();
const at = (x: number, y: number, z: number): WallPoint => ({ position: [x, y, z], error: 0.002 });
const length: WallMeasurement = { kind: 'length', points: [at(0, 0, -4), at(0, 1.5, -4)] };

describe('what was measured, in words', () => {
  it.each([
    ['length', 2.3149, 0.004, '2.31 m ± 4 mm'],
    ['length', 0.4237, 0.0006, '42.4 cm ± 0.6 mm'],
    ['area', 1.3412, 0.0023, '1.341 m² ± 0.002 m²'],
    ['area', 0.0345, 0.0012, '345 cm² ± 10 cm²'],
    ['angle', toRadians(90.31), toRadians(0.2), '90.3° ± 0.2°'],
  ] as const)('has its doubt beside it (%s)', (kind, value, error, text) => {
    expect(describeMeasured(kind, { value, error }, english).replaceAll('\u00a0', ' ')).toBe(text);
  });
});

describe('the tape', () => {
  const make = () => createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });

  it('finishes a length at its second point, an angle at its third, an area when it is closed', () => {
    const { store, commands } = make();
    commands.tape.add(at(0, 0, -1));
    expect(store.getState().tape).toBeNull();
    commands.tape.open();
    for (const point of length.points) commands.tape.add(point);
    commands.tape.choose('angle');
    for (const point of [at(1, 0, -4), at(0, 0, -4), at(0, 1, -4)]) commands.tape.add(point);
    commands.tape.choose('area');
    commands.tape.add(at(0, 0, -4));
    commands.tape.add(at(1, 0, -4));
    commands.tape.finish();
    expect(store.getState().tape?.points).toHaveLength(2);
    commands.tape.add(at(1, 1, -4));
    commands.tape.finish();
    expect(store.getState().tape?.done.map(({ kind }) => kind)).toEqual(['length', 'angle', 'area']);
  });

  it('takes back points, then measurements, and says where it met nothing', () => {
    const { store, commands } = make();
    commands.tape.open();
    for (const point of length.points) commands.tape.add(point);
    commands.tape.add(at(1, 1, -4));
    commands.tape.add(null);
    expect(store.getState().tape).toMatchObject({ isMissed: true, points: [at(1, 1, -4)] });
    commands.tape.undo();
    expect(store.getState().tape).toMatchObject({ isMissed: false, points: [], done: [length] });
    commands.tape.undo();
    expect(store.getState().tape?.done).toEqual([]);
  });

  it('is put away in another place, whose walls are elsewhere', () => {
    const { store, commands } = make();
    commands.tape.open();
    commands.tape.add(at(0, 0, -4));
    commands.goTo('niche');
    expect(store.getState().tape).toBeNull();
  });
});

describe('measurements to take along', () => {
  it('are a table in metres with decimal points', () => {
    const heads = ['number', 'kind', 'value', 'uncertainty', 'unit', 'points "x"', 'seen on'];
    const [head, row] = toTable([length], heads, ['As found', 'Restored · conjecture']).split('\r\n');
    expect(head).toBe('\ufeff"number","kind","value","uncertainty","unit","points ""x""","seen on"');
    expect(row).toMatch(
      /^1,length,1\.5000,0\.00\d\d,m,"0\.0000 0\.0000 -4\.0000; 0\.0000 1\.5000 -4\.0000","As found; Restored · conjecture"$/,
    );
  });

  it('are web annotations with a body, a target and directions on the picture', () => {
    const page = toAnnotations([length], 'https://museum.example/#at=hall', ['Restored · conjecture']);
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    const [item] = page.items;
    expect(item?.body[1]).toMatchObject({ kind: 'length', value: 1.5, unit: 'm' });
    expect(item?.body[2]).toMatchObject({ purpose: 'classifying', value: 'Restored · conjecture' });
    expect(item?.target.source).toBe('https://museum.example/#at=hall');
    expect(item?.target.selector.value).toContain('points="180,90 180,69.444"');
  });
});
