import { describe, expect, test } from 'vitest';
import { problem } from '../src/problems/problem.ts';
import { readTable } from '../src/read/delimited.ts';
import { readJson } from '../src/read/json.ts';
import { Told } from '../src/read/told.ts';

const told = async (...lines: readonly string[]): Promise<string[]> => {
  const { problems } = await readTable(Buffer.from(`${lines.join('\n')}\n`), 'drop.csv');
  return problems.map(({ code, place }) => `${code} ${place.line}`);
};

describe('damage that a table of few rows shows', () => {
  test.each([
    [
      'a swallowed row that a line end split',
      ['id;at;outcome', 'A-1;2026-06-02 09:00;"held', 'A-2;', '2026-06-03 09:00;no show"'],
      ['broken_quotes 2', 'ragged_row 3', 'broken_quotes 4'],
    ],
    [
      'a swallowed row with another delimiter',
      ['id,at,until', 'A-1,2026-06-02 09:00,"2026-06-02 10:00', 'A-2;2026-06-03 09:00;2026-06-03 10:00"'],
      ['broken_quotes 2', 'broken_quotes 3'],
    ],
    [
      'a swallowed row with one cell too many',
      ['id,at,outcome,phone', 'A-1,2026-06-02 09:00,"held,(755) 555-1439', "A-2,'Jun 3, 2026',held\",(497) 555-5501"],
      ['broken_quotes 2', 'broken_quotes 3'],
    ],
    [
      'a swallowed row behind one that line ends split as well',
      [
        'id,at,until,note,outcome,code',
        'A-1,2026-06-02 09:00,2026-06-02 10:00,"keen',
        '',
        'budget 5,held,INV-01',
        'A-2,2026-06-03 09:00,2026-06-03 10:00,keen",held,INV-02',
      ],
      ['broken_quotes 2', 'blank_line 3', 'ragged_row 4', 'stray_quote 5'],
    ],
    [
      'a time that a comma parts within typographic quotes',
      ['No,Start,Booked', 'A,“16/01/26, 23:13:51”'],
      ['odd_cell 2'],
    ],
    ['a time that a comma parts within apostrophes', ['No,Start,Role', "A,'Sep 20, 2026 10:31 PM'"], ['odd_cell 2']],
    ['an id under the name of a date', ['No,Service date,Text', '1,MTG-000123,spoke to Zoe'], ['odd_cell 2']],
    ['a word under the name of an address', ['No,Email,Text', '1,spoke to Zoe,x'], ['odd_cell 2']],
    ['a day that a comma parts', ['No,Start,Text,More', '1,Aug 13, 2025 06:56 PM,hello'], ['odd_cell 2']],
    ['a word where another row has a time', ['No,Start', 'A,2026-06-02 09:00', 'B,soon'], ['odd_cell 3']],
    ['names in apostrophes beside double quotes', ["'No','Start Date'", '1,"soon, or so"'], ['curly_quotes 1']],
    [
      'a row with another delimiter and as many cells',
      ['No,Start,Amount', 'A-1,"02/06/26, 09:00","15,49"', 'A-2;03/06/26, 09:00;601,72'],
      ['other_delimiter 3'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await told(...lines)).toEqual(expected);
  });

  test('a time among words', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `${i},held,x${i}`);
    expect(await told('No,Outcome,Text', ...rows, '8,2026-06-02 09:00,y')).toEqual(['odd_cell 10']);
  });

  test('a number and a remark that changed places, in a row or some', async () => {
    const row = (i: number, ...cells: string[]): string => [`C-${i}`, ...cells].join();
    const rows = (traded: readonly number[]): string[] =>
      Array.from({ length: 14 }, (_, i) => {
        const [talk, note] = [`${100 + i * 37}`, i % 3 ? '' : `spoke to number ${'abcdefghijklmn'[i]}`];
        return traded.includes(i) ? row(i, note, talk) : row(i, talk, note);
      });
    expect(await told('Call,Talk,Note', ...rows([6]))).toEqual(['odd_cell 8']);
    expect(await told('Call,Talk,Note', ...rows([0, 6]))).toEqual(['odd_cell 2', 'odd_cell 8']);
    // A number alone among the notes, or a word alone among the numbers, may be what it is.
    expect(await told('Call,Talk,Note', ...rows([]), row(14, '77', '12'))).toEqual([]);
    expect(await told('Call,Talk,Note', ...rows([]), row(14, 'pending', ''))).toEqual([]);
  });

  test('another delimiter from some row on, where blanks would part the cells of all', async () => {
    const rows = ['d4;2026-06-02 09:00;2026-06-02 10:40 am', '79;2026-06-03 09:00;2026-06-03 10:15 am'];
    expect(await told('Call ID|First Join|Last Leave', '2d|2026-06-01 09:00|2026-06-01 09:15 am', ...rows)).not.toEqual(
      [],
    );
  });

  test.each([
    ['Grand Totals (9 records)', true],
    ['Total records:,9,', true],
    ['"(1,204 rows affected)"', true],
    ['(2 rows affected)', false],
    ['Generated on 2026-07-01: records 2026-06-01 to 2026-06-30', false],
    ['Report by Ann 2026-07-01 records', false],
  ])('rows that the footer %s counts', async (footer, isIncomplete) => {
    const codes = await told('No,Start,Note', 'A-1,2026-06-02 09:00,x', 'A-2,2026-06-03 09:00,y', footer);
    expect(codes).toEqual(['footer 4', ...(isIncomplete ? ['incomplete_file 4'] : [])]);
  });

  test.each([
    ['Confidential Data Co,cdc.example,2024-04-01', true],
    ['Totals Inc,totals.example,', true],
    ['Total Quality Logistics,tql.example,2024-02-01', true],
    ['Confidential,,', false],
    ['Total,2,', false],
    ['Generated on,2026-07-01,', false],
  ])('of a list of companies, %s is a row: %s', async (line, isRow) => {
    const rows = ['Acme', 'Alm', 'Birch', 'Cedar', 'Elm'].map((name, i) => `${name},${name}.example,2024-01-0${i + 1}`);
    expect(await told('Company,Domain,Since', ...rows, line)).toEqual(isRow ? [] : ['footer 7']);
  });

  test('and nothing is told of a sound one', async () => {
    expect(await told('No,Service date,Email,Note', '1,2026-06-02,a@b.example,"one, two\nthree; four"')).toEqual([]);
  });
});

