import { beforeAll, describe, expect, test } from 'vitest';
import { type Carry, carryOf, tiesOf } from '../src/ledger/carry.ts';
import { type Closing, headOf, lockedReport } from '../src/ledger/closing.ts';
import { differencesOf } from '../src/ledger/differences.ts';
import { newFacts, withClosed } from '../src/ledger/facts.ts';
import { type LedgerFile, ledgerText, readLedger } from '../src/ledger/file.ts';
import { closedLines } from '../src/ledger/lines.ts';
import { restatedRows } from '../src/ledger/restated.ts';
import { purseOf } from '../src/price/money.ts';
import { HELD_SOURCES, type InputFile, type Meeting, type Records } from '../src/read/records.ts';
import type { AuditDocument } from '../src/report/document.ts';
import { parsePeriod } from '../src/sow/period.ts';
import { zoneOf } from '../src/sow/zone.ts';
import { at, billed, closed, held, keptRules, ledgerFiles, sowOf, type Terms } from './support/bills.ts';

const TERMS: Terms = { fees: { rates: { tiers: [{ price: '400.00' }] } } };
const MAY = ['2026-05', { meetings: [held('A', '05-12')] }] as const;
const JUNE = ['2026-06', { meetings: [held('B', '06-02')] }] as const;
const usd = purseOf('USD', 'half_up');
const money = (text: string) => usd.parse(text) ?? usd.zero;

let document: AuditDocument;
let files: LedgerFile[];
beforeAll(async () => {
  document = await billed(TERMS, JUNE[1]);
  files = await ledgerFiles(TERMS, MAY, JUNE);
});

describe('lines of the invoice that were closed before', () => {
  const file = (name: string, sha256: string) => ({ source: 'invoice', file: name, sha256 }) as InputFile;
  const line = (name: string, n: number, cells: Record<string, string>) => ({
    ...cells,
    row: { source: 'invoice', file: name, line: n },
    raw: cells,
  });
  const retainer = { line_id: '1', kind: 'retainer', amount: '1000.00' };
  const known = (name: string, lines: Record<string, string>[], then: Record<string, string>[] = [retainer]) => {
    const facts = {
      files: [file('may.csv', 'a')],
      held: { invoice: then.map((cells, i) => line('may.csv', i + 2, cells)) },
    };
    const closings = [{ period: parsePeriod('2026-05'), facts }] as unknown as Closing[];
    const invoice = lines.map((cells, i) => line(name, i + 2, cells));
    const given = { files: [file(name, 'b')], invoice } as unknown as Records;
    return [...closedLines(given, closings)].map(([row, period]) => [row.line, period.label]);
  };

  test('are those of a file of the same name, each once', () => {
    expect(known('may.csv', [retainer, { ...retainer, line_id: '2' }, retainer])).toEqual([[2, '2026-05']]);
    expect(known('june.csv', [retainer])).toEqual([]);
  });

  test('and whatever the file those with the number of their invoice, or their own with their period', () => {
    for (const own of [{ invoice_no: 'INV-05' }, { period: '2026-05' }]) {
      const numbered = { ...retainer, ...own };
      expect(known('june.csv', [numbered], [numbered])).toEqual([[2, '2026-05']]);
    }
    const nameless = { kind: 'lead', amount: '400.00', period: '2026-05' };
    expect(known('june.csv', [nameless], [nameless])).toEqual([]);
  });
});

