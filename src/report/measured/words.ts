import type { AuditDocument } from '../document.ts';
import { theirsText } from '../figures.ts';
import { placesOf } from '../outline/claims.ts';

type Metric = AuditDocument['metrics'][number];
type Anomaly = AuditDocument['anomalies'][number];
type Drift = NonNullable<AuditDocument['drift']>;

/** Rows that are named of a signal. */
const NAMED = 3;

/** A metric with its group: "dials, agent Ana". */
export const nameOf = ({ id, by }: Metric): string =>
  [id, ...Object.entries(by ?? {}).map(([group, name]) => `${group} ${name}`)].join(', ');

const percent = (share: string): string => `${(Number(share) * 100).toFixed(1)}`;

/** What is to be known of a figure beside it: how sure it is, what is left out of it, and what the vendor's own rests on. */
export const notesOf = (m: Metric): string =>
  [
    intervalText(m),
    excludedText(m),
    m.unknown ? `${m.unknown} not counted: a fact is missing` : '',
    ...m.ungrouped.map(({ by, rows }) => `${rows} without ${by}`),
    theirsText(m.reproduced_by),
  ]
    .filter(Boolean)
    .join('; ');

/** What a share is of, as people call it. */
const ROWS: Readonly<Record<NonNullable<Metric['of']>, string>> = {
  meetings: 'slots',
  chains: 'chains',
  calls: 'calls',
  sessions: 'log-ins',
  handovers: 'hand-overs',
  roster: 'agents and days',
  claims: 'claims',
};

/** "15 of 20 slots, 95 % 53.1 to 88.8 %"; empty where it is no share. */
const intervalText = ({ count, per, interval, unit, of }: Metric): string =>
  unit === 'share' && per !== null
    ? `${count} of ${per}${of ? ` ${ROWS[of]}` : ''}${interval ? `, 95 % ${percent(interval[0])} to ${percent(interval[1])} %` : ''}`
    : '';

/** What is left out of the denominator, and what the share would be with it: "without 2 client_moved (with them 68.2 %)". */
function excludedText({ excluded, count, per, unit }: Metric): string {
  if (!excluded.length || unit !== 'share' || per === null) return '';
  const parts = excluded.map(
    (left) => `${left.rows} ${left.what} (with: ${((100 * (count + left.count)) / (per + left.rows)).toFixed(1)}%)`,
  );
  return `without ${parts.join(', ')}`;
}

/** A signal in a line. */
export function signalText({ test, id, subject, message, q, evidence }: Anomaly & Anomaly['signals'][number]): string {
  const rows = placesOf(evidence.slice(0, NAMED));
  const more = evidence.length > NAMED ? ` and ${evidence.length - NAMED} more` : '';
  const chance = q === null ? '' : `; q ${q < 0.0001 ? '< 0.0001' : q.toFixed(4)}`;
  return `${id ? `${id} ` : ''}${test}${subject === null ? '' : ` of ${subject}`}: ${message}${chance}${rows ? ` [${rows}${more}]` : ''}`;
}

/** The charts in words. */
export function chartText({ baseline, days, signals }: Drift): string[] {
  const { from, to, count, n } = baseline;
  if (!days.length) return [`nothing to count in the baseline ${from} to ${to}, or in the period`];
  const last = days.at(-1);
  return [
    `baseline ${from} to ${to}: ${count} of ${n}, ${((100 * count) / n).toFixed(1)} %; ${days.length} days since`,
    ...signals.map(({ method, day, side }) =>
      day === null ? `${method}: no signal` : `${method}: ${side} from ${day} on`,
    ),
    ...(last
      ? [`last day ${last.day}: ${(last.rate * 100).toFixed(1)} %, weighted ${(last.ewma * 100).toFixed(1)} %`]
      : []),
  ];
}
