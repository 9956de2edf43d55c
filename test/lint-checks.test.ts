import { describe, expect, test } from 'vitest';
import { parseDuration } from '../src/sow/duration.ts';
import { differ, neverEndsBefore } from '../src/sow/lint/lengths.ts';
import { lintOf } from '../src/sow/lint/lint.ts';
import { silencesOf } from '../src/sow/lint/silences.ts';
import { loadSow } from '../src/sow/load.ts';

const SOW = { id: 'A', client: 'Alder', vendor: 'Brightline', currency: 'USD', time_zone: 'America/New_York' };
interface File {
  readonly sow?: object;
  readonly sources?: object;
  readonly rules?: object;
  readonly fees?: object;
  readonly metrics?: object;
  readonly amendments?: readonly object[];
}

/** What one check finds in a file: where, and with what. */
function found(code: string, { sow = {}, rules = {}, ...rest }: File) {
  const file = { version: '1', sow: { ...SOW, ...sow }, rules: { billable: { event: 'held' }, ...rules }, ...rest };
  const loaded = loadSow(JSON.stringify(file), 'rules.yaml');
  if (!loaded.sow) throw new Error(JSON.stringify(loaded.problems));
  return lintOf(loaded.sow, loaded.yaml).flatMap((hit) => (hit.code === code ? [[hit.key, hit.args] as const] : []));
}
const keys = (code: string, file: File) => found(code, file).map(([key]) => key);
const price = (amount: string, criteria: object) => ({ criteria, price: amount });
const rates = (cells: object): File => ({ fees: { rates: cells } });

describe('two_prices', () => {
  const hits = (...when: object[]) => found('two_prices', rates({ when, classes: { mql: '5.00', sql: '6.00' } }));
  const large = { employees: { min: '50' }, country: 'US' };

  test('names the same criteria at two prices, and the first of them', () => {
    expect(
      hits(price('1.00', large), price('2.00', { country: 'CA' }), price('3.00', large), price('4.00', large)),
    ).toEqual([
      [
        'fees.rates.when.2',
        { what: 'employees min 50, country in US', first: '1.00', second: '3.00', wins: 'the first' },
      ],
      [
        'fees.rates.when.3',
        { what: 'employees min 50, country in US', first: '1.00', second: '4.00', wins: 'the first' },
      ],
    ]);
    expect(hits(price('1.00', large), price('1.00', large))).toEqual([]);
  });

  test('names a channel that has a class price too', () => {
    const wins = 'the class';
    expect(hits(price('1.00', { channel: ['mql', 'other', 'sql'] }))).toEqual([
      ['fees.rates.when.0', { what: 'channel mql', first: '5.00', second: '1.00', wins }],
      ['fees.rates.when.0', { what: 'channel sql', first: '6.00', second: '1.00', wins }],
    ]);
    expect(hits(price('5.00', { channel: 'mql' }))).toEqual([]);
    expect(hits(price('1.00', { channel: 'mql', country: 'US' }))).toEqual([]);
    expect(hits(price('1.00', { channel: { not: ['mql'] } }))).toEqual([]);
    expect(hits(price('1.00', { country: 'mql' }))).toEqual([]);
    expect(found('two_prices', rates({ when: [price('1.00', { channel: 'mql' })] }))).toEqual([]);
  });

  test('names a day from which two amendments hold', () => {
    const from = (day: string) => ({ from: day, tiers: [{ price: '5.00' }] });
    expect(
      found('two_prices', rates({ effective: [from('2026-06-15'), from('2026-07-15'), from('2026-06-15')] })),
    ).toEqual([
      [
        'fees.rates.effective.2',
        { what: 'the day 2026-06-15', first: 'one amendment', second: 'another', wins: 'the later in the file' },
      ],
    ]);
    expect(found('two_prices', {})).toEqual([]);
  });
});

