/**
 * Where statements about technique and iconography come from. The exhibition is invented, the knowledge behind it is
 * not: every label that states a fact names one of these.
 */
import { both, type Fact, fact } from './words.ts';

export const SOURCES = {
  mogao: 'R. Whitfield, S. Whitfield, N. Agnew, Cave Temples of Mogao at Dunhuang, 2nd ed., Getty, 2015',
  fan: 'Fan Jinshi, The Caves of Dunhuang, Dunhuang Academy / Scala, 2010',
  conservation: 'N. Agnew (ed.), Conservation of Ancient Sites on the Silk Road, Getty Conservation Institute, 1997',
  cave85:
    'L. Wong, N. Agnew (eds.), The Conservation of Cave 85 at the Mogao Grottoes, Getty Conservation Institute, 2013',
  pigments:
    'I. Wainwright, E. Moffatt, P. J. Sirois, G. Young, Analysis of Wall Painting Fragments from the Mogao and the Bingling Temple Grottoes, in Agnew (ed.), 1997',
  hares: 'T. Greeves, S. Andrew, C. Chapman, The Three Hares: A Curiosity Worth Regarding, Skerryvore, 2016',
  painters:
    'S. E. Fraser, Performing the Visual: The Practice of Buddhist Wall Painting in China and Central Asia, 618–960, Stanford, 2004',
  bronzes: 'J. Rawson, Chinese Bronzes: Art and Ritual, British Museum, 1987',
  jades: 'J. Rawson, Chinese Jade from the Neolithic to the Qing, British Museum, 1995',
  glazes: 'N. Wood, Chinese Glazes, A & C Black, 1999',
  bells: 'P. Price, Bells and Man, Oxford, 1983',
  silkRoad:
    'A. Juliano, J. Lerner (eds.), Monks and Merchants: Silk Road Treasures from Northwest China, Asia Society, 2001',
  famen: 'P. E. Karetzky, Esoteric Buddhism and the Famensi Finds, Archives of Asian Art 47, 1994',
  paper: 'Tsien Tsuen-hsuin, Paper and Printing (Science and Civilisation in China 5.1), Cambridge, 1985',
  landscapes:
    'Wen C. Fong, Beyond Representation: Chinese Painting and Calligraphy, 8th–14th Century, Metropolitan Museum, 1992',
} as const;

export type SourceId = keyof typeof SOURCES;

/** The line of a wall label that says where its facts come from. Titles stay in their own language. */
export function sourceFact(ids: readonly SourceId[]): Fact {
  const titles = ids.map((id) => SOURCES[id]).join('; ');
  return fact(both('依据', 'After'), both(titles, titles));
}
