/** What the things of the demonstration are made of and about, so that one leads to the next. By the ids of their labels. */
import type { LanguageMap } from '#document/schema.ts';
import { both, type Fact, fact } from './words.ts';

const MATERIAL = both('材质', 'Material');

const BRONZE = fact(MATERIAL, both('青铜', 'Bronze'));
const CERAMIC = fact(MATERIAL, both('施釉陶瓷', 'Glazed ceramic'));
const CLAY_AND_PIGMENT = fact(MATERIAL, both('草泥；矿物颜料', 'Straw clay; mineral pigments'));
const PAPER_AND_PIGMENT = fact(MATERIAL, both('纸；矿物颜料', 'Paper; mineral pigments'));

const MATERIALS: Readonly<Record<string, Fact>> = {
  'relic-ritual-tripod': BRONZE,
  'relic-bronze-bell': BRONZE,
  'relic-celadon-vase': CERAMIC,
  'relic-glazed-horse': CERAMIC,
  'relic-jade-disc': fact(MATERIAL, both('玉', 'Jade')),
  'relic-gilt-casket': fact(MATERIAL, both('铜；鎏金', 'Copper; gilding')),
  'relic-clay-bodhisattva': CLAY_AND_PIGMENT,
  'relic-mural-fragment': CLAY_AND_PIGMENT,
  'relic-manuscript-scroll': fact(MATERIAL, both('纸', 'Paper')),
  'relic-scroll': PAPER_AND_PIGMENT,
  gilding: fact(MATERIAL, both('鎏金', 'Gilding')),
};

const RITUAL = both('祭祀礼器', 'Vessels and discs of ritual');
const LOTUS = both('莲花', 'Lotus');
const FLYING = both('飞天与伎乐', 'Flying figures and musicians');
const THOUSAND = both('千佛', 'The thousand Buddhas');
const BODHISATTVA = both('菩萨', 'Bodhisattvas');
const NIRVANA = both('涅槃', 'Nirvana');
const SILK_ROAD = both('丝绸之路', 'The Silk Road');
const PIGMENTS = both('颜料变色', 'Pigments that change');
const STUPA = both('塔与舍利', 'Stupas and relics of the Buddha');
const TIMBER = both('木构崖面', 'Timber on the cliff');
const WRITING = both('书写', 'Writing');
const LOSS = both('残损与修复', 'Loss and repair');

const SUBJECTS: Readonly<Record<string, readonly LanguageMap[]>> = {
  'hall-door': [TIMBER],
  'beam-holes': [TIMBER],
  'plank-walk': [TIMBER],
  'relic-ritual-tripod': [RITUAL],
  'relic-jade-disc': [RITUAL],
  'relic-bronze-bell': [LOTUS],
  'relic-celadon-vase': [LOTUS, LOSS],
  niche: [BODHISATTVA],
  caisson: [LOTUS, FLYING, SILK_ROAD],
  'thousand-buddhas': [THOUSAND],
  apsaras: [FLYING],
  'dark-faces': [PIGMENTS],
  donors: [WRITING],
  losses: [LOSS],
  'relic-clay-bodhisattva': [BODHISATTVA],
  'relic-mural-fragment': [THOUSAND, LOSS],
  'relic-manuscript-scroll': [WRITING],
  'restored-faces': [PIGMENTS],
  'preaching-scene': [BODHISATTVA, FLYING],
  pillar: [STUPA],
  'dark-rings': [PIGMENTS],
  musicians: [FLYING],
  'relic-gilt-casket': [STUPA, NIRVANA],
  'restored-flesh': [PIGMENTS],
  figure: [NIRVANA],
  kings: [NIRVANA, SILK_ROAD],
  mourners: [NIRVANA],
  'sal-trees': [NIRVANA],
  platform: [SILK_ROAD],
  'relic-glazed-horse': [SILK_ROAD],
};

/** The facts and subjects of a label, as far as it has any. */
export function traitsOf(id: string): { readonly facts: readonly Fact[]; readonly subjects: readonly LanguageMap[] } {
  const material = MATERIALS[id];
  return { facts: material ? [material] : [], subjects: SUBJECTS[id] ?? [] };
}