describe('two values of one thing', () => {
  test('two_credits: of one metric and threshold', () => {
    const sla = (...levels: object[]) => found('two_credits', { fees: { sla: levels } });
    const least = { metric: 'show_rate', at_least: '70%', credit: '5.00' };
    expect(sla(least, { ...least, credit: '7.00' })).toEqual([
      ['fees.sla.1', { metric: 'show_rate', limit: 'below its least', first: '5.00', second: '7.00' }],
    ]);
    const most = { metric: 'show_rate', at_most: '70%', credit: '5.00' };
    expect(sla(most, most)).toEqual([
      ['fees.sla.1', { metric: 'show_rate', limit: 'above its most', first: '5.00', second: '5.00' }],
    ]);
    expect(sla(least, most)).toEqual([]);
    expect(sla(least, { ...least, at_least: '60%' })).toEqual([]);
    expect(sla(least, { ...least, metric: 'qualified_rate' })).toEqual([]);
    expect(found('two_credits', {})).toEqual([]);
  });

  test('minimum_above_cap: of the same period', () => {
    const fees = (minimum: object, max: string) => found('minimum_above_cap', { fees: { minimum, cap: { max } } });
    expect(fees({ units: '11' }, '10')).toEqual([['fees.minimum.units', { units: 11, per: 'month', max: 10 }]]);
    expect(fees({ units: '10' }, '10')).toEqual([]);
    expect(fees({ units: '11', per: 'quarter' }, '10')).toEqual([]);
    expect(fees({ amount: '5.00' }, '10')).toEqual([]);
    expect(found('minimum_above_cap', { fees: { minimum: { units: '11' } } })).toEqual([]);
  });

  test('two_waits, two_ends and two windows need both values', () => {
    const waits = (attendance: object) => keys('two_waits', { rules: { attendance } });
    expect(waits({ late_grace: '10 minutes', wait: '5 minutes' })).toEqual(['rules.attendance.late_grace']);
    expect([waits({ late_grace: '10 minutes' }), waits({ wait: '5 minutes' })]).toEqual([[], []]);
    const termination = { notice: '10 days', received: '2026-06-01', after_hours: 'same' };
    const ends = (sow: object, rules: object) => found('two_ends', { sow, rules });
    const [hit] = ends({ ends: '2026-12-31' }, { termination });
    expect(hit).toEqual(['sow.ends', { ends: '2026-12-31', notice: '2026-06-11' }]);
    expect(ends({ ends: '2026-06-11' }, { termination })).toEqual([]);
    expect(ends({}, { termination })).toEqual([]);
    expect(ends({ ends: '2026-12-31' }, {})).toEqual([]);
  });

  test('shared_clause: every block that cites it, at the last', () => {
    const level = { metric: 'show_rate', at_least: '70%', credit: '5.00', clause: '9' };
    const cited = (file: File) => found('shared_clause', file);
    expect(cited({ rules: { no_show: { clause: '6' }, embargo: { clause: '6' }, accounts: { clause: '7' } } })).toEqual(
      [['rules.embargo.clause', { clause: '6', blocks: 'rules.no_show, rules.embargo' }]],
    );
    expect(
      cited({ fees: { sla: [level, { ...level, metric: 'qualified_rate' }], cap: { clause: '9', max: '5' } } }),
    ).toEqual([['fees.sla.1.clause', { clause: '9', blocks: 'fees.cap, fees.sla.0, fees.sla.1' }]]);
    // A service level and its own metric may share one, but no other metric.
    expect(cited({ fees: { sla: [level] }, metrics: { show_rate: { clause: '9' } } })).toEqual([]);
    expect(cited({ fees: { sla: [level] }, metrics: { qualified_rate: { clause: '9' } } })).toEqual([
      ['metrics.qualified_rate.clause', { clause: '9', blocks: 'fees.sla.0, metrics.qualified_rate' }],
    ]);
    expect(
      cited({ fees: { sla: [level] }, metrics: { show_rate: { clause: '8' }, qualified_rate: { clause: '8' } } }),
    ).toEqual([
      ['metrics.qualified_rate.clause', { clause: '8', blocks: 'metrics.show_rate, metrics.qualified_rate' }],
    ]);
    expect(cited({ rules: { no_show: {}, embargo: {} } })).toEqual([]);
  });
});

