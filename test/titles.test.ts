import { describe, expect, test } from 'vitest';
import { FUNCTION_WORDS, LEVEL_WORDS } from '../src/sow/title-words.ts';
import { FUNCTIONS, type JobFunction, LEVELS, type Level, ladderOf } from '../src/sow/titles.ts';

const common = ladderOf([]);

/** Title, level (none: nobody can say), functions. */
const TITLES: readonly (readonly [title: string, level: Level | undefined, ...functions: JobFunction[]])[] = [
  // Words that another word turns round.
  ['Assistant to the CEO', 'ic'],
  ["Director's Assistant", 'ic'],
  ['Executive Assistant to the Managing Director', 'ic'],
  ['Assistant Director', 'senior_manager'],
  ['Assistant Vice President', 'senior_manager'],
  ['General Manager', 'director', 'any'],
  ['Assistant Manager', 'manager'],
  ['Vice President', 'vp'],
  ['President', 'c_level', 'any'],
  ['V.P. Sales', 'vp', 'sales'],
  ['Head of IT', 'vp', 'it'],
  ['Managing Director', 'c_level', 'any'],
  ['Director', 'director'],
  ['Dir. of Operations', 'director', 'operations'],
  ['Owner/Operator', 'owner', 'any'],
  ['Product Owner', 'ic', 'product'],
  ['HR Business Partner', 'ic', 'hr'],
  ['Partner', 'owner'],
  ['Channel Partner Manager', 'manager'],
  ['Chief of Staff', 'director'],
  ['Chief Engineer', 'senior_manager', 'engineering'],
  ['Chief Digital Officer', 'c_level'],
  ['C.E.O.', 'c_level', 'any'],
  ['Co-Founder & CTO', 'c_level', 'engineering', 'any'],
  ['Senior Project Manager', 'senior_manager'],
  ['Account Executive', 'ic', 'sales'],
  ['Rockstar', undefined],
  ['Executive Chef', 'manager'],
  ['It is complicated', undefined, 'it'],
  // German
  ['Leiter IT', 'director', 'it'],
  ['Vertriebsleiterin', 'director', 'sales'],
  ['Teamleiter Einkauf', 'manager', 'procurement'],
  ['Geschäftsführer', 'c_level', 'any'],
  ['Geschaeftsfuehrerin', 'c_level', 'any'],
  ['Assistent der Geschäftsführung', 'ic'],
  ['Inhaberin', 'owner', 'any'],
  ['Sachbearbeiter Finanzbuchhaltung', 'ic', 'finance'],
  // French
  ['Directeur général', 'c_level', 'any'],
  ['Directrice des achats', 'director', 'procurement'],
  ['Chef de projet', 'manager'],
  ['Responsable commercial', 'manager', 'sales'],
  ['Assistante de direction', 'ic'],
  // Spanish
  ['Director General', 'c_level', 'any'],
  ['Jefe de compras', 'manager', 'procurement'],
  ['Dueña', 'owner'],
  ['Gerente de operaciones', 'manager', 'operations'],
  // Italian
  ['Amministratore delegato', 'c_level', 'any'],
  ['Direttrice vendite', 'director', 'sales'],
  ['Responsabile produzione', 'manager', 'operations'],
  // Dutch
  ['Algemeen directeur', 'c_level', 'any'],
  ['Hoofd inkoop', 'director', 'procurement'],
  ['Eigenaar', 'owner', 'any'],
  // Portuguese
  ['Diretor financeiro', 'director', 'finance'],
  ['Sócio', 'owner'],
  ['Coordenadora de vendas', 'ic', 'sales'],
  // Swedish, Danish, Norwegian
  ['VD', 'c_level', 'any'],
  ['Försäljningschef', 'manager', 'sales'],
  ['Administrerende direktør', 'c_level', 'any'],
  ['Salgsdirektør', 'director', 'sales'],
  ['Daglig leder', 'c_level', 'any'],
  ['Økonomisjef', 'manager', 'finance'],
  ['Ägare', 'owner'],
  // Polish
  ['Prezes Zarządu', 'c_level', 'any'],
  ['Dyrektor sprzedaży', 'director', 'sales'],
  ['Właściciel', 'owner', 'any'],
  ['Kierownik produkcji', 'manager', 'operations'],
];

