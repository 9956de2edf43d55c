import { isSupportedCountry } from 'libphonenumber-js';
import { SLOT_OUTCOMES } from '../../model.ts';
import { fieldsOf } from '../../read/source-table.ts';
import { readCountry } from '../../read/values.ts';
import type { Condition, Criteria } from '../criteria.ts';
import type { Path } from '../yaml.ts';
import { defineCheck, type Hit, hit, type LintContext } from './check.ts';
import { neverEndsBefore } from './lengths.ts';

/** Checks for clauses that can never decide anything. */
export const windowNeverEnds = defineCheck({
  severity: 'warning',
  title: 'A cure window that never ends first',
  message:
    'a no-show may be cured within {cure}, but the chain ends {within} after its first slot, which is never later',
  why: 'The cure window then promises time that nobody has.',
  help: 'shorten no_show.cure_within, or lengthen prospect_reschedule.within',
  find: ({ sow }): Hit[] => {
    const cure = sow.rules.no_show?.cure_within;
    const within = sow.rules.prospect_reschedule?.within;
    // The cure window begins with a slot of the chain, the other one with its first.
    return cure && within && neverEndsBefore(cure, within)
      ? [hit(['rules', 'no_show', 'cure_within'], { cure: cure.text, within: within.text })]
      : [];
  },
});

export const tierAboveCap = defineCheck({
  severity: 'warning',
  title: 'A tier above the cap',
  message:
    'the tier from unit {from#} on is never reached: at most {max#} {max|unit|units} per {per} {max|is|are} paid',
  why: 'A price that nobody can be paid was negotiated for nothing, or the cap is not the one that was meant.',
  help: 'mend the tier or the cap',
  find: ({ sow }): Hit[] => {
    const { cap, rates } = sow.fees;
    if (!cap || !rates?.tiers || cap.per !== rates.per) return [];
    return rates.tiers.flatMap((_, i, tiers): Hit[] => {
      const from = (tiers[i - 1]?.up_to ?? 0) + 1;
      return i > 0 && from > cap.max ? [hit(['fees', 'rates', 'tiers', i], { from, max: cap.max, per: cap.per })] : [];
    });
  },
});

export const capNeverCarries = defineCheck({
  severity: 'warning',
  title: 'A cap that carries nothing over',
  message: 'a cap on the whole contract has no next period: what is over {max#} {max|unit|units} is never paid',
  why: '`next_period` reads as if the vendor were paid later.',
  help: 'set over: unpaid, or a cap per month or quarter',
  find: ({ sow }): Hit[] => {
    const { cap } = sow.fees;
    return cap?.per === 'contract' && cap.over === 'next_period'
      ? [hit(['fees', 'cap', 'over'], { max: cap.max })]
      : [];
  },
});

export const priceNeverApplies = defineCheck({
  severity: 'warning',
  title: 'A special price that no qualified lead can have',
  message: '{field} {price} cannot hold for a lead that meets rules.qualification ({qualified})',
  why: 'The price looks like a deal and never is one.',
  help: 'mend the price or the qualification',
  find: ({ sow }): Hit[] => {
    const { qualification, acceptance } = sow.rules;
    const cures = [...(acceptance?.written_cures ?? []), ...(acceptance?.deemed_cures ?? [])];
    if (qualification?.require !== 'all' || cures.includes('qualification')) return [];
    return (sow.fees.rates?.when ?? []).flatMap((w, i) =>
      Object.entries(w.criteria).flatMap(([field, price]): Hit[] => {
        const qualified = qualification.criteria[field];
        if (!isCondition(price) || !isCondition(qualified) || !areApart(price, qualified)) return [];
        const path = ['fees', 'rates', 'when', i, 'criteria', field];
        return [hit(path, { field, price: spell(price), qualified: spell(qualified) })];
      }),
    );
  },
});

export const unknownWord = defineCheck({
  severity: 'warning',
  title: 'A criterion that no word of its field meets',
  message: '{field} is never {words}: it is one of {valid}',
  why: 'A criterion with a misspelt word selects nothing, and says so nowhere.',
  help: 'use a word of the field',
  find: ({ sow }): Hit[] => {
    const rates = (sow.fees.rates?.when ?? []).map((w, i) =>
      at(['fees', 'rates', 'when', i, 'criteria'], w.criteria, 'rows'),
    );
    const metrics = Object.entries(sow.metrics).flatMap(([id, m]) =>
      (['count', 'per'] as const).map((key) => at(['metrics', id, key], m[key], m.of === 'calls' ? 'calls' : 'slots')),
    );
    const { criteria } = sow.rules.qualification ?? {};
    return [at(['rules', 'qualification', 'criteria'], criteria, 'rows'), ...rates, ...metrics].flatMap((place) =>
      place.criteria ? wordsMissed(place.path, place.criteria, place.of) : [],
    );
  },
});