describe('clauses that never decide anything', () => {
  test('tier_above_cap: of the same period, from its first unit on', () => {
    const tiers = [{ up_to: '5', price: '3.00' }, { up_to: '9', price: '2.00' }, { price: '1.00' }];
    const fees = (max: string, more: object = {}) =>
      found('tier_above_cap', { fees: { rates: { tiers, ...more }, cap: { max } } });
    expect(fees('9')).toEqual([['fees.rates.tiers.2', { from: 10, max: 9, per: 'month' }]]);
    expect(fees('10')).toEqual([]);
    expect(fees('0').map(([key]) => key)).toEqual(['fees.rates.tiers.1', 'fees.rates.tiers.2']);
    expect(fees('9', { per: 'quarter' })).toEqual([]);
    expect(found('tier_above_cap', { fees: { cap: { max: '9' } } })).toEqual([]);
    expect(found('tier_above_cap', { fees: { cap: { max: '0' }, rates: { classes: { a: '1.00' } } } })).toEqual([]);
  });

  describe('price_never_applies', () => {
    const file = (special: object, wanted: object, rules: object = {}): File => ({
      rules: { qualification: { criteria: wanted }, ...rules },
      fees: { rates: { when: [price('9.00', { country: 'US' }), price('1.00', special)] } },
    });
    const apart = (special: object, wanted: object, rules?: object) =>
      found('price_never_applies', file(special, wanted, rules));

    test.each<[unknown, unknown, string, string]>([
      [{ max: '10' }, { min: '50' }, 'max: 10', 'min: 50'],
      [{ min: '50' }, { max: '10' }, 'min: 50', 'max: 10'],
      [{ in: ['a', 'b'] }, { in: ['c', 'd'] }, 'in: a, b', 'in: c, d'],
      ['a', ['c', 'd'], 'in: a', 'in: c, d'],
      [{ in: ['a', ' B '] }, { not: ['A', 'b', 'c'] }, 'in: a,  B ', 'not: A, b, c'],
      [{ not: ['a', ' B'] }, { in: ['A ', 'b'] }, 'not: a,  B', 'in: A , b'],
    ])('%j where %j is asked for', (special, wanted, spelled, qualified) => {
      expect(apart({ industry: special }, { industry: wanted })).toEqual([
        ['fees.rates.when.1.criteria.industry', { field: 'industry', price: spelled, qualified }],
      ]);
    });

    test.each<[unknown, unknown]>([
      [{ max: '50' }, { min: '50' }],
      [{ min: '10' }, { min: '50' }],
      [{ max: '10' }, { max: '50' }],
      [{ max: '10' }, { min: '50 seconds' }],
      [{ in: ['a', 'b'] }, { in: ['b', 'c'] }],
      [{ in: [' A'] }, { in: ['a'] }],
      [{ in: ['a', 'b'] }, { not: ['b'] }],
      [{ in: ['a'] }, { not: ['b'] }],
      [{ in: ['a'] }, { min: '5' }],
      [{ not: ['a'] }, { not: ['a'] }],
      [{ not: ['a'] }, { in: ['a', 'b'] }],
    ])('%j goes with %j', (special, wanted) => {
      expect(apart({ industry: special }, { industry: wanted })).toEqual([]);
    });

    test('asks nothing of other fields, of `any`, of some criteria only, or where acceptance lifts them', () => {
      const [special, wanted] = [{ industry: 'a' }, { industry: 'b', employees: { min: '5' } }];
      expect(apart(special, wanted)).toHaveLength(1);
      expect(apart({ region: 'a' }, wanted)).toEqual([]);
      expect(apart({ any: [{ industry: 'a' }] }, { any: [{ industry: 'b' }] })).toEqual([]);
      expect(apart(special, {}, { qualification: { criteria: wanted, require: { at_least: '1' } } })).toEqual([]);
      const acceptance = (cures: object) =>
        apart(special, wanted, { acceptance: { window: '5 days', silence: 'accepted', ...cures } });
      expect(acceptance({ written_cures: ['qualification'] })).toEqual([]);
      expect(acceptance({ deemed_cures: ['qualification'] })).toEqual([]);
      expect(acceptance({ written_cures: ['attribution'], deemed_cures: ['no_show'] })).toHaveLength(1);
      expect(found('price_never_applies', { rules: { qualification: { criteria: wanted } } })).toEqual([]);
    });
  });

  describe('unknown_word', () => {
    const words = (file: File) => found('unknown_word', file).map(([key, { field, words }]) => [key, field, words]);

    test('is looked for in qualification, prices and metrics, and in `any` and `all`', () => {
      const wrong = { outcome: 'showed' };
      expect(words({ rules: { qualification: { criteria: { any: [{ country: 'US' }, wrong] } } } })).toEqual([
        ['rules.qualification.criteria.any.1.outcome', 'outcome', 'showed'],
      ]);
      expect(words(rates({ when: [price('5.00', { country: 'US' }), price('1.00', wrong)] }))).toEqual([
        ['fees.rates.when.1.criteria.outcome', 'outcome', 'showed'],
      ]);
      expect(words({ metrics: { own: { of: 'chains', count: wrong, per: { outcome: ['came', 'went'] } } } })).toEqual([
        ['metrics.own.count.outcome', 'outcome', 'showed'],
        ['metrics.own.per.outcome', 'outcome', 'came or went'],
      ]);
    });

    test('is one that its own kind of rows does not have', () => {
      const metric = (of: string, count: object) => words({ metrics: { own: { of, count } } }).map(([, , w]) => w);
      const qualified = (criteria: object) => words({ rules: { qualification: { criteria } } }).map(([, , w]) => w);
      // A slot is `future`, a row of a file `scheduled`; calls have dispositions and no outcome.
      expect([metric('meetings', { outcome: 'future' }), metric('meetings', { outcome: 'scheduled' })]).toEqual([
        [],
        ['scheduled'],
      ]);
      expect([qualified({ outcome: 'future' }), qualified({ outcome: 'scheduled' })]).toEqual([['future'], []]);
      expect([metric('calls', { disposition: 'spoke' }), metric('calls', { disposition: 'conversation' })]).toEqual([
        ['spoke'],
        [],
      ]);
      expect(metric('calls', { outcome: 'anything' })).toEqual([]);
      expect(metric('meetings', { disposition: 'anything' })).toEqual([]);
    });

    test('is told only where no word is known', () => {
      const qualified = (outcome: unknown) =>
        found('unknown_word', { rules: { qualification: { criteria: { outcome } } } });
      expect(qualified(['showed', ' Held '])).toEqual([]);
      expect(qualified({ not: ['showed'] })).toEqual([]);
      expect(found('unknown_word', { rules: { qualification: { criteria: { industry: 'showed' } } } })).toEqual([]);
      const valid = String(qualified('showed')[0]?.[1].valid);
      expect(valid).toMatch(/^scheduled, held, no_show, /);
    });
  });

  test('missing_source: without one of those that would do', () => {
    const file = (sources: object): File => ({
      sources,
      rules: { evidence: { held: ['crm', 'recording', 'vendor'], enough: ['crm', 'recording'] }, acceptance: {} },
    });
    const row = { file: 'x.csv' };
    expect(found('missing_source', file({}))).toEqual([
      ['rules.evidence.enough', { sources: 'sources.crm or sources.recordings' }],
      ['rules.acceptance', { sources: 'sources.decisions' }],
    ]);
    expect(keys('missing_source', file({ recordings: row, decisions: row }))).toEqual([]);
    expect(keys('missing_source', {})).toEqual([]);
  });

  test('missing_received: where entries are given and none says it', () => {
    const file = (...meetings: object[]): File => ({
      sources: meetings.length ? { meetings } : {},
      rules: { reporting: { due: '5 days' } },
    });
    const [told, silent] = [{ file: 'a.csv', received: '2026-06-01' }, { file: 'b.csv' }];
    expect(found('missing_received', file(silent, silent))).toEqual([['rules.reporting.due', { source: 'meetings' }]]);
    expect(found('missing_received', file(silent, told))).toEqual([]);
    expect(found('missing_received', file())).toEqual([]);
    expect(found('missing_received', { sources: { meetings: [silent] } })).toEqual([]);
  });

  test('without_partner: a share of nothing, and a place of no cap', () => {
    const partners = (file: File) => found('without_partner', file).map(([key, { without }]) => [key, without]);
    const replacement = { consumes: ['cap'] };
    expect(partners({ fees: { replacement } })).toEqual([['fees.replacement.consumes', 'fees.cap']]);
    expect(partners({ fees: { replacement, cap: { max: '5' } } })).toEqual([]);
    expect(partners({ fees: { replacement: { consumes: ['tier'] } } })).toEqual([]);
    const client = (cells: object) => partners({ rules: { client_reschedule: { notice: '24 hours', ...cells } } });
    const top = ['rules.client_reschedule.top_up', 'a share below 100% in late_pays or no_show_pays'];
    expect(client({ top_up: 'true' })).toEqual([top]);
    expect(client({ top_up: 'true', late_pays: '100%', no_show_pays: '1' })).toEqual([top]);
    expect(client({ top_up: 'true', late_pays: '99%' })).toEqual([]);
    expect(client({ top_up: 'true', no_show_pays: '50%' })).toEqual([]);
    expect(client({ top_up: 'false' })).toEqual([]);
    expect(partners({ rules: { embargo: { max_touches: '3' } } })).toEqual([
      ['rules.embargo.max_touches', 'rules.embargo.per'],
    ]);
  });

  test('cure_of_nothing: but evidence is always there', () => {
    const cures = (cells: object, rules: object = {}) =>
      found('cure_of_nothing', {
        rules: { acceptance: { window: '5 days', silence: 'accepted', ...cells }, ...rules },
      });
    expect(cures({ written_cures: ['evidence', 'no_show', 'accounts'] }, { no_show: {} })).toEqual([
      ['rules.acceptance.written_cures.2', { rule: 'accounts' }],
    ]);
    expect(cures({ deemed_cures: ['no_show'] })).toEqual([['rules.acceptance.deemed_cures.0', { rule: 'no_show' }]]);
    expect(found('cure_of_nothing', {})).toEqual([]);
  });

  test('class_without_price: where there are rates', () => {
    const file = (fees: object, handover: object = { rate_class: 'mql' }): File => ({
      rules: { attribution: { handover } },
      fees,
    });
    const at = ['rules.attribution.handover.rate_class'];
    expect(keys('class_without_price', file({ rates: { tiers: [{ price: '5.00' }] } }))).toEqual(at);
    expect(keys('class_without_price', file({ rates: { classes: { other: '5.00' } } }))).toEqual(at);
    expect(keys('class_without_price', file({ rates: { classes: { mql: '5.00' } } }))).toEqual([]);
    expect(keys('class_without_price', file({}))).toEqual([]);
    expect(
      keys('class_without_price', { rules: { attribution: {} }, fees: { rates: { tiers: [{ price: '5.00' }] } } }),
    ).toEqual([]);
    expect(keys('class_without_price', rates({ tiers: [{ price: '5.00' }] }))).toEqual([]);
  });
});

