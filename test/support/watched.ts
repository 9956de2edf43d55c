import { readingOf } from '../../src/judge/reading.ts';
import { type AnomalyResult, watchOf } from '../../src/measure/anomalies/watch.ts';
import { dated } from '../../src/measure/day-fold.ts';
import type { SourceName } from '../../src/model.ts';
import type { Call, RecordOf } from '../../src/read/records.ts';
import type { AnomalyName } from '../../src/sow/anomaly-names.ts';
import { loadSow } from '../../src/sow/load.ts';
import { parsePeriod } from '../../src/sow/period.ts';
import type { Sow } from '../../src/sow/sow.ts';
import { knownOf } from './judged.ts';

/** The rows of a month, as many cells as a test speaks of. */
export type Rows<S extends SourceName> = readonly Partial<RecordOf<S>>[];
export interface Month {
  readonly calls?: Rows<'calls'>;
  readonly meetings?: Rows<'meetings'>;
  readonly sessions?: Rows<'sessions'>;
  readonly attendance?: Rows<'attendance'>;
  readonly reported_metrics?: Rows<'reported_metrics'>;
  readonly roster?: Rows<'roster'>;
  readonly recordings?: Rows<'recordings'>;
}

const ZONE = 'America/New_York';
/** Eastern numbers, and Californian ones in a zone of their own; nobody is called on a Sunday or on 4 July. */
const CALENDAR = `region,day,from,to,zone,source
${['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => `+1,${day},08:00,21:00,,state law`).join('\n')}
${['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => `+1415,${day},08:00,21:00,America/Los_Angeles,western law`).join('\n')}
+1,2026-07-04,,,,state law
`;

/** A SOW with these tests; `more` are other keys of the file. */
export function sowOf(enabled: 'all' | readonly AnomalyName[], more: object = {}): Sow {
  const file = {
    version: 1,
    sow: {
      id: 'C',
      client: 'Alder',
      client_domains: ['alder.example'],
      vendor: 'Brightline',
      vendor_domains: ['brightline.example'],
      currency: 'USD',
      time_zone: ZONE,
      business_hours: {
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        open: '08:00',
        close: '18:00',
        holidays: ['2026-06-19', '2026-07-03'],
      },
    },
    rules: {
      billable: { event: 'held' },
      evidence: { held: ['vendor'], enough: ['vendor'] },
      no_show: { cure_within: '14 days' },
    },
    metrics: { conversations: { of: 'calls', count: { talk: { min: '30 seconds' } }, tolerance: 'exact' } },
    ...more,
    checks: {
      anomalies: { enabled, disabled: enabled === 'all' ? ['benford_first_digit'] : [] },
      calling_hours: 'calendar.csv',
    },
  };
  const { sow, problems } = loadSow(JSON.stringify(file), 'rules.yaml', () => CALENDAR);
  if (!sow) throw new Error(JSON.stringify(problems));
  return sow;
}

export const JUNE = parsePeriod('2026-06') ?? { label: '', from: '', to: '' };
const LATER = Date.parse('2026-08-01T00:00:00Z');

/** What the tests of a SOW find of June 2026: held rows are linked and judged, calls stream past in as many batches as they are given. */
export function watched(
  sow: Sow,
  month: Month,
  batches: readonly Rows<'calls'>[] = [month.calls ?? []],
): AnomalyResult[] {
  const known = knownOf({ ...month, calls: [] });
  const reading = readingOf(sow, {
    asOf: LATER,
    known,
    received: new Map(),
    closedTouches: [],
    decided: [],
    billed: { period: JUNE, isKnownThen: () => true },
    invoice: [],
  });
  const watch = watchOf({ sow, period: JUNE, known });
  const pass = dated([watch], sow.clock.zone, LATER);
  let n = 0;
  for (const batch of batches) {
    const calls = batch.map((cells): Call => {
      n++;
      return { raw: {}, drop: 0, row: { source: 'calls', file: 'calls.csv', line: n, n }, ...cells };
    });
    reading.collector.add(calls);
    pass.add(calls);
  }
  const chains = reading.judge(true);
  const isOwn = (vendor: string | undefined): boolean => vendor === undefined;
  return watch.found(
    {
      chains: chains.filter(({ record }) => isOwn(record.vendor)),
      others: chains.filter(({ record }) => !isOwn(record.vendor)),
      touches: reading.collector.log,
    },
    new Set(Object.keys(month)),
  );
}

/** The signals of one test: subject, n, statistic and lines, and how many it looked at. */
export function signalsOf(test: AnomalyName, month: Month, more: object = {}) {
  const [result] = watched(sowOf([test], more), month);
  if (!result || result.notRun !== undefined) throw new Error(`${test} did not run: ${result?.notRun}`);
  return {
    tested: result.tested,
    signals: result.signals.map(({ subject, n, statistic, rows, p }) => ({
      subject,
      n,
      statistic: Number(statistic.toPrecision(4)),
      lines: rows.map(({ source, line }) => `${source} ${line}`),
      ...(p === undefined ? {} : { isRare: p < 0.01 }),
    })),
  };
}

/** A moment in June 2026, or another month, in the contract's zone (daylight saving time all summer). */
export const at = (text: string): number => Date.parse(`2026-${text.includes('T') ? text : `${text}T00:00`}-04:00`);
