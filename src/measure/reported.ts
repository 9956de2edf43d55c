import { isBareLength, readSeconds, unitOf } from '../read/lengths.ts';
import { DecimalEvidence, type Decimals, plainNumber } from '../read/numbers.ts';
import type { ReportedMetric } from '../read/records.ts';
import { isWhole, readWeek } from '../read/summary-words.ts';
import type { MetricRow } from './metric-row.ts';
import type { Metric } from './metrics.ts';
import { isoWeek } from './week.ts';

/** A figure of a vendor's summary, with what its last digit is worth: 0.001 for "90.1%". */
export interface Reported {
  readonly value: number;
  readonly digit: number;
}
export type ReadReported = (row: ReportedMetric, unit: MetricRow['unit']) => Reported | undefined;

/** Reads figures of summaries: `92%`, `0.92`, `92,5 %`, `90% (18/20)`, `1,234`, `3:45`. What stands before decimals is decided from all figures of a file. */
export function reportedReader(rows: readonly ReportedMetric[], metrics: readonly Metric[]): ReadReported {
  const decimalsOf = decimalsIn(rows);
  const isDoubtful = scalesIn(rows, metrics, decimalsOf);
  return (row, unit) => {
    const { value = '' } = row;
    const metric = fullName(row);
    if (unit === 'share') {
      const fraction = fractionIn(value, decimalsOf(row));
      // It is exact; where the share beside it is another one, nobody can tell which of them is meant.
      if (fraction) return fraction.isDenied ? undefined : { value: fraction.value, digit: 0 };
    }
    const found = inUnit(readReported(value, unit, decimalsOf(row), saysPercent(metric)), value, metric, unit);
    return found && unit === 'share' && isDoubtful(row) ? undefined : found;
  };
}

/** The name of a metric with its unit, wherever that stands. */
const fullName = ({ metric = '', unit }: ReportedMetric): string =>
  unit === undefined ? metric : `${metric} (${unit})`;
const saysPercent = (name: string): boolean => PERCENT.test(name);
const PERCENT = /%|percent|\bpct\b|prozent/i;

/** A bare number of a length is in the unit that its name says: `Talk time (min)`. */
function inUnit(
  found: Reported | undefined,
  text: string,
  metric: string,
  unit: MetricRow['unit'],
): Reported | undefined {
  const own = unit === 'seconds' ? 1 : unit === 'hours' ? 3600 : undefined;
  const said = own && unitOf(metric);
  if (!found || !own || !said || !isBareLength(text)) return found;
  return { value: (found.value * said) / own, digit: (found.digit * said) / own };
}

/**
 * Whether nobody can tell of a bare share (`0.9`, no percent sign) if it is in percent: up to 1 in a file that writes others in percent, or above 1, of a
 * metric that can be more than 100 %, in one that writes others as parts of 1.
 */
function scalesIn(
  rows: readonly ReportedMetric[],
  metrics: readonly Metric[],
  decimalsOf: (row: ReportedMetric) => Decimals | undefined,
): (row: ReportedMetric) => boolean {
  const inPercent = new Set<string>();
  const inParts = new Set<string>();
  const bareIn = (row: ReportedMetric): number | undefined => {
    if (saysPercent(fullName(row))) return undefined;
    const plain = Number(plainOf(row.value ?? '', 'share', decimalsOf(row)));
    return plain > 0 ? plain : undefined;
  };
  for (const row of rows) {
    const metric = metrics.find((each) => each.unit === 'share' && isOf(each, row));
    const bare = metric && bareIn(row);
    if (bare === undefined) continue;
    if (bare <= 1) inParts.add(row.row.file);
    else if (metric && !mayExceedOne(metric)) inPercent.add(row.row.file);
  }
  return (row) => {
    const bare = bareIn(row);
    const { file } = row.row;
    return bare !== undefined && (bare <= 1 ? inPercent.has(file) : inParts.has(file) && !inPercent.has(file));
  };
}