describe('what is carried over', () => {
  const chain = (id: string, verdict: AuditDocument['chains'][number]['verdict']) =>
    ({ ...document.chains[0], id, verdict }) as AuditDocument['chains'][number];
  const carry = (
    ids: string,
    owed: readonly string[],
    before?: Carry,
    minima?: Parameters<typeof carryOf>[0]['minima'],
  ) => carryOf({ document: { ...document, chains: [...ids].map((id) => chain(id, 'pending')) }, owed, minima }, before);

  test('chains that are pending or under review, and replacements, each once', () => {
    const chains = [chain('D', 'review'), chain('B', 'billable'), chain('C', 'not_billable'), chain('A', 'pending')];
    const found = carryOf({ document: { ...document, chains }, owed: ['R', 'Q', 'R'], minima: undefined }, undefined);
    expect(found).toEqual({
      pending: { opening: [], earned: ['A', 'D'], used: [], closing: ['A', 'D'] },
      replacements: { opening: [], earned: ['Q', 'R'], used: [], closing: ['Q', 'R'] },
    });
    expect(Object.keys(found)).toEqual(['pending', 'replacements']);
  });

  test('begins where the period before ended', () => {
    const first = carry('AB', ['Q']);
    expect(carry('BC', [], first)).toEqual({
      pending: { opening: ['A', 'B'], earned: ['C'], used: ['A'], closing: ['B', 'C'] },
      replacements: { opening: ['Q'], earned: [], used: ['Q'], closing: [] },
    });
  });

  test('what is left of minima: at first all that is under way, then what begins', () => {
    const minima = { touched: money('900.00'), begun: money('300.00'), left: money('250.00') };
    const first = carry('', [], undefined, minima);
    expect(first.minimum).toEqual({ opening: '0.00', earned: '900.00', used: '650.00', closing: '250.00' });
    const second = carry('', [], first, { ...minima, left: money('600.00') });
    expect(second.minimum).toEqual({ opening: '250.00', earned: '300.00', used: '-50.00', closing: '600.00' });
    // The minimum was struck from the rules: what was left is owed no more.
    const third = carry('', [], second);
    expect(third.minimum).toEqual({ opening: '600.00', earned: '0.00', used: '600.00', closing: '0.00' });
    expect(tiesOf(third, second)).toEqual([
      { name: 'pending', opening: '0', earned: '0', used: '0', closing: '0', holds: true },
      { name: 'replacements', opening: '0', earned: '0', used: '0', closing: '0', holds: true },
      { name: 'minimum', opening: '600.00', earned: '0.00', used: '600.00', closing: '0.00', holds: true },
    ]);
    expect(tiesOf(first, undefined).map((t) => t.holds)).toEqual([true, true, true]);
    expect(tiesOf(second, undefined).map((t) => t.holds)).toEqual([true, true, false]);
    expect(tiesOf(carry('', []), second).at(2)).toEqual({
      name: 'minimum',
      opening: '0',
      earned: '0',
      used: '0',
      closing: '0',
      holds: false,
    });
    expect(tiesOf(carry('', []), carry('', []))).toHaveLength(2);
    expect(tiesOf(first, carry('', [])).map((t) => t.holds)).toEqual([true, true, true]);
  });

  const nothing = { opening: [], earned: [], used: [], closing: [] };
  test.each([
    [{ ...nothing, earned: ['B', 'A'], closing: ['A', 'B'] }, true],
    [{ ...nothing, earned: ['A'], closing: ['A', 'B'] }, false],
    [{ ...nothing, earned: ['A', 'B'], closing: ['A'] }, false],
    [{ ...nothing, earned: ['A'], closing: ['B'] }, false],
    [{ ...nothing, used: ['A'] }, false],
    [{ ...nothing, opening: ['A'], closing: ['A'] }, false],
  ])('%j', (pending, holds) => {
    const [tie] = tiesOf({ pending, replacements: nothing }, undefined);
    expect(tie).toEqual({
      name: 'pending',
      opening: String(pending.opening.length),
      earned: String(pending.earned.length),
      used: String(pending.used.length),
      closing: String(pending.closing.length),
      holds,
    });
  });
  test('chains that were open may be used, and the order of those left is all one', () => {
    const before: Carry = { pending: { ...nothing, closing: ['A', 'C'] }, replacements: nothing };
    const holds = (pending: Carry['pending']) => tiesOf({ pending, replacements: nothing }, before)[0]?.holds;
    expect(holds({ opening: ['A', 'C'], earned: ['B'], used: ['A'], closing: ['B', 'C'] })).toBe(true);
    expect(holds({ opening: ['A', 'C'], earned: ['B'], used: [], closing: ['B', 'C'] })).toBe(false);
    expect(holds({ opening: ['A', 'C'], earned: [], used: ['X'], closing: ['A', 'C'] })).toBe(false);
    expect(holds({ opening: ['A'], earned: [], used: [], closing: ['A'] })).toBe(false);
    expect(holds({ opening: ['A', 'B'], earned: [], used: [], closing: ['A', 'B'] })).toBe(false);
  });
  test.each([
    ['4.00', true],
    ['4', true],
    ['4.01', false],
    ['14.00', false],
    ['-4.00', false],
    ['40.00', false],
  ])('5.00 - 1.00 is %s: %s', (closing, holds) => {
    const minimum = { opening: '0.00', earned: '5.00', used: '1.00', closing };
    expect(tiesOf({ pending: nothing, replacements: nothing, minimum }, undefined).at(-1)?.holds).toBe(holds);
  });
});

