import { describe, expect, test } from 'vitest';
import { columnsOf, fitted } from '../src/report/columns.ts';
import { beside, grid, wrap } from '../src/report/grid.ts';

describe('the columns that a text takes', () => {
  test.each([
    ['Ada Byrne', 9],
    ['山田太郎', 8],
    ['김민준', 6],
    ['ｆｕｌｌ', 8],
    ['Jose\u0301', 4],
    ['😀😀', 4],
    ['👨‍👩‍👧‍👦', 2],
    ['🇧🇭', 2],
    ['น้ำ', 2],
    ['', 0],
  ])('%j takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test.each([
    ['Fernández-Quintanilla', 16, 'Fernández-Quint…'],
    ['😀😀😀😀😀', 8, '😀😀😀…'],
    ['山田太郎', 8, '山田太郎'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ])('%j fits in %i', (text, columns, shown) => {
    expect(fitted(text, columns)).toBe(shown);
  });
});

test('a table without heads has no empty line above it', () => {
  expect(grid(40, (text) => text, ['', ''], [8, 0], [['info', 'a note']])).toBe('info      a note');
});

test('a word that is too long for its column is cut between two letters', () => {
  const shown = grid(40, (text) => text, ['who', 'why'], [8, 0], [['😀😀😀😀😀😀', 'late']]);
  expect(shown).toContain('😀😀😀…');
  expect(shown).not.toMatch(/\p{Cs}/u);
});

test('a name from right to left keeps the columns and numbers behind it in their order', () => {
  const rows = [['محمد علي', 'شركة النور', '400.00', 'it is محمد, 2 of 3']];
  const [, row = ''] = grid(60, (text) => text, ['who', 'firm', 'claimed', 'why'], [10, 12, 8, 0], rows, [2]).split(
    '\n',
  );
  expect(row).toMatch(/^محمد علي\u200e\s{2,}شركة النور\u200e\s{2,}400\.00 {2,}it is محمد\u200e, 2 of 3$/);
  expect(columnsOf(row)).toBe(columnsOf(row.replaceAll('\u200e', '')));
  expect(wrap('محمد 12', 60, '')).toBe('محمد\u200e 12');
  expect(wrap('محمد came', 60, '')).toBe('محمد came');
});

test('a line of wide letters is no wider than one of others', () => {
  for (const line of wrap(Array(40).fill('株式会社').join(' '), 60, '  ').split('\n'))
    expect(columnsOf(line)).toBeLessThanOrEqual(60);
});

describe('a table', () => {
  const table = (width: number): string =>
    grid(
      width,
      (text) => text,
      ['claim', 'claimed', 'why'],
      [12, 12, 0],
      [
        ['L01', '400.00', 'under_duration: both sides were present for 7 min'],
        ['L02', '', ''],
      ],
      [1],
    );

  test('has room for its texts: first what its columns do not use, then a row below the other', () => {
    expect(table(50)).toBe(
      [
        'claim              claimed  why',
        'L01                 400.00  under_duration: both',
        '                            sides were present for',
        '                            7 min',
        'L02',
      ].join('\n'),
    );
    expect(table(36)).toBe(
      [
        'claim  claimed  why',
        'L01     400.00  under_duration: both',
        '                sides were present',
        '                for 7 min',
        'L02',
      ].join('\n'),
    );
    expect(table(28)).toBe(
      ['L01', '  claimed 400.00', '  under_duration: both sides', '    were present for 7 min', 'L02'].join('\n'),
    );
  });
});

test('a text stands beside what it is of, or below it', () => {
  expect(beside('PAY  ', 5, 'of 14,850.00 claimed by them', 30)).toBe('PAY  of 14,850.00 claimed by\n     them');
  expect(beside('PAY      7,275.00 USD  ', 23, 'of 14,850.00 claimed', 40)).toBe(
    'PAY      7,275.00 USD\n    of 14,850.00 claimed',
  );
});