const titles = TITLES.map(([title, level, ...functions]) => ({ title, level, functions }));
test.each(titles)('$title: $level $functions', ({ title, level, functions }) => {
  expect([common.levelOf(title), [...common.functionsOf(title)].sort()]).toEqual([level, functions.sort()]);
});

describe('the ladder', () => {
  test('reads nothing out of letters that only look like a word', () => {
    for (const title of ['Capitol', 'Item', 'Invoicing', 'Cheftain', '', '  ', '---'])
      expect([title, common.levelOf(title)]).toEqual([title, undefined]);
  });

  test('is the same in any case and with any signs between', () => {
    expect(common.levelOf('  DIRECTOR,  IT ')).toBe('director');
    expect([...common.functionsOf('director/it')]).toEqual(['it']);
  });

  test('is overridden by the rules file, level and functions apart', () => {
    const own = ladderOf([
      { title: 'practice lead', level: 'director' },
      { title: 'chef de projet', level: 'ic', functions: ['it'] },
      { title: 'head of ... desk', level: 'manager' },
    ]);
    expect(own.levelOf('Practice Lead, Sales')).toBe('director');
    expect([...own.functionsOf('Practice Lead, Sales')]).toEqual(['sales']);
    expect([own.levelOf('Chef de projet'), own.functionsOf('Chef de projet')]).toEqual(['ic', ['it']]);
    expect([own.levelOf('Head of the Service Desk'), own.levelOf('Head of Sales')]).toEqual(['manager', 'vp']);
  });

  test('finds whole words, open ends, and words with others between them, in their order', () => {
    const fits = (pattern: string, title: string): boolean =>
      ladderOf([{ title: pattern, level: 'owner' }]).levelOf(title) === 'owner';
    expect(['Gru', 'Gru, Paris', 'Grunt', 'Pegru'].map((title) => fits('gru', title))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(['Gru', 'Grunt', 'Pegru'].map((title) => fits('gru*', title))).toEqual([true, true, false]);
    expect(['Gru', 'Grunt', 'Pegru'].map((title) => fits('*gru', title))).toEqual([true, false, true]);
    expect(['Gru Minion', 'Gru, -- Minion', 'Minion Gru'].map((title) => fits('gru minion', title))).toEqual([
      true,
      true,
      false,
    ]);
    expect(['Gru Minion', 'Gru of the Minion', 'Minion Gru'].map((title) => fits('gru ... minion', title))).toEqual([
      true,
      true,
      false,
    ]);
    expect([fits('gru ... gru', 'Gru'), fits('gru ... gru', 'Gru and Gru')]).toEqual([false, true]);
  });

  test('reads a function of its own only where the words stand', () => {
    const own = ladderOf([{ title: 'gru', functions: ['it'] }]);
    expect([own.functionsOf('Gru'), own.functionsOf('VP Sales')]).toEqual([['it'], ['sales']]);
  });

  test('knows a word for every level and function, each word once in its table', () => {
    expect(new Set(LEVEL_WORDS.map(([level]) => level))).toEqual(new Set(LEVELS));
    expect(new Set(FUNCTION_WORDS.map(([job]) => job))).toEqual(new Set([...FUNCTIONS, 'any']));
    for (const [says, words] of [...LEVEL_WORDS, ...FUNCTION_WORDS]) {
      const patterns = words.split(', ');
      expect([says, new Set(patterns).size]).toEqual([says, patterns.length]);
      for (const pattern of patterns) expect(pattern).toMatch(/^\*?[a-z]+( (\.\.\. )?[a-z]+)*\*?$/);
    }
  });

  test('a title of any length is read at once', () => {
    const start = performance.now();
    common.levelOf('chief '.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
