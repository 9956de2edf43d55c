import { describe, expect, test } from 'vitest';
import { businessClocks, contradictions } from '../src/sow/contradictions.ts';
import { sowSchema } from '../src/sow/schema.ts';

const SOW = { id: 'A', client: 'Alder', vendor: 'Brightline', currency: 'USD', time_zone: 'America/New_York' };
interface File {
  readonly sow?: object;
  readonly sources?: object;
  readonly rules?: object;
  readonly fees?: object;
  readonly metrics?: object;
  readonly checks?: object;
}
const HOURS = { open: '09:00', close: '17:00' };
const read = ({ sow = {}, ...rest }: File) => sowSchema.parse({ version: '1', sow: { ...SOW, ...sow }, ...rest });
/** Where clauses clash, and why. */
const found = (file: File): [string, string][] =>
  contradictions(read(file)).map(({ path, reason }) => [path.join('.'), reason]);
const drift = (metric: string, from = '2026-01-01', to = '2026-03-31'): File => ({
  checks: { drift: { metric, method: ['ewma'], baseline: { from, to } } },
});
const tiers = (...bounds: (string | undefined)[]) => ({
  rates: { tiers: bounds.map((up_to) => ({ price: '5.00', ...(up_to === undefined ? {} : { up_to }) })) },
});