describe('the state of a ledger', () => {
  test('is the newest hash and what is closed, or nothing', async () => {
    const closings = await closed(TERMS, MAY, JUNE);
    const last = closings.at(-1) as Closing;
    expect(headOf([])).toBeNull();
    expect(headOf(closings)).toEqual({ head: last.sha256, closed: ['2026-05', '2026-06'] });
    const [may] = closings as [Closing];
    expect(headOf([may])).toEqual({ head: may.sha256, closed: ['2026-05'] });
    expect(may.document).toMatchObject({ closed: true, ledger: null });
    expect(lockedReport(closings, may)).toEqual({ ...may.document, ledger: headOf(closings) });
  });
});

describe('a ledger file', () => {
  const problemsOf = (...given: Parameters<typeof readLedger>) => {
    const { closings, problems } = readLedger(...given);
    if (problems.length) expect(closings).toEqual([]);
    return problems.map(({ code, place, args }) => [code, place.file, args.reason]);
  };
  const entryOf = (file: LedgerFile | undefined) => {
    const { sha256: _, ...entry } = JSON.parse(file?.text ?? '');
    return entry;
  };
  const changed = (file: LedgerFile, change: object): LedgerFile => ({
    ...file,
    text: ledgerText({ ...entryOf(file), ...change }),
  });

  test('is read in order of time, whatever order it comes in', () => {
    const { closings } = readLedger([...files].reverse());
    expect(closings.map(({ period }) => period)).toEqual([parsePeriod('2026-05'), parsePeriod('2026-06')]);
    expect(closings.map(({ facts }) => facts.held.meetings?.map((row) => row.id))).toEqual([['A'], ['B']]);
  });

  test.each([
    ['no JSON', 'it is no JSON'],
    ['{}', 'it is no ledger file: schema'],
    ['[]', 'it is no ledger file: '],
    ['null', 'it is no ledger file: '],
  ])('%s', (text, reason) => {
    expect(problemsOf([{ name: 'x.json', text }])).toEqual([['ledger_broken', 'x.json', reason]]);
  });
  test.each([
    [{ facts: null }, 'facts'],
    [{ facts: 'text' }, 'facts'],
    [{ document: null }, 'document'],
    [{ document: 7 }, 'document'],
    [{ carry: { pending: null } }, 'carry.pending'],
    [{ rules: { file: 'f', text: 't', named: { a: 1 } } }, 'rules.named.a'],
    [{ more: 1 }, ''],
  ])('%j is refused', (change, path) => {
    const [may] = files as [LedgerFile];
    expect(problemsOf([changed(may, change)])).toEqual([
      ['ledger_broken', '2026-05.json', `it is no ledger file: ${path}`],
    ]);
  });
  test('an amount of what is carried over is a number', () => {
    const [may] = files as [LedgerFile];
    const carry = (closing: string) => ({
      carry: { ...entryOf(may).carry, minimum: { opening: '0', earned: '0', used: '0', closing } },
    });
    for (const bad of ['x', '1x', 'x1', '1.', '.5', '', '1.5x'])
      expect(problemsOf([changed(may, carry(bad))])[0]?.[2]).toBe('it is no ledger file: carry.minimum.closing');
    expect(problemsOf([changed(may, carry('0.00'))])).toEqual([]);
    expect(problemsOf([changed(may, carry('-12.50'))])[0]?.[2]).toBe('minimum: opening + earned - used is not closing');
  });
  test('that names no period', () => {
    const [may] = files as [LedgerFile];
    expect(problemsOf([changed(may, { period: 'May' })])).toEqual([
      ['ledger_broken', '2026-05.json', 'it names no period'],
    ]);
  });
  test('whose text is not the one of its hash', () => {
    const [may] = files as [LedgerFile];
    expect(problemsOf([{ ...may, text: may.text.replace('"2026-05"', '"2026-07"') }])).toEqual([
      ['ledger_broken', '2026-05.json', 'its text is not the one that its hash was taken of'],
    ]);
  });
  test('under another name, out of its row, or overlapping', () => {
    const [may, june] = files as [LedgerFile, LedgerFile];
    expect(problemsOf([{ ...may, name: 'may.json' }])).toEqual([
      ['ledger_broken', 'may.json', 'it holds the period 2026-05'],
    ]);
    expect(problemsOf([june])).toEqual([['ledger_broken', '2026-06.json', 'a file before it is missing']]);
    const [other] = [changed(may, { facts: { ...entryOf(may).facts, touches: [1] } })];
    expect(problemsOf([other, june])).toEqual([
      ['ledger_broken', '2026-06.json', 'it does not follow 2026-05.json as that is now'],
    ]);
    const late = { ...changed(june, { period: '2026-05-31..2026-06-30' }), name: '2026-05-31..2026-06-30.json' };
    expect(problemsOf([may, late])).toEqual([['ledger_broken', late.name, 'it overlaps 2026-05.json']]);
    const next = { ...changed(june, { period: '2026-06-01..2026-06-30' }), name: '2026-06-01..2026-06-30.json' };
    expect(problemsOf([may, next])).toEqual([]);
  });
  test('whose rules cannot be read', () => {
    const [may] = files as [LedgerFile];
    const text = changed(may, { rules: { file: 'rules.yaml', text: 'version: 9', named: {} } });
    expect(problemsOf([text])).toEqual([['ledger_broken', '2026-05.json', 'its rules cannot be read any more']]);
    // Where more is wrong the rules are not looked at.
    expect(problemsOf([{ ...text, name: 'may.json' }])).toHaveLength(1);
  });

  test('under the rules of now shares their Sow, under others it has its own', () => {
    const current = { sow: sowOf(TERMS), rules: keptRules(TERMS) };
    const sows = (rules: object) =>
      readLedger(files, { ...current, rules: { ...current.rules, ...rules } }).closings.map(
        ({ sow }) => sow === current.sow,
      );
    expect(sows({})).toEqual([true, true]);
    expect(sows({ file: 'other.yaml' })).toEqual([true, true]);
    expect(sows({ text: `${current.rules.text} ` })).toEqual([false, false]);
    expect(sows({ named: { 'holidays.ics': 'x' } })).toEqual([false, false]);
    expect(readLedger(files).closings.map(({ sow }) => sow.sow.id)).toEqual(['C', 'C']);
  });
  test('files that the rules name are kept with them, in any order', () => {
    const [may] = files as [LedgerFile];
    const ics = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260504\nEND:VEVENT\nEND:VCALENDAR\n';
    const rules = {
      ...keptRules({ ...TERMS, sow: { business_hours: { open: '09:00', close: '17:00', holidays: 'days.ics' } } }),
      named: { 'days.ics': ics, other: null },
    };
    const [closing] = readLedger([changed(may, { rules })]).closings;
    expect(closing?.sow.clock.businessDaysBetween('2026-05-01', '2026-05-05')).toBe(1);
    const current = { sow: sowOf(TERMS), rules: { ...rules, named: { other: null, 'days.ics': ics } } };
    expect(readLedger([changed(may, { rules })], current).closings[0]?.sow).toBe(current.sow);
    const reversed = changed(may, { rules: { ...rules, named: { other: null, 'days.ics': ics } } });
    expect(readLedger([reversed], { ...current, rules }).closings[0]?.sow).toBe(current.sow);
    // One that was not there then is not looked for now; one that is not kept is missing.
    const days = (named: object) =>
      readLedger([changed(may, { rules: { ...rules, named } })]).closings[0]?.sow.clock.businessDaysBetween(
        '2026-05-01',
        '2026-05-05',
      );
    expect([days({ 'days.ics': null }), days({})]).toEqual([2, undefined]);
  });
});

