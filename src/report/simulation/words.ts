import { headlineOf, plural, sum, withCommas } from '../phrases.ts';
import type { SimulationDocument } from './document.ts';
import type { Part } from './parts.ts';

/** A difference with its sign. */
export const signed = (amount: string): string => (Number(amount) > 0 ? `+${withCommas(amount)}` : withCommas(amount));
export const isNothing = (amount: string): boolean => Number(amount) === 0;

type Totals = SimulationDocument['totals'];

/** The sums that are held against each other. */
export const MEASURES: readonly (readonly [name: string, of: (t: Totals) => string])[] = [
  ['supported leads', (t) => t.supported],
  ['fees and credits', (t) => sum([t.payable, `-${t.supported}`])],
  ['payable', (t) => t.payable],
  ['claimed, not billable', (t) => t.not_billable],
  ['claimed, pending', (t) => t.pending],
  ['claimed, in review', (t) => t.review],
];
/** What becomes of a claim, and why. */
export function whyOf({ claim }: Part): string {
  if (!claim) return 'price lines that no claim asks for';
  const { now, then } = claim;
  const absent = 'no claim of the period';
  if (!then) return `${now ? headlineOf(now) : absent} -> ${absent}`;
  // What is paid as it is asked for needs no reason.
  const sentence = then.outcome === 'matched' ? '' : `: ${then.why}`;
  const after = `${headlineOf(then)}${then.clause ? ` (${then.clause})` : ''}${sentence}`;
  const before = now ? headlineOf(now) : absent;
  if (before !== headlineOf(then)) return `${before} -> ${after}`;
  // The same reason may weigh otherwise: a failing rule becomes a question.
  return now?.verdict === then.verdict ? after : `${now?.verdict} -> ${then.verdict}, ${after}`;
}

/** What the simulation rests on, and what it leaves out. */
export function footingOf({ inputs, sow, alternatives }: SimulationDocument): string[] {
  const ignored = alternatives.flatMap(({ title, not_applied }) =>
    not_applied.length ? [`${not_applied.join(', ')} of ${title} are not applied: the facts are read once`] : [],
  );
  return [
    `${plural(inputs.length, 'input file')}, read once by ${sow.file}`,
    ...ignored,
    'All rows: --format csv --table changes, claims or effects',
  ];
}
