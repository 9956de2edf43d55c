import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companyKey, compareNatural, nameKey } from '../src/link/keys.ts';
import { CLAIM_OUTCOMES } from '../src/model.ts';
import { isLess, minorUnits, purseOf, toText } from '../src/price/money.ts';
import type { AuditDocument, DocumentClaim } from '../src/report/document.ts';
import { simulate } from '../src/simulate.ts';
import { changesBetween } from '../src/sow/changes.ts';
import { type BusinessHours, clockOf } from '../src/sow/clock.ts';
import { addDays, DAY_MS, weekdayOf } from '../src/sow/dates.ts';
import { parseDuration } from '../src/sow/duration.ts';
import { loadSow } from '../src/sow/load.ts';
import { readYaml } from '../src/sow/yaml.ts';
import { zoneOf } from '../src/sow/zone.ts';
import { scratchFolder } from './support/cases.ts';
import { LOOSENINGS } from './support/loosenings.ts';
import { auditOf, type Month, month, type Row, readMonth, rulesText, SHUFFLED, sowOf } from './support/month.ts';
import { traceSuffices } from './support/trace.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const folder = join(scratch.path, 'month');
const other = join(scratch.path, 'other');

// A fixed seed: a law that fails, fails again. LAWS_SEED tries other months.
const SEED = Number(process.env.LAWS_SEED ?? 6);
const RUNS = Number(process.env.LAWS_RUNS ?? 20);
beforeAll(() => void fc.configureGlobal({ seed: SEED, numRuns: RUNS }));
afterAll(() => fc.resetConfigureGlobal());

const JUNE = '2026-06';
/** Everything that a month of the arbitrary can reach. */
const PERIODS = ['2026-05', JUNE, '2026-07-01..2026-12-31'];
/** All of them as one period. */
const ALL = '2026-05-01..2026-12-31';
/** After every window of a month has ended. */
const LATER = '2026-10-31';