/** As much of a closing as its facts. */
const closingOf = (label: string, meetings: readonly Partial<Meeting>[], more: Partial<Records> = {}): Closing => {
  const period = parsePeriod(label);
  const { files: own = [{ source: 'meetings', file: `${label}.csv`, sha256: label }], ...rest } = more;
  return { period, facts: { files: own, held: { meetings, ...rest }, touches: [] } } as unknown as Closing;
};

describe('what a period says otherwise when it is closed again', () => {
  const claims = (...given: [id: string, outcome: string, supported: string][]) =>
    given.map(([id, outcome, supported]) => ({ id, outcome, supported }));
  const side = (totals: object, claimed: ReturnType<typeof claims>, own: Partial<InputFile>[] = []) =>
    ({ document: { totals, claims: claimed }, facts: { files: own } }) as unknown as Closing;
  const says = (then: Closing, now: Closing) => differencesOf(then, now);
  const base = claims(['L1', 'matched', '400.00'], ['L2', 'open', '0.00']);

  test('sums, claims, files', () => {
    const file = (sha256: string) => [{ file: 'm.csv', sha256 }];
    expect(
      says(
        side({ payable: '400.00', claimed: '800.00' }, base, file('a')),
        side(
          { payable: '450.00', claimed: '800.00' },
          claims(['L1', 'wrong_rate', '400.00'], ['L3', 'matched', '1.00']),
          file('b'),
        ),
      ),
    ).toEqual([
      'payable 400.00 then, 450.00 now',
      'claim L1 matched 400.00 then, wrong_rate 400.00 now',
      'claim L3 is new',
      'claim L2 is gone',
      'm.csv is another file',
    ]);
    expect(says(side({}, base), side({}, claims(['L1', 'matched', '350.00'], ['L2', 'open', '0.00'])))).toEqual([
      'claim L1 matched 400.00 then, matched 350.00 now',
    ]);
  });
  test('nothing of that', () => {
    const same = side({ payable: '1.00' }, base, [{ file: 'm.csv', sha256: 'a' }]);
    expect(says(same, same)).toEqual(['other rules, or other facts that change no amount']);
  });
  test('five of many', () => {
    const many = (n: number) =>
      side({}, claims(...Array.from({ length: n }, (_, i): [string, string, string] => [`L${i}`, 'matched', '0.00'])));
    expect(says(many(0), many(5))).toEqual([
      'claim L0 is new',
      'claim L1 is new',
      'claim L2 is new',
      'claim L3 is new',
      'claim L4 is new',
    ]);
    expect(says(many(0), many(7)).slice(4)).toEqual(['claim L4 is new', '2 more']);
  });
});

