import { hoursUntil, timeLeft } from './disputes.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';
import { headlineOf, plural, sum, withCommas } from './phrases.ts';
import { isDisputed, isOwn } from './standing.ts';

/** What a figure means to the reader. */
export type Tone = 'good' | 'alarm' | 'strong';

/** One line of the answer: what to do, and with how much. */
export interface Answer {
  readonly word: 'PAY' | 'DISPUTE' | 'OPEN' | 'IF ALL' | 'OWED' | 'NEXT' | 'LATE';
  readonly tone: Tone;
  /** A decimal in the SOW's currency. */
  readonly amount: string;
  readonly note: string;
}

export const shortTime = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** The claims of a report by what is to be done with them; those of closed periods stand apart, since they are in no total. */
export function claimsByUse({
  claims,
}: AuditDocument): Readonly<Record<'disputed' | 'open' | 'owed' | 'matched' | 'adjusted', DocumentClaim[]>> {
  const own = claims.filter(isOwn);
  return {
    disputed: own.filter(isDisputed),
    open: own.filter((c) => c.outcome === 'open'),
    owed: own.filter((c) => c.outcome === 'unclaimed' || c.outcome === 'underclaimed'),
    matched: own.filter((c) => c.outcome === 'matched'),
    adjusted: claims.filter((c) => !isOwn(c)),
  };
}

/** Why a claim stands as it does; of one of a closed period first which it was there. */
export const whyOf = ({ adjusts, why }: Pick<DocumentClaim, 'adjusts' | 'why'>): string =>
  adjusts === null ? why : `${adjusts}: ${why}`;

/** What is denied of claims. */
const deniedOf = (claims: readonly DocumentClaim[]): string =>
  sum(claims.map((c) => sum([c.claimed, `-${c.supported}`])));

/** What to pay, what to dispute by when, what is open and what that may come to, what is owed without a claim, what is next and what is too late. */
export function answersOf(doc: AuditDocument): Answer[] {
  const { totals } = doc;
  const { disputed, open, owed } = claimsByUse(doc);
  // Fees and tax that are more than was asked for have their own steps in the bridge.
  const meetings = owed.filter((c) => c.verdict !== null);
  const strong = (word: Answer['word'], amount: string, note: string): Answer => ({
    word,
    tone: 'strong',
    amount,
    note,
  });
  // With the decimals of the currency.
  const nothing = sum([totals.claimed, `-${totals.claimed}`]);
  const next = doc.deadlines.find((d) => !d.over && d.kind !== 'resolves');
  const late = doc.claims.filter((c) => Number(c.lost) !== 0);
  return [
    { word: 'PAY', tone: 'good', amount: totals.payable, note: `of ${withCommas(totals.claimed)} claimed` },
    {
      word: 'DISPUTE',
      tone: 'alarm',
      amount: disputed.length ? deniedOf(disputed) : nothing,
      note: `${plural(disputed.length, 'claim')}${untilOf(disputed, doc)}`,
    },
    strong(
      'OPEN',
      sum([totals.pending, totals.review]),
      `${plural(open.length, 'claim')}: pending ${withCommas(totals.pending)}, in review ${withCommas(totals.review)}`,
    ),
    ...(open.length
      ? [
          strong(
            'IF ALL',
            totals.payable_if_all,
            `if the vendor wins every open item; ${withCommas(totals.payable_if_none)} if none`,
          ),
        ]
      : []),
    ...(meetings.length
      ? [strong('OWED', totals.unclaimed, `in PAY, but not claimed: ${plural(meetings.length, 'meeting')}`)]
      : []),
    ...(next
      ? [
          strong(
            'NEXT',
            next.amount,
            `${next.kind} ${plural(next.claims.length, 'claim')} by ${shortTime(next.at)}, ${timeLeft(hoursUntil(next.at, doc))} left`,
          ),
        ]
      : []),
    ...(late.length
      ? [
          {
            word: 'LATE',
            tone: 'alarm',
            amount: sum(late.map((c) => c.lost)),
            note: `${plural(late.length, 'claim')}: past the deadline, lost unless disputed in time`,
          } as const,
        ]
      : []),
  ];
}

/** By when what is disputed has to be: the next end ahead, else since when it is too late. */
function untilOf(disputed: readonly DocumentClaim[], doc: AuditDocument): string {
  if (!disputed.length) return '';
  const ends = disputed.flatMap((c) => c.dispute_by ?? []).sort((a, b) => hoursUntil(a, doc) - hoursUntil(b, doc));
  const ahead = ends.find((at) => Date.parse(at) > Date.parse(doc.as_of));
  if (ahead) return `, by ${shortTime(ahead)}`;
  return ends[0] ? `, too late since ${shortTime(ends[0])}` : ', no deadline known';
}