const usd = purseOf('USD', 'half_up');
/** Cents of an amount of the document. */
const cents = (text: string): bigint => {
  const money = usd.parse(text);
  if (!money) throw new Error(`"${text}" is no amount`);
  return minorUnits(money);
};
const sum = (texts: readonly string[]): bigint => texts.reduce((total, text) => total + cents(text), 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const isClaim = (c: DocumentClaim): boolean => c.outcome !== 'unclaimed';

// The property of an audit, or a month that nobody claims anything in: there is no document then, and nothing to say.
function holds(law: (document: AuditDocument) => void, document: AuditDocument | undefined): void {
  fc.pre(document !== undefined);
  law(document as AuditDocument);
}

/** A law that fails is made small before it is shown, which takes its time. */
const PATIENCE = 300_000;

describe('an audit', { timeout: PATIENCE }, () => {
  test('says the same of the same rows in any order', async () => {
    const all = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
    const shuffled = month.chain((m) =>
      fc
        .record({
          meetings: all(m.meetings),
          attendance: all(m.attendance),
          crm: all(m.crm),
          decisions: all(m.decisions),
        })
        .map((rows) => [m, { ...m, ...rows }] as const),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([asWritten, mixed]) => {
        const first = await auditOf(await readMonth(asWritten, folder), JUNE, LATER);
        const second = await auditOf(await readMonth(mixed, other), JUNE, LATER);
        expect(withoutPlaces(second)).toEqual(withoutPlaces(first));
      }),
    );
  });

  test('adds up, loses no claim and bills a chain once', async () => {
    await fc.assert(
      fc.asyncProperty(month, async (m) => {
        const read = await readMonth(m, folder);
        const documents: AuditDocument[] = [];
        for (const period of PERIODS) {
          const document = await auditOf(read, period, LATER);
          if (document) documents.push(document);
        }
        for (const document of documents) {
          addsUp(document);
          everyClaimHasItsOutcome(document, m);
          traceSuffices(document);
          logsLieInTheirSlots(document, m);
        }
        billsOnce(documents);
      }),
    );
  });

  test('takes a credit note for what it is', async () => {
    const line = fc.record({
      meeting_id: fc.constantFrom(undefined, 'M1', 'M99'),
      kind: fc.constantFrom('lead', 'adjustment'),
      amount: fc.constantFrom('-50.00', '-400.00', '-0.01'),
    });
    const withNote = fc.tuple(month, line).map(([m, row]): Month => {
      const note: Row = { line_id: 'N1', period: JUNE, quantity: 1, ...row };
      return { ...m, invoice: [...m.invoice, note] };
    });
    await fc.assert(
      fc.asyncProperty(withNote, async (m) => {
        const document = await auditOf(await readMonth(m, folder), JUNE, LATER);
        holds((doc) => {
          addsUp(doc);
          expect(doc.claims.find((c) => c.line_id === 'N1')?.outcome).toBe('unknown_claim');
        }, document);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  test('does not open again what was billable, once every fact is known', async () => {
    await fc.assert(
      fc.asyncProperty(month, fc.integer({ min: 0, max: 40 }), async (m, days) => {
        const read = await readMonth(m, folder);
        // Decisions, moves and edits are at most twelve days behind the last slot: nothing is learned after that.
        const last =
          m.meetings
            .map((row) => String(row.starts_at).slice(0, 10))
            .sort()
            .at(-1) ?? '2026-06-30';
        const asOf = addDays(last, 14);
        const before = await auditOf(read, JUNE, asOf);
        const after = await auditOf(read, JUNE, addDays(asOf, days));
        const verdicts = new Map(after?.chains.map((c) => [c.id, c.verdict]));
        for (const chain of before?.chains ?? [])
          if (chain.verdict === 'billable')
            expect([chain.id, verdicts.get(chain.id)]).not.toEqual([chain.id, 'pending']);
      }),
    );
  });

  test('judges nobody by a meeting of somebody else', async () => {
    const stranger: Row = {
      contact_name: 'Zoe Quint',
      email: 'zoe.quint@zenithmill.example',
      phone: '+13105550199',
      company: 'Zenith Mill',
      title: 'CFO',
      employees: 900,
      booked_at: '2026-05-29T09:00',
    };
    const added = fc.record({
      starts_at: fc.constantFrom('2026-06-02T09:00', '2026-06-10T10:00', '2026-06-24T14:00', '2026-07-03T09:00'),
      outcome: fc.constantFrom('held', 'scheduled', 'no_show_prospect', 'rescheduled_client'),
    });
    // Lines that name nobody are split over all rows, so that a new row is not somebody else's.
    const named = month.map(
      (m): Month => ({
        ...m,
        rules: {
          ...m.rules,
          rules: { ...m.rules.rules, acceptance: withoutKey(m.rules.rules.acceptance, 'rejection_cap') },
          fees: { ...m.rules.fees, cap: undefined, rates: { ...m.rules.fees.rates, tiers: [{ price: '400.00' }] } },
        },
        invoice: [
          ...m.invoice.filter((row) => row.meeting_id !== undefined),
          { line_id: 'L0', meeting_id: 'M1', period: JUNE, kind: 'lead', quantity: 1, amount: '400.00' },
        ],
      }),
    );
    await fc.assert(
      fc.asyncProperty(named, added, async (m, row) => {
        const alone = await auditOf(await readMonth(m, folder), JUNE, LATER);
        const meetings = [...m.meetings, { ...stranger, ...row, id: 'Z1' }];
        const together = await auditOf(await readMonth({ ...m, meetings }, other), JUNE, LATER);
        // A place in a tier of one price decides nothing but its number.
        const judged = (document: AuditDocument | undefined) =>
          document?.claims.flatMap(({ why: _, ...claim }) => (claim.chain === 'Z1' ? [] : [claim]));
        expect(judged(together)).toEqual(judged(alone));
      }),
    );
  });

  // Over months, or where the place in a tier decides the price of all, a cap can also move money up.
  test('bills up to its cap, and supports no less without it', async () => {
    const capped = month.map(
      (m): Month => ({
        ...m,
        rules: {
          ...m.rules,
          fees: {
            ...m.rules.fees,
            cap: { max: m.rules.fees.cap?.max ?? 1, per: 'month', over: 'unpaid' },
            rates: { ...m.rules.fees.rates, per: 'month', mode: 'graduated' },
          },
        },
      }),
    );
    await fc.assert(
      fc.asyncProperty(capped, async (m) => {
        const read = await readMonth(m, folder);
        const sow = sowOf({ ...m, rules: { ...m.rules, fees: { ...m.rules.fees, cap: undefined } } });
        const [under, free] = [await auditOf(read, JUNE, LATER), await auditOf({ ...read, sow }, JUNE, LATER)];
        holds((doc) => {
          expect(cents(free?.totals.supported ?? '0')).toBeGreaterThanOrEqual(cents(doc.totals.supported));
          // The rest of a chain that was paid in part takes no place.
          const places = doc.lines.filter((l) => l.kind === 'lead' && l.tier !== null);
          expect(places.length).toBeLessThanOrEqual(m.rules.fees.cap?.max ?? 0);
        }, under);
      }),
    );
  });

  // One price, no cap, nothing that a lead takes from another: where leads compete, one that is saved can cost another its place or
  // its price. The other exceptions are named in test/support/loosenings.ts.
  test.each(LOOSENINGS)('supports no less where $clause is loosened', async ({ loosen }) => {
    const alone = month.map(
      (m): Month => ({
        ...m,
        rules: {
          ...m.rules,
          rules: { ...m.rules.rules, duplicates: undefined },
          fees: { rates: { ...m.rules.fees.rates, tiers: [{ price: '400.00' }] } },
        },
      }),
    );
    const pairs = alone.map((m) => [m, loosen(m.rules.rules)] as const).filter(([, looser]) => looser !== undefined);
    await fc.assert(
      fc.asyncProperty(pairs, async ([m, looser]) => {
        const read = await readMonth(m, folder);
        const rules = { ...m.rules, rules: { ...m.rules.rules, ...looser } };
        const [strict, loose] = [
          await auditOf(read, ALL, LATER),
          await auditOf({ ...read, sow: sowOf({ ...m, rules }) }, ALL, LATER),
        ];
        holds(
          (doc) => expect(cents(loose?.totals.supported ?? '0')).toBeGreaterThanOrEqual(cents(doc.totals.supported)),
          strict,
        );
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  test('supports no less at a higher price', async () => {
    await fc.assert(
      fc.asyncProperty(month, fc.nat(2), fc.constantFrom('600.00', '1000.00', '400.01'), async (m, at, price) => {
        const { tiers } = m.rules.fees.rates;
        const raised = tiers.map((tier, i) =>
          i === at % tiers.length && cents(price) > cents(tier.price) ? { ...tier, price } : tier,
        );
        const rates = { ...m.rules.fees.rates, tiers: raised };
        const read = await readMonth(m, folder);
        const sow = sowOf({ ...m, rules: { ...m.rules, fees: { ...m.rules.fees, rates } } });
        const [low, high] = [await auditOf(read, JUNE, LATER), await auditOf({ ...read, sow }, JUNE, LATER)];
        holds(
          (doc) => expect(cents(high?.totals.supported ?? '0')).toBeGreaterThanOrEqual(cents(doc.totals.supported)),
          low,
        );
      }),
    );
  });
});

const withoutKey = (block: unknown, key: string): unknown =>
  block && Object.fromEntries(Object.entries(block).filter(([name]) => name !== key));

/** A document without line numbers and hashes; what stands in order of lines (links, findings, evidence, buckets) is sorted. */
function withoutPlaces(document: AuditDocument | undefined): unknown {
  const UNORDERED = new Set(['evidence', 'links', 'findings', 'buckets']);
  const strip = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => strip(item, ''));
      return UNORDERED.has(key) ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
    }
    if (typeof value === 'string') return value.replace(/\b(\w+\.csv):\d+/g, '$1');
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) =>
        name === 'line' || name === 'sha256' ? [] : [[name, strip(member, name)]],
      ),
    );
  };
  return strip(document, '');
}

/** The identities of DESIGN section 4, worked out from the rows alone. */
function addsUp({ totals: t, claims, lines, bridge, chains, inputs, buckets }: AuditDocument): void {
  const asked = claims.filter(isClaim);
  const agreed = (c: DocumentClaim): bigint =>
    cents(c.supported) === 0n ? 0n : least(cents(c.claimed), cents(c.supported));
  const denied = (test: (c: DocumentClaim) => boolean): bigint =>
    asked.filter(test).reduce((total, c) => total + cents(c.claimed) - agreed(c), 0n);
  const ofLines = (...kinds: string[]): bigint => sum(lines.flatMap((l) => (kinds.includes(l.kind) ? l.amount : [])));
  const is = (outcome: string) => (c: DocumentClaim) => c.outcome === outcome;
  expect({
    claimed: cents(t.claimed),
    claims_supported: cents(t.claims_supported),
    unknown: cents(t.unknown),
    duplicate: cents(t.duplicate),
    pending: cents(t.pending),
    review: cents(t.review),
    wrong_period: cents(t.wrong_period),
    wrong_rate: cents(t.wrong_rate),
    not_billable: cents(t.not_billable),
    supported: cents(t.supported),
    payable: cents(t.payable),
  }).toEqual({
    claimed: sum(asked.map((c) => c.claimed)),
    claims_supported: asked.reduce((total, c) => total + agreed(c), 0n),
    unknown: denied(is('unknown_claim')),
    duplicate: denied(is('duplicate_claim')),
    pending: denied((c) => c.outcome === 'open' && c.verdict === 'pending'),
    review: denied((c) => c.outcome === 'open' && c.verdict !== 'pending'),
    wrong_period: denied(is('wrong_period')),
    wrong_rate: denied(is('wrong_rate')),
    not_billable: denied(is('overclaimed')),
    supported: ofLines('lead', 'replacement'),
    payable: sum(lines.map((l) => l.amount)),
  });
  const parts = [t.not_billable, t.pending, t.review, t.duplicate, t.wrong_rate, t.wrong_period, t.unknown];
  expect(cents(t.claimed)).toBe(cents(t.claims_supported) + sum(parts));
  expect(cents(t.supported)).toBe(cents(t.claims_supported) + cents(t.unclaimed));
  expect(cents(t.payable)).toBe(cents(t.supported) + cents(t.adjustments) + cents(t.credits));

  // The bridge starts at the invoice, passes what is supported of it and ends at what is payable.
  let running = 0n;
  for (const step of bridge) {
    if (step.step === 'claims_supported' || step.step === 'payable') expect(cents(step.amount)).toBe(running);
    else running += cents(step.amount);
    expect(cents(step.running)).toBe(running);
  }
  expect(bridge[0]).toMatchObject({ step: 'invoiced', amount: t.claimed });
  expect(bridge.find((s) => s.step === 'claims_supported')).toMatchObject({ running: t.claims_supported });
  expect(bridge.at(-1)).toMatchObject({ step: 'payable', running: t.payable });

  // Every row of every file lies in one bucket.
  for (const source of new Set(inputs.map((i) => i.source))) {
    const read = inputs.filter((i) => i.source === source).reduce((n, i) => n + i.rows, 0);
    const placed = buckets.filter((b) => b.source === source).reduce((n, b) => n + b.rows, 0);
    expect([source, placed]).toEqual([source, read]);
  }
  for (const { verdict, amount } of chains) if (verdict !== 'billable') expect(cents(amount)).toBe(0n);
}

function everyClaimHasItsOutcome({ claims, period }: AuditDocument, { invoice, meetings }: Month): void {
  const asked = claims.filter(isClaim);
  expect(new Set(claims.map((c) => c.id)).size).toBe(claims.length);
  for (const c of claims) expect(CLAIM_OUTCOMES).toContain(c.outcome);
  if (!invoice.length) return;
  const isOwn = (month: string): boolean => period.from.slice(0, 7) <= month && month <= period.to.slice(0, 7);
  const own = invoice.filter((line) => !line.period || isOwn(String(line.period)));
  const isSplit = (line: Row): boolean => line.meeting_id === undefined && line.kind === 'lead';
  // A line without ids stands for as many leads as its quantity; what no row answers stays together.
  const leads = (parts: readonly { quantity: number }[]): number => parts.reduce((n, c) => n + c.quantity, 0);
  for (const line of own) {
    const parts = asked.filter((c) => c.line_id === line.line_id);
    expect(isSplit(line) ? leads(parts) : parts.length).toBe(isSplit(line) ? line.quantity : 1);
    // What is asked for a line is asked for its parts, to the cent.
    expect(sum(parts.map((c) => c.claimed))).toBe(cents(String(line.amount)));
  }
  // No row is behind two parts; a row that stands twice is two rows.
  const split = new Set(own.filter(isSplit).map((line) => line.line_id));
  const taken = asked.flatMap((c) => (split.has(c.line_id ?? '') ? (c.meeting_id ?? []) : []));
  for (const id of taken)
    expect(taken.filter((x) => x === id).length).toBeLessThanOrEqual(meetings.filter((row) => row.id === id).length);
  // Of one chain, one claim answers.
  const answers = asked.filter(
    (c) => ['matched', 'wrong_rate', 'underclaimed'].includes(c.outcome) && c.chain !== null,
  );
  expect(new Set(answers.map((c) => c.chain)).size).toBe(answers.length);
}

/** A log that names its meeting and its time belongs to the slot of that time, however often it was moved under one id. */
function logsLieInTheirSlots({ links, chains }: AuditDocument, { attendance }: Month): void {
  const starts = new Map(chains.flatMap((c) => c.slots.map((slot) => [slot.id, slot.starts_at] as const)));
  for (const link of links) {
    const hasId = link.fields.some(({ field, level }) => field === 'meeting_id' && level === 'same');
    if (link.source !== 'attendance' || !hasId || link.claim === null || link.line === null) continue;
    const start = Date.parse(`${starts.get(link.claim)?.slice(0, 16)}Z`);
    const named = Date.parse(`${attendance[link.line - 2]?.meeting_starts_at}Z`);
    // Copies of one event are up to five minutes apart.
    expect([link.claim, link.line, Math.abs(start - named) <= 5 * 60_000]).toEqual([link.claim, link.line, true]);
  }
}

/** Over all periods the shares of a chain come to no more than one whole price. */
function billsOnce(documents: readonly AuditDocument[]): void {
  const lines = documents.flatMap((d) => d.lines).filter((l) => l.kind === 'lead' || l.kind === 'replacement');
  for (const chain of new Set(lines.map((l) => l.chain))) {
    const own = lines.filter((l) => l.chain === chain);
    const whole = own.map((l) => cents(l.unit_price)).reduce((a, b) => (a > b ? a : b));
    expect([chain, sum(own.map((l) => l.amount)) <= whole]).toEqual([chain, true]);
  }
}

describe('money', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD');
  const rounding = fc.constantFrom('half_up' as const, 'half_even' as const, 'down' as const, 'up' as const);
  const units = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  const amountOf = (code: string, minor: bigint) => {
    const purse = purseOf(code, 'half_up');
    return purse.times(purse.of({ amount: 1, scale: code === 'JPY' ? 0 : code === 'KWD' ? 3 : 2 }), {
      amount: Number(minor),
      scale: 0,
    });
  };

  test('is read as it is written', () => {
    fc.assert(
      fc.property(currency, units, (code, minor) => {
        const purse = purseOf(code, 'half_up');
        const amount = amountOf(code, minor);
        expect(minorUnits(amount)).toBe(minor);
        const read = purse.parse(toText(amount));
        expect(read && minorUnits(read)).toBe(minor);
        expect(read && toText(read)).toBe(toText(amount));
      }),
    );
  });

  test('that is split comes to the whole, in parts that differ in the last alone', () => {
    fc.assert(
      fc.property(currency, units, fc.integer({ min: 1, max: 60 }), (code, minor, parts) => {
        const purse = purseOf(code, 'half_up');
        const whole = amountOf(code, minor);
        const split = Array.from({ length: parts }, (_, i) =>
          purse.part(whole, { of: parts, taken: 1, isLast: i === parts - 1 }),
        );
        expect(split.length).toBe(parts);
        expect(minorUnits(purse.sum(split))).toBe(minor);
        expect(new Set(split.slice(0, -1).map(minorUnits)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('rounds to the nearest unit, symmetric about zero', () => {
    const share = fc.record({ amount: fc.integer({ min: 0, max: 10_000 }), scale: fc.constant(4) });
    fc.assert(
      fc.property(rounding, units, share, (mode, minor, factor) => {
        const purse = purseOf('USD', mode);
        const [plus, less] = [
          purse.times(amountOf('USD', minor), factor),
          purse.times(amountOf('USD', -minor), factor),
        ];
        expect(minorUnits(plus)).toBe(-minorUnits(less));
        const exact = minor * BigInt(factor.amount);
        const off = exact - minorUnits(plus) * 10_000n;
        const size = off < 0n ? -off : off;
        expect(size < 10_000n).toBe(true);
        if (mode.startsWith('half')) expect(size <= 5_000n).toBe(true);
        const outward = (minor < 0n ? -off : off) <= 0n;
        if (mode === 'up') expect(outward).toBe(true);
        if (mode === 'down') expect(off === 0n || !outward).toBe(true);
        if (mode === 'half_up' && size === 5_000n) expect(outward).toBe(true);
        if (mode === 'half_even' && size === 5_000n) expect(minorUnits(plus) % 2n).toBe(0n);
      }),
    );
  });

  test('is compared by its amount', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(isLess(amountOf('USD', a), amountOf('USD', b))).toBe(a < b);
      }),
    );
  });
});

describe('keys', () => {
  const word = fc.constantFrom(
    ...['Dr.', 'Prof.', 'Herr', 'Mr', 'Anna', 'Müller', 'van', "O'Neil", 'Weber', '(she/her)', '(', ','],
    ...['GmbH', 'Inc.', 'Co', '& Co. KG', 'S.A.', 'Ltd', 'Acme', 'Øst', 'ǅ', 'İ', 'ﬁ', '&', '-'],
  );
  const words = fc.array(
    fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  const phrase = fc.tuple(words, fc.constantFrom(' ', ' ', '  ', '\u00a0')).map(([parts, gap]) => parts.join(gap));

  test.each([
    ['nameKey', nameKey],
    ['companyKey', companyKey],
  ])('%s of a key is the key', (_, keyOf) => {
    fc.assert(
      fc.property(phrase, (text) => {
        const key = keyOf(text);
        expect(keyOf(key)).toBe(key);
      }),
      { numRuns: 10 * RUNS },
    );
  });

  test('the natural order is total', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'M-',
        'm',
        '-',
        ' ',
        '\u00a0',
        '.',
        '/',
        ':',
        'é',
        '0',
        '00',
        '9',
        '10',
        '010',
        '9007199254740993',
        'e5',
        'Infinity',
      ),
      fc.nat(120).map(String),
    );
    const id = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) + 0);
        expect(compareNatural(a, b) === 0).toBe(a === b);
        const [x, y, z] = [a, b, c].sort(compareNatural) as [string, string, string];
        expect(compareNatural(x, y)).toBeLessThanOrEqual(0);
        expect(compareNatural(y, z)).toBeLessThanOrEqual(0);
        expect(compareNatural(x, z)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 20 * RUNS },
    );
  });

  test('numbers in ids compare as numbers', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (m, n) => {
        expect(Math.sign(compareNatural(`M-${m}`, `M-${n}`))).toBe(Math.sign(m - n));
      }),
    );
  });
});

