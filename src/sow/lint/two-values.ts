import { termOf } from '../../judge/contract.ts';
import type { Condition, Criteria } from '../criteria.ts';
import type { Path } from '../yaml.ts';
import { defineCheck, type Hit, hit, type LintContext } from './check.ts';
import { alwaysEndsBefore, differ } from './lengths.ts';

/** Checks for two values of one thing. */
export const twoDecisionWindows = defineCheck({
  severity: 'warning',
  title: 'Two windows for one decision',
  message: 'the client may decide within {window}, but owes feedback within {feedback}',
  why: 'One clause lets the client be late by the other, and each side will quote its own.',
  help: 'give both the same length, or say in the SOW that they are two things',
  find: ({ sow }): Hit[] => {
    const window = sow.rules.acceptance?.window;
    const feedback = sow.rules.client_duties?.feedback_within;
    return window && feedback && differ(window, feedback)
      ? [hit(['rules', 'client_duties', 'feedback_within'], { window: window.text, feedback: feedback.text })]
      : [];
  },
});

export const twoChainLengths = defineCheck({
  severity: 'warning',
  title: 'A chain stays open longer than its bookings are joined',
  message:
    'a chain is open for {within} from its first slot, but a booking is joined to it for {rebooked} only: a later one is a new lead, and billed as one',
  why: 'The longer window then promises what the shorter one takes away.',
  help: 'give matching.rebooked_within at least the length of the chain, or have vendors send previous_id',
  find: ({ sow }): Hit[] => {
    const within = sow.rules.prospect_reschedule?.within;
    const rebooked = sow.matching.rebooked_within;
    return within && alwaysEndsBefore(rebooked, within)
      ? [hit(['rules', 'prospect_reschedule', 'within'], { within: within.text, rebooked: rebooked.text })]
      : [];
  },
});

export const twoWaits = defineCheck({
  severity: 'warning',
  title: 'Late is allowed for longer than the other side must wait',
  message: 'a side may be {grace} late, but the other must wait only {wait}',
  why: 'Somebody who comes within the grace then finds an empty room, and is a no-show by one clause and in time by the other.',
  help: 'let the wait be at least as long as the grace',
  find: ({ sow }): Hit[] => {
    const { late_grace: grace, wait } = sow.rules.attendance ?? {};
    return grace && wait && alwaysEndsBefore(wait, grace)
      ? [hit(['rules', 'attendance', 'late_grace'], { grace: grace.text, wait: wait.text })]
      : [];
  },
});

export const twoEnds = defineCheck({
  severity: 'warning',
  title: 'Two last days of the contract',
  message:
    'the contract ends on {ends} by sow.ends, and on {notice} by the notice that was received; the earlier one counts',
  why: 'What is booked and held between the two days is in the term by one clause only.',
  help: 'set sow.ends to the day that the parties agree on',
  find: ({ sow }): Hit[] => {
    const { ends } = sow.sow;
    const notice = termOf({ ...sow, sow: { ...sow.sow, ends: undefined } }).to;
    return ends && notice && ends !== notice ? [hit(['sow', 'ends'], { ends, notice })] : [];
  },
});

export const twoPrices = defineCheck({
  severity: 'warning',
  title: 'Two prices for one lead',
  message: '{what} has two prices: {first#} and {second#}; {wins} counts',
  why: 'The invoice will show the dearer of the two.',
  help: 'keep one of the two',
  find: ({ sow }): Hit[] => {
    const { when = [], classes = {}, effective = [] } = sow.fees.rates ?? {};
    const sameCriteria = when.flatMap((w, i): Hit[] => {
      const first = when.find((x) => spell(x.criteria) === spell(w.criteria));
      const args = { what: spell(w.criteria), second: w.price.price, wins: 'the first' };
      return first && first.price.price !== w.price.price
        ? [hit(['fees', 'rates', 'when', i], { ...args, first: first.price.price })]
        : [];
    });
    const sameClass = when.flatMap((w, i): Hit[] =>
      channelsOf(w.criteria).flatMap((name) => {
        const flat = classes[name]?.price;
        return flat !== undefined && flat !== w.price.price
          ? [
              hit(['fees', 'rates', 'when', i], {
                what: `channel ${name}`,
                first: flat,
                second: w.price.price,
                wins: 'the class',
              }),
            ]
          : [];
      }),
    );
    const sameDay = effective.flatMap((a, i): Hit[] =>
      effective.slice(0, i).some((x) => x.from === a.from)
        ? [
            hit(['fees', 'rates', 'effective', i], {
              what: `the day ${a.from}`,
              first: 'one amendment',
              second: 'another',
              wins: 'the later in the file',
            }),
          ]
        : [],
    );
    return [...sameCriteria, ...sameClass, ...sameDay];
  },
});