describe('facts of then and of now', () => {
  const row = (source: string, file: string, cells: object, drop = 0) => ({
    row: { source, file, line: 1, n: 1 },
    raw: {},
    drop,
    ...cells,
  });
  const file = (source: string, name: string, sha256 = name) => ({
    source,
    file: name,
    sha256,
    rows: 9,
    quarantined: 3,
    leftOut: 2,
  });
  const records = (own: object[], rows: object): Records => {
    const none = Object.fromEntries(HELD_SOURCES.map((source) => [source, []]));
    return { ...none, calls: 'calls', files: own, ...rows } as unknown as Records;
  };
  const closing = (label: string, own: object[], rows: object) =>
    closingOf(label, [], { files: own, ...rows } as unknown as Partial<Records>);
  const shown = (rows: readonly object[]) =>
    rows.map((r) => {
      const { row: at, drop, id } = r as unknown as { row: { file: string }; drop: number; id?: string };
      return [id, at.file, drop];
    });

  test('without a ledger are those given', () => {
    const given = records([file('meetings', 'm.csv')], {});
    expect(withClosed(given, [])).toBe(given);
  });

  test('closed ones come first; a file that is held is not read twice', () => {
    const may = closing('2026-05', [file('meetings', 'm5.csv'), file('crm', 'c.csv')], {
      meetings: [row('meetings', 'm5.csv', { id: 'A' }, 0), row('meetings', 'm5.csv', { id: 'B' }, 2)],
    });
    const given = records([file('meetings', 'm5.csv'), file('meetings', 'm6.csv')], {
      meetings: [row('meetings', 'm5.csv', { id: 'A' }, 0), row('meetings', 'm6.csv', { id: 'C' }, 1)],
    });
    const all = withClosed(given, [may]);
    expect(shown(all.meetings)).toEqual([
      ['A', 'm5.csv', 0],
      ['B', 'm5.csv', 2],
      ['C', 'm6.csv', 4],
    ]);
    expect(all.calls).toBe(given.calls);
    expect(all.files).toEqual([
      { ...file('meetings', 'm5.csv'), rows: 2, quarantined: 0, leftOut: 0 },
      { ...file('crm', 'c.csv'), rows: 0, quarantined: 0, leftOut: 0 },
      file('meetings', 'm6.csv'),
    ]);
  });

  test('a file of one name with other content is another file, of which nothing is read that the newer has', () => {
    const may = closing('2026-05', [file('crm', 'c.csv', 'old')], {
      crm: [
        row('crm', 'c.csv', { id: 'K1', starts_at: 1 }),
        row('crm', 'c.csv', { id: 'K2', starts_at: 1 }),
        row('crm', 'c.csv', { id: 'K3', starts_at: 1 }),
      ],
    });
    const given = records([file('crm', 'c.csv', 'new')], {
      crm: [row('crm', 'c.csv', { id: 'K1', starts_at: 1 }), row('crm', 'c.csv', { id: 'K2', starts_at: 2 })],
    });
    const all = withClosed(given, [may]);
    expect(shown(all.crm)).toEqual([
      ['K2', 'c.csv (closed 2026-05)', 0],
      ['K3', 'c.csv (closed 2026-05)', 0],
      ['K1', 'c.csv', 1],
      ['K2', 'c.csv', 1],
    ]);
    expect(all.files.map(({ file: name, rows }) => [name, rows])).toEqual([
      ['c.csv (closed 2026-05)', 2],
      ['c.csv', 9],
    ]);
  });

  test.each([
    ['opportunities', { id: 'O1', starts_at: 1 }, { id: 'O1', starts_at: 1, raw: { stage: 'won' } }, true],
    ['opportunities', { id: 'O1' }, { id: 'O2' }, false],
    ['calendar', { uid: 'U', starts_at: 1 }, { uid: 'U', starts_at: 1, raw: { status: 'x' } }, true],
    ['calendar', { uid: 'U', starts_at: 1 }, { uid: 'U', starts_at: 2 }, false],
    ['decisions', { id: 'D', raw: { a: '1', b: '2' } }, { id: 'D', raw: { b: '2', a: '1' } }, true],
    ['decisions', { id: 'D', raw: { a: '1' } }, { id: 'D', raw: { a: '2' } }, false],
  ])('of %s %j is replaced by %j: %s', (source, then, now, isSame) => {
    const may = closing('2026-05', [file(source, 'old.csv')], { [source]: [row(source, 'old.csv', then)] });
    const given = records([file(source, 'new.csv')], { [source]: [row(source, 'new.csv', now)] });
    const rows = withClosed(given, [may])[source as 'calendar'];
    expect(rows.map(({ row: place }) => place.file)).toEqual(isSame ? ['new.csv'] : ['old.csv', 'new.csv']);
  });

  test('a drop under the name of the last one takes no meeting of it away', () => {
    const may = closing('2026-05', [file('meetings', 'm.csv', 'old')], {
      meetings: [row('meetings', 'm.csv', { id: 'A' }), row('meetings', 'm.csv', { id: 'B' })],
    });
    const given = records([file('meetings', 'm.csv', 'new')], {
      meetings: [row('meetings', 'm.csv', { id: 'B' }), row('meetings', 'm.csv', { id: 'C' })],
    });
    expect(shown(withClosed(given, [may]).meetings)).toEqual([
      ['A', 'm.csv (closed 2026-05)', 0],
      ['B', 'm.csv (closed 2026-05)', 0],
      ['B', 'm.csv', 1],
      ['C', 'm.csv', 1],
    ]);
  });

  test('of two closings the later stands for the newer file, also where nothing newer is at hand', () => {
    const crm = (...ids: string[]) => ids.map((id) => row('crm', 'c.csv', { id, starts_at: 1 }));
    const may = closing('2026-05', [file('crm', 'c.csv', 'old')], { crm: crm('K1', 'K2') });
    const june = closing('2026-06', [file('crm', 'c.csv', 'new')], { crm: crm('K1', 'K3') });
    const given = records([file('crm', 'c.csv', 'new')], { crm: crm('K1', 'K3') });
    const all = withClosed(given, [may, june]);
    expect(shown(all.crm)).toEqual([
      ['K2', 'c.csv (closed 2026-05)', 0],
      ['K1', 'c.csv', 1],
      ['K3', 'c.csv', 1],
    ]);
    expect(all.files.map(({ file: name, rows }) => [name, rows])).toEqual([
      ['c.csv (closed 2026-05)', 1],
      ['c.csv', 2],
    ]);
  });

  test('drops of a later closing are later, and restate nothing anew', () => {
    const at = '2026-05-12T10:00:00Z';
    const meeting = (name: string, outcome: string) =>
      row('meetings', name, { id: 'A', starts_at: Date.parse(at), outcome });
    const may = closing('2026-05', [file('meetings', 'm5.csv')], { meetings: [meeting('m5.csv', 'held')] });
    const june = closing('2026-06', [file('meetings', 'm6.csv')], { meetings: [meeting('m6.csv', 'no_show')] });
    const { meetings } = withClosed(records([], {}), [may, june]);
    expect(shown(meetings)).toEqual([
      ['A', 'm5.csv', 0],
      ['A', 'm6.csv', 1],
    ]);
    expect(restatedRows([may, june], meetings, zoneOf('UTC'))).toEqual([]);
  });

  test('a closing keeps what no closing before holds, but for calls', () => {
    const may = closing('2026-05', [file('meetings', 'm5.csv')], {});
    const given = records(
      [file('meetings', 'm5.csv'), file('meetings', 'm6.csv'), file('calls', 'calls.csv'), file('crm', 'c.csv')],
      {
        meetings: [row('meetings', 'm5.csv', { id: 'A' }), row('meetings', 'm6.csv', { id: 'B' })],
      },
    );
    const facts = newFacts(given, [may]);
    expect(facts.files.map(({ file: name }) => name)).toEqual(['m6.csv', 'c.csv']);
    expect(Object.keys(facts.held)).toEqual(['meetings']);
    expect(shown(facts.held.meetings ?? [])).toEqual([['B', 'm6.csv', 0]]);
    expect(newFacts(given, []).files).toHaveLength(3);
  });
});