const ZONES = [
  ...['America/New_York', 'Europe/Berlin', 'UTC', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe'],
  ...['Africa/Casablanca', 'America/Sao_Paulo', 'Pacific/Apia', 'Antarctica/Troll', 'Asia/Tehran', 'Africa/Cairo'],
] as const;
const zoneName = fc.constantFrom(...ZONES);
/** Any minute from 2000 to 2036, often close to a night on which clocks change. */
const instant = fc.oneof(
  fc
    .integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2036, 11, 31) / 60_000 })
    .map((minute) => minute * 60_000),
  fc
    .record({
      night: fc.constantFrom(
        ...[Date.UTC(2026, 2, 8), Date.UTC(2026, 10, 1), Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25)],
        ...[
          Date.UTC(2026, 3, 5),
          Date.UTC(2026, 9, 4),
          Date.UTC(2011, 11, 30),
          Date.UTC(2018, 10, 4),
          Date.UTC(2024, 3, 26),
        ],
      ),
      minutes: fc.integer({ min: -3 * 1440, max: 3 * 1440 }),
    })
    .map(({ night, minutes }) => night + minutes * 60_000),
);

describe('zones', () => {
  test('a clock leads back to the instant that it shows', () => {
    fc.assert(
      fc.property(zoneName, instant, (name, at) => {
        const zone = zoneOf(name);
        const shown = zone.wallAt(at);
        const back = zone.instantsAt(shown);
        expect(back).toContain(at);
        expect(back.length).toBeLessThanOrEqual(2);
        for (const i of back) expect(zone.wallAt(i)).toBe(shown);
        expect(back).toEqual([...back].sort((a, b) => a - b));
        expect(Date.parse(zone.format(at))).toBe(at);
      }),
      { numRuns: 20 * RUNS },
    );
  });

  test('a day begins where the day before ends', () => {
    fc.assert(
      fc.property(zoneName, instant, (name, at) => {
        const zone = zoneOf(name);
        const day = zone.dateAt(at);
        const start = zone.startOf(day);
        expect(zone.dateAt(start)).toBe(day);
        expect(zone.dateAt(start - 1) < day).toBe(true);
        expect(zone.endOf(day)).toBeGreaterThanOrEqual(at - 999);
        expect(zone.dateAt(zone.endOf(day))).toBe(day);
        expect(zone.endOf(day) - start).toBeLessThanOrEqual(DAY_MS + 3 * 3_600_000);
      }),
      { numRuns: 10 * RUNS },
    );
  });
});