describe('what a weekend, a holiday or the end changes', () => {
  const hours = (...holidays: string[]) => ({ business_hours: { holidays } });
  const cure = { no_show: { cure_within: '2 business days' } };

  test('no_holidays names every business clock', () => {
    const rules = { ...cure, client_reschedule: { notice: '8 business hours' } };
    expect(found('no_holidays', { sow: hours(), rules })).toEqual([
      ['sow.business_hours.holidays', { keys: 'rules.no_show.cure_within, rules.client_reschedule.notice' }],
    ]);
    expect(found('no_holidays', { sow: hours('2026-12-25'), rules })).toEqual([]);
    expect(found('no_holidays', { sow: hours() })).toEqual([]);
  });

  test('holidays_end: where a year of the term has none', () => {
    const ends = (to: string, ...days: string[]) =>
      found('holidays_end', { sow: { ends: to, ...hours(...days) }, rules: cure }).map(([, { last }]) => last);
    expect(ends('2027-03-31', '2026-12-25', '2026-07-03')).toEqual(['2026-12-25']);
    expect(ends('2026-12-31', '2026-12-25', '2026-07-03')).toEqual([]);
    expect(found('holidays_end', { sow: { ends: '2027-03-31', ...hours('2026-12-25') } })).toEqual([]);
  });

  describe('over_holiday', () => {
    // 3 July 2026 is a Friday, 25 December too, 4 July a Saturday.
    const first = (sow: object, rules: object = cure) =>
      found('over_holiday', { sow, rules }).map(([, { holiday, story }]) => [holiday, story]);
    const dayOf = (sow: object) => first(sow)[0]?.[0];

    test('tells the first holiday of the term that closes anything', () => {
      expect(dayOf(hours('2026-12-25', '2026-07-03'))).toBe('2026-07-03');
      expect(dayOf(hours('2026-07-04', '2026-12-25'))).toBe('2026-12-25');
      expect(first(hours('2026-07-04'))).toEqual([]);
      expect(dayOf({ starts: '2026-07-03', ...hours('2026-07-03', '2026-12-25') })).toBe('2026-07-03');
      expect(dayOf({ starts: '2026-07-04', ...hours('2026-07-03', '2026-12-25') })).toBe('2026-12-25');
      expect(dayOf({ ends: '2026-07-03', ...hours('2026-07-03') })).toBe('2026-07-03');
      expect(first({ ends: '2026-07-02', ...hours('2026-07-03') })).toEqual([]);
      expect(found('over_holiday', { rules: { no_show: { cure_within: '2 days' } } })).toEqual([]);
    });

    test('tells what it does to a window, a notice and a report', () => {
      expect(first(hours('2026-07-03'))).toEqual([
        ['2026-07-03', 'begun on 2026-07-02 09:00 it ends on 2026-07-07 17:00, not on 2026-07-06 17:00'],
      ]);
      expect(first(hours('2026-07-03'), { client_reschedule: { notice: '8 business hours' } })).toEqual([
        ['2026-07-03', 'notice for 2026-07-06 09:00 must be given by 2026-07-02 09:00, not by 2026-07-03 09:00'],
      ]);
      const report = { reporting: { due: '3 business days' } };
      expect(first(hours('2026-07-03'), report)).toEqual([
        ['2026-07-03', 'for the period that ends on 2026-06-30 it ends on 2026-07-06 17:00, not on 2026-07-03 17:00'],
      ]);
      // The report is due before the holiday, and a notice of no time is not moved by it.
      expect(first(hours('2026-07-03'), { reporting: { due: '2 business days' } })).toEqual([]);
      expect(first(hours('2026-07-03'), { client_reschedule: { notice: '0 business hours' } })).toEqual([]);
      expect(first(hours('2026-07-03'), { no_show: { cure_within: '1 business hour' } })).toEqual([]);
      // Two closed days in a row: the window begins before both.
      expect(first(hours('2026-12-25', '2026-12-24'))[0]).toEqual([
        '2026-12-24',
        'begun on 2026-12-23 09:00 it ends on 2026-12-29 17:00, not on 2026-12-25 17:00',
      ]);
    });
  });

  describe('over_weekend', () => {
    const story = (sow: object, notice: string | undefined, key = 'client_reschedule') =>
      found('over_weekend', { sow: { starts: '2026-06-01', ...sow }, rules: { [key]: notice ? { notice } : {} } });

    test('takes the second Monday of the term or the next that is open', () => {
      expect(story({}, '24 hours')).toEqual([
        ['rules.client_reschedule.notice', { length: '24 hours', start: '2026-06-08 09:00', last: '2026-06-07 09:00' }],
      ]);
      expect(story({ starts: '2026-06-02' }, '24 hours', 'prospect_reschedule')).toEqual([
        [
          'rules.prospect_reschedule.notice',
          { length: '24 hours', start: '2026-06-15 09:00', last: '2026-06-14 09:00' },
        ],
      ]);
      const open = { business_hours: { open: '08:00', holidays: ['2026-06-08'] } };
      expect(story(open, '8 business hours')[0]?.[1]).toEqual({
        length: '8 business hours',
        start: '2026-06-15 08:00',
        last: '2026-06-12 09:00',
      });
    });

    test('asks nothing of days and months, of no notice and of an open term', () => {
      expect([story({}, '2 days'), story({}, '1 month'), story({}, undefined)]).toEqual([[], [], []]);
      expect(found('over_weekend', { rules: { client_reschedule: { notice: '24 hours' } } })).toEqual([]);
      expect(story({ business_hours: {} }, '2 business days')).toHaveLength(1);
    });
  });

  test('amendment_after_end: after the last day, if there is one', () => {
    const effective = [{ from: '2026-06-30' }, { from: '2026-07-01' }].map((a) => ({
      ...a,
      tiers: [{ price: '5.00' }],
    }));
    const late = (sow: object) => found('amendment_after_end', { sow, fees: { rates: { effective } } });
    expect(late({ ends: '2026-06-30' })).toEqual([
      ['fees.rates.effective.1', { from: '2026-07-01', ends: '2026-06-30' }],
    ]);
    expect(late({})).toEqual([]);
    expect(found('amendment_after_end', { sow: { ends: '2026-06-30' } })).toEqual([]);
  });
});