type Rows = 'rows' | 'calls' | 'slots';
const at = (path: Path, criteria: Criteria | undefined, of: Rows) => ({ path, criteria, of });

function wordsMissed(path: Path, criteria: Criteria, of: Rows): Hit[] {
  return Object.entries(criteria).flatMap(([field, c]): Hit[] => {
    if (Array.isArray(c)) return c.flatMap((tree, i) => wordsMissed([...path, field, i], tree, of));
    // Cells that name a country are read as its code; what is none, such as a region, few cells say.
    const strange = field === 'country' ? (c?.in ?? []).filter((word) => !isSupportedCountry(readCountry(word))) : [];
    if (strange.length)
      return [hit([...path, field], { field, words: strange.join(' or '), valid: 'the countries, such as US or DE' })];
    const words =
      of === 'slots' && field === 'outcome'
        ? SLOT_OUTCOMES
        : fieldsOf(of === 'calls' ? 'calls' : 'meetings')[field]?.words;
    const wanted = c?.in;
    return !words || !wanted || wanted.some((word) => words.some((w) => w === word.trim().toLowerCase()))
      ? []
      : [hit([...path, field], { field, words: wanted.join(' or '), valid: words.join(', ') })];
  });
}

/** Blocks that judge what happened in slots. */
const OF_SLOTS = [
  'attendance',
  'no_show',
  'prospect_reschedule',
  'client_reschedule',
  'both_absent',
  'evidence',
  'recordings',
] as const;

export const eventNeverReached = defineCheck({
  severity: 'warning',
  title: 'A clause on meetings where bookings are paid',
  message: 'booked meetings are paid, whatever happens in them: this block judges nothing',
  why: 'A no-show clause beside pay per booking reads as protection and is none.',
  help: 'set billable.event: held, or remove the block',
  find: ({ sow, has }): Hit[] =>
    sow.rules.billable?.event === 'booked'
      ? OF_SLOTS.flatMap((key) => (has('rules', key) ? [hit(['rules', key])] : []))
      : [],
});

/** A key that does nothing without another one. */
const PARTNERS: readonly {
  readonly path: Path;
  readonly without: string;
  readonly isIdle: (ctx: LintContext) => boolean;
}[] = [
  partner(['rules', 'prospect_reschedule', 'no_show_counts'], ['rules', 'prospect_reschedule', 'max_moves']),
  partner(['rules', 'embargo', 'max_touches'], ['rules', 'embargo', 'per']),
  partner(['rules', 'embargo', 'per'], ['rules', 'embargo', 'max_touches']),
  partner(['rules', 'acceptance', 'subjective'], ['rules', 'acceptance', 'reasons']),
  partner(['rules', 'client_reschedule', 'late_pays'], ['rules', 'client_reschedule', 'notice']),
  partner(['rules', 'reporting', 'fill'], ['rules', 'reporting', 'required']),
  partner(['rules', 'termination', 'tail_for'], ['rules', 'termination', 'tail']),
  partner(['fees', 'late_report'], ['rules', 'reporting', 'due']),
  // Who is nobody's in a conference log may be either side: every meeting with one waits in review.
  partner(['sources', 'attendance'], ['sow', 'client_domains']),
  {
    path: ['rules', 'exclusions', 'own_staff'],
    without: 'sow.client_domains or sow.vendor_domains',
    isIdle: ({ has }) =>
      has('rules', 'exclusions', 'own_staff') && !has('sow', 'client_domains') && !has('sow', 'vendor_domains'),
  },
  {
    path: ['fees', 'sla'],
    without: 'fees.retainer',
    isIdle: ({ sow, has }) => (sow.fees.sla ?? []).some((level) => level.of === 'retainer') && !has('fees', 'retainer'),
  },
  {
    path: ['fees', 'replacement', 'consumes'],
    without: 'fees.cap',
    isIdle: ({ sow, has }) => (sow.fees.replacement?.consumes.includes('cap') ?? false) && !has('fees', 'cap'),
  },
  {
    path: ['rules', 'client_reschedule', 'top_up'],
    without: 'a share below 100% in late_pays or no_show_pays',
    isIdle: ({ sow }) => {
      const terms = sow.rules.client_reschedule;
      const isWhole = (s: { amount: number; scale: number }): boolean => s.amount >= 10 ** s.scale;
      if (!terms?.top_up) return false;
      return isWhole(terms.late_pays) && isWhole(terms.no_show_pays);
    },
  },
];