describe('clocks', () => {
  const date = fc.integer({ min: 0, max: 730 }).map((n) => addDays('2026-01-01', n));
  const calendar = fc.record({
    name: zoneName,
    weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
    open: fc.integer({ min: 5 * 60, max: 11 * 60 }),
    close: fc.integer({ min: 12 * 60, max: 22 * 60 }),
    holidays: fc.array(date, { maxLength: 40 }),
  });
  const at2026 = fc
    .integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 5) / 60_000 })
    .map((minute) => minute * 60_000);
  const clockFor = ({
    name,
    weekdays,
    open,
    close,
    holidays,
  }: typeof calendar extends fc.Arbitrary<infer T> ? T : never) => {
    const hours: BusinessHours = {
      weekdays: new Set(weekdays),
      openMinute: open,
      closeMinute: close,
      holidays: new Set(holidays),
    };
    const clock = clockOf(zoneOf(name), hours);
    const isOpenDay = (day: string): boolean => weekdays.includes(weekdayOf(day)) && !holidays.includes(day);
    const minuteOf = (at: number): number => Math.floor((clock.zone.wallAt(at) % DAY_MS) / 60_000);
    return { clock, isOpenDay, minuteOf };
  };
  const length = (text: string) => {
    const parsed = parseDuration(text);
    if (!parsed) throw new Error(`"${text}" is no duration`);
    return parsed;
  };

  test('business days end on an open day at close, the trigger day not counted', () => {
    fc.assert(
      fc.property(calendar, at2026, fc.integer({ min: 0, max: 25 }), (given, trigger, n) => {
        const { clock, isOpenDay, minuteOf } = clockFor(given);
        const end = clock.endOf(trigger, length(`${n} business days`));
        const last = clock.zone.dateAt(end);
        expect(isOpenDay(last)).toBe(true);
        expect(minuteOf(end)).toBe(given.close);
        expect(end).toBeGreaterThanOrEqual(trigger);
        // Counted by hand: open days behind the day on which the act counts.
        let day = clock.zone.dateAt(trigger);
        const isInTime = isOpenDay(day) && minuteOf(trigger - 1) < given.close;
        if (!isInTime)
          do day = addDays(day, 1);
          while (!isOpenDay(day));
        for (let left = n; left > 0; ) {
          day = addDays(day, 1);
          if (isOpenDay(day)) left--;
        }
        expect(last).toBe(day);
      }),
    );
  });

  test('a longer window ends no earlier, nor does one that begins later', () => {
    const unit = fc.constantFrom('business days', 'days', 'business hours', 'hours', 'months', 'weeks');
    fc.assert(
      fc.property(
        calendar,
        at2026,
        fc.nat(20),
        fc.nat(5),
        fc.nat(3000),
        unit,
        (given, trigger, n, more, minutes, u) => {
          const { clock } = clockFor(given);
          const end = clock.endOf(trigger, length(`${n} ${u}`));
          expect(clock.endOf(trigger, length(`${n + more} ${u}`))).toBeGreaterThanOrEqual(end);
          expect(clock.endOf(trigger + minutes * 60_000, length(`${n} ${u}`))).toBeGreaterThanOrEqual(end);
          expect(end).toBeGreaterThanOrEqual(trigger);
        },
      ),
    );
  });

  test('business hours end when that much open time has passed', () => {
    fc.assert(
      fc.property(calendar, at2026, fc.nat(60), (given, trigger, n) => {
        const { clock } = clockFor(given);
        const end = clock.endOf(trigger, length(`${n} business hours`));
        expect(clock.openMs(trigger, end)).toBe(n * 3_600_000);
        expect(clock.isAtLeastBefore(trigger, end, length(`${n} business hours`))).toBe(true);
        if (n > 0) expect(clock.isAtLeastBefore(trigger, end - 1, length(`${n} business hours`))).toBe(false);
      }),
    );
  });

  test('days end with the last day, and a look-back reaches as far as they do', () => {
    fc.assert(
      fc.property(calendar, at2026, fc.nat(40), (given, trigger, n) => {
        const { clock } = clockFor(given);
        const days = length(`${n} days`);
        const end = clock.endOf(trigger, days);
        expect(clock.zone.dateAt(end)).toBe(addDays(clock.zone.dateAt(trigger), n));
        expect(clock.reachesBack(end, trigger, days)).toBe(true);
        expect(clock.reachesBack(end + 1000, trigger, days)).toBe(false);
      }),
    );
  });
});

