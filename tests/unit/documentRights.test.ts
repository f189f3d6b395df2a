import { describe, expect, it } from 'vitest';
import { describeRights, isKnownRights } from '#document/rights/describeRights.ts';
import { madeLabelOf } from '#document/sourceType.ts';

describe('rights', () => {
  it('are known by any common way of writing them, and named by their http form', () => {
    for (const uri of [
      'http://creativecommons.org/licenses/by-nc-sa/4.0/',
      'https://creativecommons.org/licenses/by-nc-sa/4.0',
      'https://www.creativecommons.org/licenses/by-nc-sa/4.0/deed.zh-hans',
      'https://creativecommons.org/licenses/BY-NC-SA/4.0/legalcode',
    ]) {
      expect(describeRights(uri)).toMatchObject({
        id: 'http://creativecommons.org/licenses/by-nc-sa/4.0/',
        url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
        label: 'CC BY-NC-SA 4.0',
        icons: ['cc', 'by', 'nc', 'sa'],
      });
    }
    expect(describeRights('http://creativecommons.org/licenses/by/3.0/us/').label).toBe('CC BY 3.0 US');
    expect(describeRights('https://creativecommons.org/publicdomain/zero/1.0/')).toMatchObject({
      label: 'CC0 1.0',
      icons: ['cc', 'zero'],
    });
    expect(describeRights('https://rightsstatements.org/page/InC-EDU/1.0/?language=en')).toMatchObject({
      id: 'http://rightsstatements.org/vocab/InC-EDU/1.0/',
      icons: ['in-copyright'],
      name: { 'zh-Hans': '受版权保护 – 允许教育用途' },
    });
  });

  it('that are unknown are shown as they are, as a link only where that is safe', () => {
    expect(describeRights('https://museum.example/terms')).toEqual({
      id: 'https://museum.example/terms',
      url: 'https://museum.example/terms',
      label: 'https://museum.example/terms',
      name: null,
      icons: [],
    });
    expect(describeRights('javascript:alert(1)')).toMatchObject({ label: 'javascript:alert(1)', url: null });
    for (const uri of [
      'http://creativecommons.org.evil.example/licenses/by/4.0/',
      'http://creativecommons.org/licenses/constructor/4.0/',
      'http://rightsstatements.org/vocab/__proto__/1.0/',
      'all rights reserved',
    ]) {
      expect(isKnownRights(uri)).toBe(false);
    }
  });
});

describe('how a picture was made', () => {
  it('needs a label where it is wholly or partly no record', () => {
    expect(madeLabelOf('digitalCapture')).toBeNull();
    expect(madeLabelOf(undefined)).toBeNull();
    expect(madeLabelOf('trainedAlgorithmicMedia')).toBe('ai');
    expect(madeLabelOf('compositeWithTrainedAlgorithmicMedia')).toBe('partlyAi');
    expect(madeLabelOf('algorithmicMedia')).toBe('algorithmic');
  });
});