test('what an amendment brings about in another block stands in that block', () => {
  const file: File = {
    sow: { business_hours: {} },
    amendments: [{ from: '2026-06-01', rules: { no_show: { cure_within: '2 business days' } } }],
  };
  expect(keys('no_holidays', file)).toEqual(['sow.business_hours.holidays']);
  expect(
    keys('two_waits', {
      amendments: [{ from: '2026-06-01', rules: { attendance: { late_grace: '10 minutes', wait: '5 minutes' } } }],
    }),
  ).toEqual(['amendments.0.rules.attendance.late_grace']);
});

test('what is found stands in order of place', () => {
  const text = JSON.stringify({
    version: '1',
    sow: SOW,
    rules: { billable: { event: 'booked' }, no_show: {}, attendance: { late_grace: '10 minutes', wait: '5 minutes' } },
  });
  const { sow, yaml } = loadSow(text, 'rules.yaml');
  const columns = sow && lintOf(sow, yaml).map(({ line, column }) => [line, column]);
  expect(new Set(columns?.map(([line]) => line))).toEqual(new Set([1]));
  expect(columns?.map(([, column]) => column)).toEqual(columns?.map(([, column]) => column ?? 0).sort((a, b) => a - b));
  expect(columns?.length).toBeGreaterThan(5);
});