describe('a newer drop says of a closed month', () => {
  const row = (
    id: string | undefined,
    when: string,
    cells: Partial<Meeting> = {},
    file = 'may.csv',
    drop = 0,
  ): Meeting =>
    ({
      ...held(id ?? 'x', when),
      id,
      raw: {},
      drop,
      row: { source: 'meetings', file, line: 1, n: 1 },
      ...cells,
    }) as Meeting;
  const newer = (id: string | undefined, when: string, cells: Partial<Meeting> = {}, file = 'june.csv') =>
    row(id, when, cells, file, 1);
  const zone = zoneOf('UTC');
  const restated = (then: readonly Meeting[], now: readonly Meeting[]) =>
    restatedRows([closingOf('2026-05', then)], [...then, ...now], zone).map((r) => [
      r.period,
      r.then.id,
      r.now?.id,
      r.what,
      r.was,
      r.is,
    ]);
  const hour = (when: string, n: number): Partial<Meeting> => ({ ends_at: at(when) + n * 60_000 });

  test('also where very many rows were closed', () => {
    const many = new Array(200_000).fill(row('A', '05-12'));
    expect(restated(many, [newer('A', '05-12', { outcome: 'canceled' })]).length).toBe(1);
  });

  test('nothing, where nothing is new or nothing was closed', () => {
    expect(restated([row('A', '05-12')], [])).toEqual([]);
    expect(restatedRows([], [newer('A', '05-12')], zone)).toEqual([]);
    expect(restated([], [newer('A', '05-12')])).toEqual([]);
    expect(restated([row('A', '05-12')], [newer(undefined, '05-12')])).toEqual([]);
    expect(
      restatedRows([closingOf('2026-05', [row('A', '05-12')])], [row('A', '05-12', { outcome: 'canceled' })], zone),
    ).toEqual([]);
    const without = {
      period: parsePeriod('2026-05'),
      facts: { files: [], held: {}, touches: [] },
    } as unknown as Closing;
    expect(
      restatedRows(
        [without, closingOf('2026-05', [row('A', '05-12')])],
        [newer('A', '05-12', { outcome: 'canceled' })],
        zone,
      ),
    ).toHaveLength(1);
  });

  test.each([
    ['held', 'no_show_prospect', ['2026-05', 'A', 'A', 'another outcome', 'held', 'no_show_prospect']],
    ['held', undefined, ['2026-05', 'A', 'A', 'another outcome', 'held', 'unknown']],
    ['canceled', 'held', ['2026-05', 'A', 'A', 'another outcome', 'canceled', 'held']],
    ['held', 'held', undefined],
    ['scheduled', 'held', undefined],
    ['unknown', 'held', undefined],
    [undefined, 'held', undefined],
  ] as const)('%s is now %s', (was, is, wanted) => {
    expect(restated([row('A', '05-12', { outcome: was })], [newer('A', '05-12', { outcome: is })])).toEqual(
      wanted ? [wanted] : [],
    );
  });

  test('that a held meeting was in another month, at the end of the day of the SOW', () => {
    expect(restated([row('A', '05-31T23')], [newer('A', '06-01T00')])).toEqual([
      ['2026-05', 'A', 'A', 'moved to another month', '2026-05-31', '2026-06-01'],
    ]);
    expect(restated([row('A', '05-12')], [newer('A', '05-13')])).toEqual([]);
    expect(restated([row('A', '05-12', { outcome: 'canceled' })], [newer('A', '06-13')])).toEqual([]);
  });

  test('of leads without a start, by their delivery, else their booking', () => {
    const lead = (cells: Partial<Meeting>): Partial<Meeting> => ({
      starts_at: undefined,
      ends_at: undefined,
      booked_at: undefined,
      ...cells,
    });
    const was = row('A', '05-12', lead({ delivered_at: at('05-12'), booked_at: at('04-01') }));
    expect(restated([was], [newer('A', '05-12', lead({ delivered_at: at('06-12') }))])).toEqual([
      ['2026-05', 'A', 'A', 'moved to another month', '2026-05-12', '2026-06-12'],
    ]);
    expect(
      restated(
        [row('A', '05-12', lead({ booked_at: at('05-12') }))],
        [newer('A', '05-12', lead({ booked_at: at('06-12') }))],
      ),
    ).toHaveLength(1);
    expect(restated([row('A', '05-12', lead({}))], [newer('A', '05-12', lead({}))])).toEqual([]);
  });

  test.each([
    [{ duration: 1800 }, { duration: 2700 }, ['30 min', '45 min']],
    [{ duration: 1800 }, { duration: 1806 }, ['30 min', '30.1 min']],
    [{ duration: 1800 }, { duration: 1800 }, undefined],
    [{ duration: 1800 }, { duration: 1700 }, undefined],
    [hour('05-12', 30), hour('05-12', 50), ['30 min', '50 min']],
    [{ duration: 600, ...hour('05-12', 50) }, { duration: 600, ...hour('05-12', 90) }, undefined],
    [{ ends_at: undefined }, hour('05-12', 50), undefined],
    [hour('05-12', 30), { ends_at: undefined }, undefined],
  ] as const)('that it took longer: %j, %j', (was, is, wanted) => {
    expect(restated([row('A', '05-12', was)], [newer('A', '05-12', is)])).toEqual(
      wanted ? [['2026-05', 'A', 'A', 'it took longer', ...wanted]] : [],
    );
  });
  test('a start alone is no length', () => {
    const lead = { starts_at: undefined, delivered_at: at('05-12') };
    expect(
      restated(
        [row('A', '05-12', { ...lead, ends_at: at('05-12') })],
        [newer('A', '05-12', { ...lead, ends_at: at('05-13') })],
      ),
    ).toEqual([]);
  });

  test('the newest row of an id speaks, and the last of the closed ones', () => {
    const then = [row('A', '05-12', { outcome: 'canceled' }), row('A', '05-12')];
    expect(restated(then, [newer('A', '05-12', { outcome: 'canceled' }), newer('A', '05-12')])).toEqual([]);
  });
  test('rows of another month, and rows without an id, are not compared', () => {
    const sent = [newer('A', '06-12', { outcome: 'canceled' })];
    expect(restated([row('A', '06-12')], sent)).toEqual([]);
    expect(restated([row(undefined, '05-12'), row('B', '05-12')], [newer('B', '05-12', {}, 'may.csv')])).toEqual([]);
  });

  describe('that a row is gone', () => {
    const month = ['A', 'B', 'C', 'D'].map((id) => row(id, '05-12'));
    const gone = (...ids: string[]) =>
      ids.map((id) => ['2026-05', id, undefined, 'the row is gone', 'there', 'missing']);
    test('from a file of the same name, if it repeats one row', () => {
      expect(restated(month, [newer('A', '05-12', {}, 'may.csv')])).toEqual(gone('B', 'C', 'D'));
      expect(restated(month, [newer('X', '05-12', {}, 'may.csv')])).toEqual([]);
    });
    test('from another file, if it repeats half of the rows', () => {
      expect(restated(month, [newer('A', '05-12'), newer('B', '05-12')])).toEqual(gone('C', 'D'));
      expect(restated(month, [newer('A', '05-12'), newer('X', '05-12'), newer('Y', '05-12')])).toEqual([]);
      const other = [newer('X', '06-12', {}, 'july.csv'), newer('A', '05-12'), newer('B', '05-12')];
      expect(restated(month, other)).toEqual(gone('C', 'D'));
      const apart = [newer('A', '05-12', {}, 'one.csv'), newer('B', '05-12', {}, 'two.csv')];
      expect(restated(month, apart)).toEqual([]);
    });
  });
});