/** Claims of one reason. */
export interface ReasonGroup {
  readonly reason: string;
  readonly claims: readonly DocumentClaim[];
  /** What is denied of them. */
  readonly amount: string;
}

/** Claims by reason, the dearest first. */
export function byReason(claims: readonly DocumentClaim[]): ReasonGroup[] {
  const groups = [...new Set(claims.map(headlineOf))].map((reason) => {
    const own = claims.filter((c) => headlineOf(c) === reason);
    return { reason, claims: own, amount: deniedOf(own) };
  });
  return groups.sort((a, b) => Number(b.amount) - Number(a.amount) || (a.reason < b.reason ? -1 : 1));
}

/** `no_show_not_cured 1 (400.00)`, the dearest first. */
export const reasonsText = (claims: readonly DocumentClaim[]): string =>
  byReason(claims)
    .map(({ reason, claims: own, amount }) => `${reason} ${own.length} (${withCommas(amount)})`)
    .join(', ');

const STEP_NAMES: Readonly<Record<string, string>> = {
  invoiced: 'claimed by the vendor',
  not_billable: 'not billable',
  pending: 'pending: time will tell',
  review: 'review: a fact is missing',
  duplicate: 'claimed twice',
  wrong_rate: 'wrong rate',
  wrong_period: 'wrong period',
  unknown: 'unknown to the drops',
  claims_supported: 'supported of the claims',
  cleared: 'small differences, cleared',
  unclaimed: 'billable, not claimed',
  fixed_fees: 'fixed fees, not claimed',
  shortfall: 'short of the minimum',
  adjustments: 'adjustments of closed months',
  credits: 'credits',
  tax: 'tax, not claimed',
  payable: 'payable',
};
const SUMS: ReadonlySet<string> = new Set(['invoiced', 'claims_supported', 'payable']);

/** A step of the bridge in words; a sum is where it stands, any other step is what changes. */
export const stepOf = (step: string): { readonly name: string; readonly isSum: boolean } => ({
  name: STEP_NAMES[step] ?? step,
  isSum: SUMS.has(step),
});

type Metric = AuditDocument['metrics'][number];

/** Whether somebody has a figure for it. */
export const isKnown = ({ reported, restated }: Metric): boolean => reported !== null || restated !== null;

/** The metrics of the whole vendor that somebody has a figure for. */
export const shownMetrics = ({ metrics }: Pick<AuditDocument, 'metrics'>): Metric[] =>
  metrics.filter((m) => m.by === null && isKnown(m));

/** A figure as people write it. */
export const figureText = (value: string | null, unit: Metric['unit']): string =>
  value === null ? '-' : unit === 'share' ? `${(Number(value) * 100).toFixed(1)}%` : withCommas(value);

export const differenceText = ({ difference, unit }: Metric): string =>
  difference === null ? '' : `${difference}${unit === 'share' ? ' pp' : ''}`;

/** How much was looked at. */
export function countsOf(doc: AuditDocument): string {
  const { chains, inputs } = doc;
  const matched = claimsByUse(doc).matched.length;
  const rows = inputs.reduce((n, i) => n + i.rows, 0);
  return [
    `${plural(matched, 'claim')} matched`,
    plural(chains.length, 'chain'),
    plural(inputs.length, 'input file'),
    plural(rows, 'row'),
  ].join(', ');
}

/** What the report rests on, and what it leaves out. */
export function footingOf(doc: AuditDocument): string[] {
  return [
    countsOf(doc),
    ...(doc.ledger ? [`Ledger: closed are ${doc.ledger.closed.join(', ')}; head ${doc.ledger.head}`] : []),
    ...(doc.assumptions.length
      ? [`Assumptions (defaults in force): ${doc.assumptions.map((a) => `${a.key} = ${a.value}`).join('; ')}`]
      : []),
    notCheckedText(doc),
  ];
}

/** What nobody looked at, so that its silence is not taken for a good sign. */
export const notCheckedText = ({ not_checked }: Pick<AuditDocument, 'not_checked'>): string =>
  `Not checked: ${not_checked.map(({ rule, why }) => `${rule} (${why})`).join('; ') || 'nothing'}`;