test('the blocks that answer a sticking point are told apart from its silent keys', () => {
  const given = (value: Parameters<typeof silencesOf>[0]) => silencesOf(value).map((point) => point.given.join());
  expect(given({ rules: { embargo: {}, acceptance: {} } }).filter(Boolean)).toEqual([
    'rules.embargo',
    'rules.acceptance',
    'rules.acceptance',
  ]);
  expect(given({ rules: ['embargo'] }).filter(Boolean)).toEqual([]);
});

test.each([
  ['2 days', '24 hours', true, false],
  ['48 hours', '1 day', false, false],
  ['49 hours', '1 day', true, false],
  ['1 day', '23 hours', true, false],
  ['1 day', '24 hours', false, false],
  ['672 hours', '1 month', false, false],
  ['671 hours', '1 month', false, true],
  ['768 hours', '1 month', false, false],
  ['769 hours', '1 month', true, false],
  ['96 hours', '5 business days', false, true],
  ['97 hours', '5 business days', false, false],
  ['24 business hours', '10 hours', true, false],
  ['24 hours', '20 business hours', false, false],
  ['24 business hours', '24 business hours', true, true],
  ['24 business hours', '23 business hours', true, false],
  ['0 business days', '1 second', false, false],
])('%s never ends before %s: %j, and the other way round: %j', (a, b, forth, back) => {
  const [x, y] = [parseDuration(a), parseDuration(b)];
  if (!x || !y) throw new Error('no durations');
  expect([neverEndsBefore(x, y), neverEndsBefore(y, x)]).toEqual([forth, back]);
  expect(differ(x, y)).toBe(forth !== back);
});