describe('what a page of JSON records says of others', () => {
  const page = { data: [{ id: 1 }, { id: 2 }] };
  test.each([
    [{ ...page, has_more: true }, '"has_more" says that more records stand on a next page'],
    [
      { ...page, '@odata.nextLink': 'https://a.example/?page=2' },
      '"@odata.nextLink" says that more records stand on a next page',
    ],
    [{ ...page, paging: { next: { after: '3' } } }, '"paging.next.after" says that more records stand on a next page'],
    [{ ...page, total_records: 30, next_page_token: '' }, '"total_records" counts 30 records, and 2 are here'],
    [{ ...page, total: 2, paging: { next: { after: '3' } } }, undefined],
    [{ ...page, pagination: { next_page: null, hasNextPage: false } }, undefined],
    [{ ...page, offset: 'itr7/rec2' }, '"offset" says that more records stand on a next page'],
    [{ ...page, next_cursor: 'c2' }, '"next_cursor" says that more records stand on a next page'],
    [{ ...page, offset: 100, next_cursor: null }, undefined],
    [[{ id: 1, has_more: true }], undefined],
    [{ id: 1, has_more: true }, undefined],
  ])('%j', (json, reason) => {
    const read = readJson(JSON.stringify(json), 'a.json');
    const { problems } = 'table' in read ? read.table() : read;
    expect(problems.map(({ args }) => args.reason)).toEqual(reason === undefined ? [] : [reason]);
  });
});

describe('what is told of a file', () => {
  const row = problem('ragged_row', { file: 'a.csv', line: 2 }, {}, 'x'.repeat(5000));
  const notes = problem('blank_line', { file: 'a.csv', line: 2 });

  test('is counted from the thousandth of a kind on, rows that are set aside later, and long texts are cut', () => {
    const list = new Told('a.csv');
    for (let n = 0; n < 1200; n++) list.add('blank_line', () => notes);
    for (let n = 0; n < 1200; n++) list.add('ragged_row', () => row);
    const problems = list.problems();
    expect(problems.filter(({ code }) => code === 'ragged_row')).toHaveLength(1200);
    expect(problems.find(({ code }) => code === 'ragged_row')?.excerpt).toHaveLength(4000);
    expect(problems.filter(({ code }) => code === 'and_more').map(({ args }) => args)).toEqual([
      { code: 'blank_line', count: 200 },
    ]);
  });

  test('takes no more memory than some megabytes of broken rows', () => {
    const list = new Told('a.csv');
    for (let n = 0; n < 3000; n++) list.add('ragged_row', () => row);
    const [more] = list.problems().filter(({ code }) => code === 'and_more');
    expect(Number(more?.args.count)).toBe(3000 - list.problems().filter(({ code }) => code === 'ragged_row').length);
    expect(Number(more?.args.count)).toBeGreaterThan(0);
  });
});