/** Whether what is counted is no part of what it is divided by. */
const mayExceedOne = ({ over, contracted, annual }: Metric): boolean =>
  over !== undefined || contracted !== undefined || annual === true;

/** Rows whose share and whose fraction are two figures, with what the fraction comes to: `85% (18/20)` is 0.9. */
export function contradictionsIn(rows: readonly ReportedMetric[]): { row: ReportedMetric; fraction: number }[] {
  const decimalsOf = decimalsIn(rows);
  return rows.flatMap((row) => {
    const found = fractionIn(row.value ?? '', decimalsOf(row));
    return found?.isDenied ? [{ row, fraction: found.value }] : [];
  });
}

/** What stands before decimals in the file of a row. */
function decimalsIn(rows: readonly ReportedMetric[]): (row: ReportedMetric) => Decimals | undefined {
  const files = new Map<string, DecimalEvidence>();
  for (const { value = '', row } of rows) {
    const evidence = files.get(row.file) ?? new DecimalEvidence();
    files.set(row.file, evidence);
    evidence.add(value);
  }
  return ({ row }) => files.get(row.file)?.decided();
}

const PARTS = String.raw`(?<part>\d[\d.,']*)\s*(?:\/|of|out of|von|sur|de)\s*(?<whole>\d[\d.,']*)`;
const SHARE = String.raw`\d[\d.,']*\s*%?`;
const FRACTIONS = [
  `^${PARTS}$`,
  String.raw`^(?<share>${SHARE})\s*[([]\s*${PARTS}\s*[)\]]$`,
  String.raw`^${PARTS}\s*[([]\s*(?<share>${SHARE})\s*[)\]]$`,
  String.raw`^${PARTS}\s*=\s*(?<share>${SHARE})$`,
].map((shape) => new RegExp(shape, 'i'));

/** `18/20`, alone or with the share that it is; whether that share denies it, since it is not the fraction, cut or rounded either way. */
function fractionIn(
  text: string,
  decimals: Decimals | undefined,
): { readonly value: number; readonly isDenied: boolean } | undefined {
  const { part, whole, share } = FRACTIONS.map((shape) => shape.exec(text.trim())?.groups).find(Boolean) ?? {};
  const [count, of] = [part, whole].map((each) => Number(each && plainOf(each, 'count', decimals)));
  if (!Number.isInteger(count) || !Number.isInteger(of) || !of || count === undefined || count > of) return undefined;
  const value = count / of;
  const said = share === undefined ? undefined : readReported(share, 'share', decimals, false);
  if (share !== undefined && !said) return undefined;
  return { value, isDenied: said !== undefined && Math.abs(said.value - value) > Math.min(said.digit, 0.1) - EPSILON };
}
const EPSILON = 1e-9;

/** Undefined where it is no figure. A share above 1 is in percent; of one up to 1 under a name with a percent sign nobody can tell. */
function readReported(
  text: string,
  unit: MetricRow['unit'],
  decimals: Decimals | undefined,
  isNamedPercent: boolean,
): Reported | undefined {
  const percent = /^(.*?)\s*(?:%|percent|pct|prozent)$/i.exec(text.trim());
  const plain = plainOf(percent?.[1] ?? text, unit, decimals);
  if (plain === undefined) return percent ? undefined : timeIn(text, unit);
  const [value, digit] = [Number(plain), 10 ** -(plain.split('.')[1]?.length ?? 0)];
  if (unit !== 'share') return percent ? undefined : { value, digit };
  if (isNamedPercent && !percent && Math.abs(value) <= 1 && value !== 0) return undefined;
  return percent || value > 1 ? { value: value / 100, digit: digit / 100 } : { value, digit };
}