test('every source but the invoice is shuffled', () => {
  const [some] = fc.sample(month, 1);
  const sources = Object.keys(some ?? {}).filter((key) => key !== 'rules');
  expect(sources.sort()).toEqual([...SHUFFLED, 'invoice'].sort());
});

describe('a simulation', { timeout: PATIENCE }, () => {
  test('comes to the difference of what is payable, by claim and by change', async () => {
    const otherwise = fc.tuple(month, month).map(([m, { rules }]) => [m, { ...rules, zone: m.rules.zone }] as const);
    // Each run audits once a change.
    const TWINS = Math.max(6, Math.ceil(RUNS / 5));
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(otherwise, async ([m, rules]) => {
        const { sow, records } = await readMonth(m, folder);
        const [base, then] = [rulesText(m), rulesText({ ...m, rules })];
        const changes = changesBetween(readYaml(base, '').value ?? {}, readYaml(then, '').value ?? {});
        const whole = { sow: sowOf({ ...m, rules }), records };
        // What the one file says otherwise than the other is all that it says otherwise.
        expect(loadSow(base, 'rules.yaml', undefined, changes).sow?.rules).toEqual(whole.sow.rules);
        const { document, problems } = await simulate(
          { sow, records },
          [
            {
              title: 'other',
              notApplied: [],
              whole,
              changes: changes.map((change) => {
                const alone = loadSow(base, 'rules.yaml', undefined, [change]).sow;
                return { path: change.path.join('.'), from: null, to: null, alone: alone && { sow: alone, records } };
              }),
            },
          ],
          { period: JUNE, asOf: LATER },
        );
        expect(problems.filter((p) => p.code !== 'no_claims')).toEqual([]);
        fc.pre(document !== undefined);
        const now = await auditOf({ sow, records }, JUNE, LATER);
        const all = await auditOf(whole, JUNE, LATER);
        const [alternative] = document?.alternatives ?? [];
        if (!now || !all || !alternative) throw new Error('both were audited');
        const rows = [...alternative.claims, ...alternative.others];
        const difference = cents(all.totals.payable) - cents(now.totals.payable);
        expect(sum(rows.map((row) => row.difference))).toBe(difference);
        const parts = rows.flatMap((row) => [...row.effects.map((e) => e.difference), row.interaction]);
        expect(sum(parts)).toBe(difference);
        if (difference !== 0n) compared++;
      }),
      { numRuns: TWINS },
    );
    expect(compared).toBeGreaterThan(TWINS / 10);
  });
});