describe('clauses that cannot both hold', () => {
  test.each<[string, File, string, string]>([
    [
      'an end before the start',
      { sow: { starts: '2026-06-02', ends: '2026-06-01' } },
      'sow.ends',
      'the contract ends (2026-06-01) before it starts (2026-06-02)',
    ],
    [
      'an office that closes before it opens',
      { sow: { business_hours: { open: '17:00', close: '09:00' } } },
      'sow.business_hours.close',
      'the office closes before it opens',
    ],
    [
      'an office that closes as it opens',
      { sow: { business_hours: { open: '09:00', close: '09:00' } } },
      'sow.business_hours.close',
      'the office closes before it opens',
    ],
    [
      'a business clock of a rule without business hours',
      { rules: { no_show: { cure_within: '5 business days' } } },
      'rules.no_show.cure_within',
      '"5 business days" runs on business hours, and sow.business_hours is not given',
    ],
    [
      'a business clock of a fee without business hours',
      { fees: { invoice: { dispute_within: '24 business hours' } } },
      'fees.invoice.dispute_within',
      '"24 business hours" runs on business hours, and sow.business_hours is not given',
    ],
    [
      'a credit for each business day without business hours',
      { fees: { late_report: { per: 'business day', credit: '50.00' } } },
      'fees.late_report.per',
      'the credit is for each business day, and sow.business_hours is not given',
    ],
    [
      'a notice that may come after hours without business hours',
      { rules: { termination: { notice: '30 days', received: '2026-06-06T10:00', after_hours: 'next_business_day' } } },
      'rules.termination.after_hours',
      'notice that comes after hours counts as received on the next business day, and sow.business_hours is not given',
    ],
    [
      'a fee of the first period of a contract without a beginning',
      { fees: { setup: { amount: '500.00' } } },
      'fees.setup',
      'a setup fee is due in the first period, and sow.starts does not say which that is',
    ],
    [
      'a field of a report that no row can have',
      { rules: { reporting: { required: ['company', 'answers.budget', 'compny'] } } },
      'rules.reporting.required.2',
      '"compny" is no field of meetings; did you mean "company"?',
    ],
    [
      'a month decided by an acceptance that the SOW does not know',
      { rules: { billable: { event: 'held', recognized: 'accepted' } } },
      'rules.billable.recognized',
      'leads count when they are accepted, but rules.acceptance does not say when a lead is accepted',
    ],
    [
      'a time that the clock skips',
      { rules: { termination: { received: '2026-03-08T02:30', after_hours: 'same' } } },
      'rules.termination.received',
      '"2026-03-08T02:30" does not come in America/New_York, where the clock changes',
    ],
    [
      'a time that the clock shows twice, of when a file came',
      { sources: { invoice: [{ file: 'a.csv' }, { file: 'b.csv', received: '2026-11-01 01:30' }] } },
      'sources.invoice.1.received',
      '"2026-11-01 01:30" comes twice in America/New_York, where the clock changes',
    ],
    [
      'a time that the clock shows twice, of when a list was sent',
      { sources: { customers: { file: 'a.csv', sent_at: '2026-11-01T01:30:00' } } },
      'sources.customers.0.sent_at',
      '"2026-11-01T01:30:00" comes twice in America/New_York, where the clock changes',
    ],
    [
      'a drift of a metric that nobody has',
      drift('show_rat'),
      'checks.drift.metric',
      '"show_rat" is no metric of the catalogue or of `metrics`; did you mean "show_rate"?',
    ],
    ...['dials', 'occupancy', 'yield_per_1000_dials', 'talk_time'].map((metric): [string, File, string, string] => [
      `a drift of ${metric}`,
      drift(metric),
      'checks.drift.metric',
      `"${metric}" is no share of meetings, chains, calls or sessions`,
    ]),
    [
      'a baseline that ends before it begins',
      drift('conversion_rate', '2026-03-31', '2026-01-01'),
      'checks.drift.baseline',
      'begins on 2026-03-31 and ends on 2026-01-01',
    ],
    [
      'acceptance that is paid for and not agreed',
      { rules: { billable: { event: 'accepted' } } },
      'rules.billable.event',
      'accepted leads are billable, but rules.acceptance does not say when a lead is accepted',
    ],
    [
      'silence without an end',
      { rules: { acceptance: { silence: 'rejected' } } },
      'rules.acceptance.silence',
      'silence means rejected, but there is no window after which it does',
    ],
    [
      'a cure by silence that is no acceptance',
      { rules: { acceptance: { window: '5 days', silence: 'rejected', deemed_cures: ['no_show'] } } },
      'rules.acceptance.deemed_cures',
      'silence cures nothing where it does not mean acceptance',
    ],
    [
      'proof that is not ranked',
      { rules: { evidence: { held: ['crm'], enough: ['crm', 'attendance', 'vendor'] } } },
      'rules.evidence.enough',
      'attendance, vendor is enough, but rules.evidence.held does not rank it',
    ],
    [
      'more criteria than there are',
      {
        rules: { qualification: { criteria: { country: 'US', employees: { min: '5' } }, require: { at_least: '3' } } },
      },
      'rules.qualification.require',
      '3 criteria must hold, but there are only 2',
    ],
    [
      'a condition of a rule that nothing meets',
      { rules: { qualification: { criteria: { employees: { min: '50', max: '49' } } } } },
      'rules.qualification.criteria.employees',
      'nothing is at least 50 and at most 49',
    ],
    [
      'a condition of a price that nothing meets',
      { fees: { rates: { when: [{ criteria: { any: [{ employees: { min: '2', max: '1' } }] }, price: '5.00' }] } } },
      'fees.rates.when.0.criteria.any.0.employees',
      'nothing is at least 2 and at most 1',
    ],
    [
      'a price finer than the currency',
      { fees: { rates: { tiers: [{ price: '5.005' }] } } },
      'fees.rates.tiers.0.price',
      '"5.005" is no amount of USD',
    ],
    [
      'a price finer than the yen',
      { sow: { currency: 'JPY' }, fees: { retainer: { amount: '5.50' } } },
      'fees.retainer.amount',
      '"5.50" is no amount of JPY',
    ],
    [
      'a last tier with a bound',
      { fees: tiers('10', '20') },
      'fees.rates.tiers',
      'the last tier has an upper bound, so later units have no price',
    ],
    [
      'tiers that fall',
      { fees: tiers('10', '5', undefined) },
      'fees.rates.tiers',
      'the bounds of the tiers do not rise',
    ],
    [
      'tiers that stay',
      { fees: tiers('5', '5', undefined) },
      'fees.rates.tiers',
      'the bounds of the tiers do not rise',
    ],
    [
      'a first tier of nothing',
      { fees: tiers('0', undefined) },
      'fees.rates.tiers',
      'the bounds of the tiers do not rise',
    ],
    [
      'a tier without a bound before the last',
      { fees: tiers('5', undefined, undefined) },
      'fees.rates.tiers',
      'the bounds of the tiers do not rise',
    ],
    [
      'tiers of later prices',
      { fees: { rates: { effective: [{ from: '2026-08-01', ...tiers('10').rates }] } } },
      'fees.rates.effective.0.tiers',
      'the last tier has an upper bound, so later units have no price',
    ],
    [
      'a metric that nobody knows',
      { metrics: { happiness_of_all: {} } },
      'metrics.happiness_of_all',
      '"happiness_of_all" is no metric of the catalogue and has no definition',
    ],
    [
      'a metric with a slip of the pen',
      { metrics: { show_rat: { tolerance: '1 pp' } } },
      'metrics.show_rat',
      '"show_rat" is no metric of the catalogue and has no definition; did you mean "show_rate"?',
    ],
    [
      'a metric of the catalogue that is defined anew over no rows',
      { metrics: { conversations: { count: { talk: { min: '60 seconds' } } } } },
      'metrics.conversations.count',
      '`count` without `of`: nothing says which rows it speaks of',
    ],
    [
      'a sum that is a mean too',
      { metrics: { talk: { of: 'calls', sum: 'talk', mean: 'talk' } } },
      'metrics.talk.mean',
      'a figure is a sum or a mean',
    ],
    [
      'a mean of what is divided by rows',
      { metrics: { talk: { of: 'calls', mean: 'talk', per: { direction: ['outbound'] } } } },
      'metrics.talk.per',
      'a share of rows has no `mean`',
    ],
    [
      'a sum of names',
      { metrics: { names: { of: 'calls', sum: 'agent' } } },
      'metrics.names.sum',
      '"agent" is no number of calls',
    ],
    [
      'points of a count',
      { metrics: { dials: { tolerance: '1 pp' } } },
      'metrics.dials.tolerance',
      'points are of shares, and this is none',
    ],
    [
      'a service level of a metric that nobody knows',
      { fees: { sla: [{ metric: 'show_rat', at_least: '75%', credit: '100.00' }] } },
      'fees.sla.0.metric',
      '"show_rat" is no metric of the catalogue or of `metrics`; did you mean "show_rate"?',
    ],
    [
      'a service level of a count',
      { fees: { sla: [{ metric: 'dials', at_least: '75%', credit: '100.00' }] } },
      'fees.sla.0.metric',
      '"dials" is no share, and the limit is one',
    ],
    [
      'a service level of a metric of claims',
      {
        metrics: { wrong_lines: { of: 'claims' } },
        fees: { sla: [{ metric: 'wrong_lines', at_least: '75%', credit: '100.00' }] },
      },
      'fees.sla.0.metric',
      '"wrong_lines" counts claims, whose outcome hangs on the credits',
    ],
  ])('%s', (_, file, path, reason) => {
    expect(found(file)).toEqual([[path, reason]]);
  });

  test.each<[string, File]>([
    ['a contract of one day', { sow: { starts: '2026-06-01', ends: '2026-06-01' } }],
    ['a contract without an end', { sow: { starts: '2026-06-01' } }],
    ['a contract without a start', { sow: { ends: '2026-06-01' } }],
    [
      'a business clock with its hours',
      { sow: { business_hours: HOURS }, rules: { no_show: { cure_within: '5 business days' } } },
    ],
    ['other clocks without them', { rules: { no_show: { cure_within: '5 days' } } }],
    ['acceptance that is paid for and agreed', { rules: { billable: { event: 'accepted' }, acceptance: {} } }],
    ['another event without acceptance', { rules: { billable: { event: 'held' } } }],
    ['silence that means a review, without an end', { rules: { acceptance: { silence: 'review' } } }],
    [
      'silence with an end',
      { rules: { acceptance: { silence: 'accepted', window: '5 days', deemed_cures: ['no_show'] } } },
    ],
    ['no cure by silence', { rules: { acceptance: { window: '5 days', silence: 'rejected', deemed_cures: [] } } }],
    ['a rank of proof where any is enough', { rules: { evidence: { held: ['vendor', 'crm'] } } }],
    ['proof that is ranked', { rules: { evidence: { held: ['crm', 'vendor'], enough: ['vendor'] } } }],
    [
      'as many criteria as there are',
      { rules: { qualification: { criteria: { country: 'US' }, require: { at_least: '1' } } } },
    ],
    ['all criteria', { rules: { qualification: { criteria: { country: 'US' }, require: 'all' } } }],
    [
      'a condition that one number meets',
      { rules: { qualification: { criteria: { employees: { min: '50', max: '50' } } } } },
    ],
    ['a condition with one bound', { rules: { qualification: { criteria: { employees: { min: '50' } } } } }],
    ['a price as fine as the currency', { fees: { rates: { tiers: [{ price: '5.05' }] } } }],
    ['tiers that rise', { fees: tiers('1', '5', undefined) }],
    ['one tier', { fees: tiers(undefined) }],
    ['no tiers', { fees: { rates: { classes: { mql: '5.00' } } } }],
    ['a setup fee', { sow: { starts: '2026-06-01' }, fees: { setup: { amount: '500.00' } } }],
    ['a credit for each day', { fees: { late_report: { per: 'day', credit: '50.00' } } }],
    [
      'a notice that counts when it comes',
      { rules: { termination: { notice: '30 days', received: '2026-06-06T10:00', after_hours: 'same' } } },
    ],
    [
      'a notice of a contract without hours',
      { rules: { termination: { notice: '30 days', received: '2026-06-06T10:00' } } },
    ],
    ['a clause on notice that was not given', { rules: { termination: { notice: '30 days' } } }],
    ['a time with its offset', { sources: { invoice: { file: 'a.csv', received: '2026-11-01T01:30-04:00' } } }],
    ['a day on which the clock changes', { sources: { invoice: { file: 'a.csv', received: '2026-11-01' } } }],
    ['a metric of the catalogue', { metrics: { show_rate: { tolerance: '1 pp' } } }],
    ['a service level of a metric', { fees: { sla: [{ metric: 'show_rate', at_least: '75%', credit: '100.00' }] } }],
    ['a metric with a definition', { metrics: { happiness: { of: 'calls' } } }],
    [
      'points of a share that is defined anew',
      { metrics: { occupancy: { of: 'calls', sum: 'talk', tolerance: '1 pp' } } },
    ],
    ['a sum of what claims say', { metrics: { asked: { of: 'claims', sum: 'claimed', tolerance: '2%' } } }],
    ['a mean of a number of leads', { metrics: { size: { of: 'chains', mean: 'employees' } } }],
  ])('%s is none', (_, file) => {
    expect(found(file)).toEqual([]);
  });

  test('are looked for in what is sound of a broken file', () => {
    expect(contradictions({})).toEqual([]);
    const { sow, fees, rules, metrics } = read({ fees: { rates: { tiers: [{ price: '5.005' }] } } });
    expect(contradictions({ fees })).toEqual([]);
    expect(contradictions({ sow, rules, metrics, fees: {} })).toEqual([]);
    expect(contradictions({ sow, fees })).toHaveLength(1);
    expect(contradictions({ metrics: { unknown: undefined as never } })).toHaveLength(1);
  });

  test('business clocks are found wherever they stand, with their keys', () => {
    const { rules, fees } = read({
      sow: { business_hours: HOURS },
      rules: { no_show: { cure_within: '5 business days' }, client_reschedule: { notice: '24 hours' } },
      fees: { invoice: { dispute_within: '9 business hours' } },
    });
    expect(businessClocks({ rules, fees }, []).map(({ path, duration }) => [path.join('.'), duration.text])).toEqual([
      ['rules.no_show.cure_within', '5 business days'],
      ['fees.invoice.dispute_within', '9 business hours'],
    ]);
    expect(businessClocks(null, [])).toEqual([]);
  });
});