export const twoCredits = defineCheck({
  severity: 'warning',
  title: 'Two credits for one service level',
  message: '{metric} {limit} is credited twice: {first} and {second}',
  why: 'Both are taken off, so one missed level costs twice.',
  help: 'keep one, or give each its own threshold',
  find: ({ sow }): Hit[] => {
    const levels = sow.fees.sla ?? [];
    const limitOf = (s: (typeof levels)[number]): string => JSON.stringify([s.at_least, s.at_most]);
    return levels.flatMap((s, i): Hit[] => {
      const first = levels.slice(0, i).find((x) => x.metric === s.metric && limitOf(x) === limitOf(s));
      const limit = s.at_least ? 'below its least' : 'above its most';
      return first
        ? [hit(['fees', 'sla', i], { metric: s.metric, limit, first: first.credit.text, second: s.credit.text })]
        : [];
    });
  },
});

export const minimumAboveCap = defineCheck({
  severity: 'warning',
  title: 'A minimum that the cap does not allow to be reached',
  message: '{units#} {units|unit is|units are} owed per {per}, but at most {max#} {max|is|are} paid',
  why: 'The shortfall is then charged whatever the vendor delivers.',
  help: 'mend the minimum or the cap',
  find: ({ sow }): Hit[] => {
    const { minimum, cap } = sow.fees;
    return minimum?.units !== undefined && cap && cap.per === minimum.per && minimum.units > cap.max
      ? [hit(['fees', 'minimum', 'units'], { units: minimum.units, per: cap.per, max: cap.max })]
      : [];
  },
});

export const sharedClause = defineCheck({
  severity: 'info',
  title: 'One clause number for several blocks',
  message: 'clause {clause} is cited by {blocks}',
  why: 'One paragraph may say both; a mistyped number sends a dispute to the wrong one.',
  help: 'check that the paragraph says both',
  find: ({ sow }): Hit[] => {
    const citations = citationsOf(sow);
    const clauses = [...new Set(citations.map(({ clause }) => clause))];
    return clauses.flatMap((clause): Hit[] => {
      const blocks = citations.filter((c) => c.clause === clause).map(({ path }) => path);
      const last = blocks.at(-1);
      return last && blocks.length > 1
        ? [hit([...last, 'clause'], { clause, blocks: blocks.map((path) => path.join('.')).join(', ') })]
        : [];
    });
  },
});

/** Every block that cites a clause. A service level and the metric that it rests on may well share one. */
function citationsOf({ rules, fees, metrics }: LintContext['sow']): { path: Path; clause: string }[] {
  const levels = new Set((fees.sla ?? []).map((s) => `${s.metric} ${s.clause}`));
  const cite = (path: Path, block: unknown): { path: Path; clause: string }[] =>
    typeof block === 'object' && block !== null && 'clause' in block && typeof block.clause === 'string'
      ? [{ path, clause: block.clause }]
      : [];
  return [
    ...Object.entries(rules).flatMap(([key, block]) => cite(['rules', key], block)),
    ...Object.entries(fees).flatMap(([key, block]) =>
      Array.isArray(block) ? block.flatMap((b, i) => cite(['fees', key, i], b)) : cite(['fees', key], block),
    ),
    ...Object.entries(metrics).flatMap(([id, m]) => (levels.has(`${id} ${m.clause}`) ? [] : cite(['metrics', id], m))),
  ];
}

const spell = (criteria: Criteria): string =>
  Object.entries(criteria)
    .map(
      ([field, c]) =>
        `${field} ${JSON.stringify(c)
          .replace(/["{}[\]]/g, '')
          .replaceAll(':', ' ')}`,
    )
    .join(', ');

/** The channels that criteria name and nothing else. */
function channelsOf(criteria: Criteria): readonly string[] {
  const { channel, ...others } = criteria;
  return channel && !Array.isArray(channel) && !Object.keys(others).length ? ((channel as Condition).in ?? []) : [];
}

export const volumeOverMonths = defineCheck({
  severity: 'info',
  title: 'A volume price over several months',
  message: 'one price holds for all units of a {per}, and each month is priced by what was reached until then',
  why: 'A month that was paid is not priced anew when the next ones reach a lower price.',
  help: 'before the last invoice of the span, hold what its months paid against a report of the whole of it, such as --period 2026-Q2',
  find: ({ sow: { fees } }): Hit[] => {
    const { mode, per, tiers = [] } = fees.rates ?? {};
    return mode === 'volume' && per !== undefined && per !== 'month' && tiers.length > 1
      ? [hit(['fees', 'rates', 'mode'], { per })]
      : [];
  },
});