/** A count has no decimals, and a share no thousands; of other figures that can be read two ways the point is before decimals. */
function plainOf(text: string, unit: MetricRow['unit'], decimals: Decimals | undefined): string | undefined {
  if (decimals !== undefined) return plainNumber(text, decimals);
  const [point, comma] = [plainNumber(text, 'point'), plainNumber(text, 'comma')];
  if (point === undefined || comma === undefined || point === comma) return point ?? comma;
  if (unit !== 'count' && unit !== 'share') return point;
  const isWhole = unit === 'count';
  return point.includes('.') === isWhole ? comma : point;
}

/** `172:30` is hours and minutes of hours, minutes and seconds of seconds. */
function timeIn(text: string, unit: MetricRow['unit']): Reported | undefined {
  if (unit === 'seconds') {
    const value = readSeconds(text);
    return value === undefined ? undefined : { value, digit: 1 };
  }
  const [, hours, minutes, seconds] = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(text.trim()) ?? [];
  if (unit !== 'hours' || hours === undefined) return undefined;
  return {
    value: Number(hours) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600,
    digit: seconds === undefined ? 1 / 60 : 1 / 3600,
  };
}

/** Whether a row of a vendor's summary speaks of the metric. */
export const isOf = (metric: Metric, row: ReportedMetric): boolean =>
  isNamed(metric, row) || looserNames(row.metric ?? '').some((name) => isName(metric, name));

/** Whether it calls the metric by one of its very names. */
export const isNamed = (metric: Metric, row: ReportedMetric): boolean => isName(metric, foldMetric(row.metric ?? ''));

/** The metric that a row speaks of, by its very name before a looser one. */
export const metricNamed = (metrics: readonly Metric[], row: ReportedMetric): Metric | undefined =>
  metrics.find((metric) => isNamed(metric, row)) ?? metrics.find((metric) => isOf(metric, row));

const isName = ({ id, aliases }: Metric, folded: string): boolean =>
  [id, ...aliases].some((alias) => foldMetric(alias) === folded);

/** A name without what says that it is a number of something, or in which unit it is: `Total talk time (min)`. */
function looserNames(metric: string): readonly string[] {
  const bare = metric.replace(/\s*[([](?:in )?\p{L}+\.?[)\]]\s*$| in \p{L}+$/u, (unit) => (unitOf(unit) ? '' : unit));
  const name = foldMetric(bare);
  return [name, name.replace(/^(total|(number_|no_|nr_)?of)_/, '')];
}

/** A metric's name as vendors write it, folded. */
export const foldMetric = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** What a row of a summary may be a part by. */
export const REPORTED_GROUPS = ['agent', 'campaign', 'week', 'day', 'source', 'class'] as const;
type ReportedGroup = (typeof REPORTED_GROUPS)[number];

const fold = (text: string): string => text.trim().toLowerCase();
/** The part of a group that a row speaks of; undefined where it speaks of the whole. */
export function partOf(row: ReportedMetric, group: ReportedGroup): string | undefined {
  const cell = row[group];
  return cell === undefined || isWhole(cell) ? undefined : cell;
}

/** Whether a row speaks of one part of a group, such as the week 2026-W23 (W23, KW 23, its Monday, its days), and of no part of another. */
export const speaksOf = (row: ReportedMetric, group: string, name: string): boolean =>
  REPORTED_GROUPS.every((other) => {
    const part = partOf(row, other);
    if (other !== group) return part === undefined;
    return part !== undefined && (other === 'week' ? isWeek(part, name) : fold(part) === fold(name));
  });

/** Whether a row speaks of all that the vendor did. */
export const isOfWhole = (row: ReportedMetric): boolean =>
  REPORTED_GROUPS.every((group) => partOf(row, group) === undefined);

function isWeek(text: string, name: string): boolean {
  const week = readWeek(text);
  if (week === undefined) return false;
  if ('monday' in week) return isoWeek(week.monday) === name;
  return week.number === Number(name.slice(-2)) && (week.year === undefined || name.startsWith(week.year));
}