function partner(path: Path, other: Path): (typeof PARTNERS)[number] {
  return { path, without: other.join('.'), isIdle: ({ has }) => has(...path) && !has(...other) };
}

export const withoutPartner = defineCheck({
  severity: 'warning',
  title: 'A key that does nothing without another',
  message: 'this does nothing without {without}',
  why: 'Half a clause is read as a whole one.',
  help: 'add the other key, or remove this one',
  find: (ctx): Hit[] => PARTNERS.flatMap(({ path, without, isIdle }) => (isIdle(ctx) ? [hit(path, { without })] : [])),
});

/** What makes something owed. */
const FEES: readonly Path[] = [
  ...['tiers', 'per_duration', 'classes', 'when', 'effective'].map((key) => ['fees', 'rates', key]),
  ...['retainer', 'hours', 'setup', 'minimum'].map((key) => ['fees', key]),
];

export const noPrice = defineCheck({
  severity: 'warning',
  title: 'Leads are billable, and nothing has a price',
  message: 'leads are billable, and no fee gives a price: nothing is ever owed',
  why: 'A claim without an amount asks for our price; the month then looks settled at nothing.',
  help: 'add fees.rates, or the fee that the SOW has',
  find: ({ has }): Hit[] =>
    has('rules', 'billable') && !FEES.some((path) => has(...path)) ? [hit(['rules', 'billable'])] : [],
});

export const cureOfNothing = defineCheck({
  severity: 'warning',
  title: 'A cure of a rule that is not there',
  message: 'acceptance cures {rule}, but there is no rules.{rule}',
  why: 'Either the cure or the rule was forgotten.',
  help: 'add the rule, or remove it from the list',
  find: ({ sow, has }): Hit[] =>
    (['written_cures', 'deemed_cures'] as const).flatMap((key) =>
      (sow.rules.acceptance?.[key] ?? []).flatMap((rule, i): Hit[] =>
        rule === 'evidence' || has('rules', rule) ? [] : [hit(['rules', 'acceptance', key, i], { rule })],
      ),
    ),
});

export const classWithoutPrice = defineCheck({
  severity: 'warning',
  title: 'A rate class without a price',
  message:
    'a lead that the client handed over bills in class {name}, which fees.rates.classes does not price: it takes the tier price',
  why: 'A lead that the client found is then paid like one that the vendor found.',
  help: 'add the class to fees.rates.classes',
  find: ({ sow }): Hit[] => {
    const name = sow.rules.attribution?.handover?.rate_class;
    return name !== undefined && sow.fees.rates && !Object.hasOwn(sow.fees.rates.classes ?? {}, name)
      ? [hit(['rules', 'attribution', 'handover', 'rate_class'], { name })]
      : [];
  },
});

const isCondition = (c: Criteria[string]): c is Condition => c !== undefined && !Array.isArray(c);

/** Whether nothing can meet both conditions. */
function areApart(a: Condition, b: Condition): boolean {
  const words = (c: Condition): readonly string[] | undefined => c.in?.map((word) => word.trim().toLowerCase());
  const [ours, theirs] = [words(a), words(b)];
  const isBelow = (x: Condition, y: Condition): boolean =>
    typeof x.max === 'number' && typeof y.min === 'number' && x.max < y.min;
  const banned = (x: readonly string[] | undefined, y: Condition): boolean =>
    x !== undefined && y.not !== undefined && x.every((word) => y.not?.some((w) => w.trim().toLowerCase() === word));
  return (
    isBelow(a, b) ||
    isBelow(b, a) ||
    (ours !== undefined && theirs !== undefined && !ours.some((word) => theirs.includes(word))) ||
    banned(ours, b) ||
    banned(theirs, a)
  );
}

const spell = (c: Condition): string =>
  Object.entries(c)
    .flatMap(([key, value]) =>
      value === undefined ? [] : `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`,
    )
    .join(', ');
