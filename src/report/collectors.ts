import { HELD } from '../judge/course.ts';
import { type Found, found, type RuleRow } from '../judge/rule.ts';
import { RULES } from '../judge/rules/table.ts';
import { metricsOf } from '../measure/metrics.ts';
import { whyNotCompared } from '../measure/not-compared.ts';
import { contradictionsIn, reportedReader } from '../measure/reported.ts';
import { inForce, versionsOf } from '../sow/amendments.ts';
import { isIn, parsePeriod } from '../sow/period.ts';
import { OF_CLAIMS } from './collectors-claims.ts';
import { coverage } from './collectors-coverage.ts';
import { leftOutAgain, moreInRow } from './collectors-drops.ts';
import { editedLater, muteCrm, namelessCrm, ofInputs } from './collectors-inputs.ts';
import { OF_LINKS } from './collectors-links.ts';
import { PAID } from './collectors-paid.ts';
import { ofControlTotals } from './control-totals.ts';
import { figure, theirsText } from './figures.ts';
import type { AuditParts } from './parts.ts';
import { withCommas } from './phrases.ts';

/** Everything that looks at the month for what a person should look at; each returns codes and arguments. */
export const COLLECTORS: readonly ((f: AuditParts) => readonly Found[])[] = [
  ruled,
  ofInputs,
  muteCrm,
  namelessCrm,
  editedLater,
  leftOutAgain,
  moreInRow,
  ofControlTotals,
  coverage,
  ...OF_CLAIMS,
  rowsOfSlots,
  criteria,
  replacements,
  ...PAID,
  attempts,
  metrics,
  anomalies,
  drifts,
  ...OF_LINKS,
];

/** What the rules found that moves no money. */
function ruled(f: AuditParts): Found[] {
  const { asOf, known, touches, period, chains, muteCalls } = f;
  // What is asked of a month, and not of one booking, is asked by the terms at its end.
  const sow = inForce(f.sow, period.to);
  const ctx = { sow, clock: sow.clock, asOf, known, touches, period, files: f.records.files, chains, muteCalls };
  const rules: readonly RuleRow[] = Object.values(RULES);
  return rules.flatMap((rule) => rule.find?.(ctx) ?? []);
}

function rowsOfSlots({ chains, known }: AuditParts): Found[] {
  const ids = new Set(known.meetings.map((row) => row.id));
  return chains.flatMap((chain) =>
    chain.slots.flatMap((slot) => {
      const rows = slot.copies.length ? [slot.record, ...slot.copies] : [];
      const words = new Set(rows.filter((row) => row.id === slot.record.id).map((row) => row.outcome ?? 'unknown'));
      const word = slot.record.outcome ?? 'unknown';
      const happened = slot.happened;
      const previous = slot.record.previous_id;
      const stranger = chain.slots.find((other) => other.record.id === previous && other.person !== slot.person);
      const isStamped = happened?.outcome === 'future' && (word === 'held' || word.startsWith('no_show'));
      return [
        ...(words.size > 1
          ? [
              found(
                'conflicting_rows',
                { id: slot.id },
                rows.map((row) => row.row),
              ),
            ]
          : []),
        ...(happened?.contrary.length
          ? [
              found('evidence_conflict', { id: slot.id, outcome: happened.outcome }, [
                ...happened.evidence,
                ...happened.contrary,
              ]),
            ]
          : []),
        ...(isStamped ? [found('status_on_future_slot', { id: slot.id, word }, [slot.record.row])] : []),
        ...(stranger
          ? [
              found(
                'linked_other_person',
                {
                  id: slot.id,
                  who: slot.record.contact_name ?? '?',
                  previous: previous ?? '',
                  other: stranger.record.contact_name ?? '?',
                },
                [slot.record.row, stranger.record.row],
              ),
            ]
          : []),
        ...(previous !== undefined && !ids.has(previous)
          ? [found('unknown_previous', { id: slot.id, previous }, [slot.record.row])]
          : []),
      ];
    }),
  );
}

function criteria({ sow, records }: AuditParts): Found[] {
  const drops = records.files.filter(({ source }) => source === 'meetings');
  // A drop of calls or figures alone has no lead of which a fact could be missing.
  if (!drops.length) return [];
  const columns = new Set(drops.flatMap((f) => f.columns));
  const criteria = versionsOf(sow).flatMap(({ rules }) => Object.keys(rules.qualification?.criteria ?? {}));
  const fields = [...new Set(criteria)].filter((field) => field !== 'any' && field !== 'all');
  const missing = fields.filter((field) => !columns.has(field) && !columns.has(`answers.${field}`));
  return missing.map((field) => found('criterion_without_fact', { field }));
}

function replacements({ lines, replacements, sow }: AuditParts): Found[] {
  if (!sow.fees.replacement) return [];
  // Those of closed periods were told there.
  return [...new Set(lines.map(({ chain }) => chain))].flatMap((chain) => {
    const replaces = chain.record.replaces ?? '';
    const replacing = replacements(chain);
    if (!replacing || replacing.is === 'owed') return [];
    const rows = [chain.record.row];
    if (replacing.is === 'at_word') return [found('replacement_at_word', { id: chain.id, replaces }, rows)];
    const whys = {
      not_owed: 'for which nothing is owed',
      taken: `which ${replacing.by} replaces already`,
      late: `which was to be replaced by ${sow.clock.zone.dateAt(replacing.until ?? 0)}`,
    };
    return [found('replacement_not_owed', { id: chain.id, replaces, why: whys[replacing.is] }, rows)];
  });
}

function attempts({ chains, sow, period, asOf }: AuditParts): Found[] {
  const { clock } = sow;
  return chains.flatMap((chain) => {
    const { attempts: owed, cure_within: within } = chain.terms.rules.no_show ?? {};
    const made = chain.attemptsAfterNoShow;
    const last = chain.course.before.at(-1);
    if (
      owed === undefined ||
      made === undefined ||
      made >= owed ||
      last?.start === undefined ||
      HELD.has(chain.course.slot?.happened?.outcome ?? 'future')
    )
      return [];
    // Until the no-show can be cured no longer, more may come.
    const end = within ? clock.endOf(last.start, within) : last.start;
    if (asOf < end || !isIn(period, clock.zone.dateAt(end))) return [];
    return [
      found(
        'too_few_attempts',
        { id: chain.id, attempts: made, owed, at: clock.zone.dateAt(last.start) },
        last.happened?.evidence ?? [],
      ),
    ];
  });
}

function metrics({ metrics: all, known, closings, sow, period }: AuditParts): Found[] {
  const compared = new Set(all.flatMap((m) => m.evidence));
  const denied = contradictionsIn(known.reported_metrics);
  const told = new Set(denied.map(({ row }) => row));
  // Figures of closed months were compared in their own reports.
  const locked = new Set(closings.map(({ period }) => period.label));
  const others = known.reported_metrics.filter(
    (row) => !compared.has(row.row) && !told.has(row) && !locked.has(parsePeriod(row.period ?? '')?.label ?? ''),
  );
  const defined = metricsOf(sow);
  const rows = known.reported_metrics;
  const against = { rows, metrics: defined, measured: all, period, read: reportedReader(rows, defined) };
  return [
    ...all.flatMap(outsideOf),
    ...denied.map(({ row, fraction }) =>
      found(
        'reported_contradiction',
        { metric: row.metric ?? '', value: row.value ?? '', fraction: `${(100 * fraction).toFixed(1)} %` },
        [row.row],
      ),
    ),
    ...others.map((row) => {
      const { metric = '', value = '' } = row;
      return found('reported_not_compared', { metric, value, why: whyNotCompared(row, against) }, [row.row]);
    }),
  ];
}

function anomalies({ anomalies: all }: AuditParts): Found[] {
  return all.flatMap(({ test, signals }) =>
    signals.map(({ subject, says, rows }) =>
      found('anomaly', { test, subject: subject === '' ? '' : ` of ${subject}`, says }, rows),
    ),
  );
}

function drifts({ drift }: AuditParts): Found[] {
  const first = drift?.signals.map(({ day }) => day).sort()[0];
  if (!drift || first === undefined) return [];
  const { metric, baseline, signals } = drift;
  const args = {
    metric,
    side: signals.find(({ day }) => day === first)?.side ?? '',
    baseline: figure(baseline.count / baseline.n),
    day: first,
    methods: signals.map(({ method, day }) => `${method} ${day}`).join(', '),
  };
  return [found('drift', args)];
}

function outsideOf(m: AuditParts['metrics'][number]): Found[] {
  if (m.status !== 'outside' || m.reported === null || m.restated === null || m.difference === null) return [];
  const name = m.by
    ? `${m.id} (${Object.entries(m.by)
        .map(([k, v]) => `${k} ${v}`)
        .join(', ')})`
    : m.id;
  const shown = (x: number): string =>
    m.unit === 'share' ? `${figure(Math.round(x * 1e4) / 100)}%` : withCommas(figure(x));
  const args = {
    metric: name,
    reported: shown(m.reported),
    restated: shown(m.restated),
    reading: m.reproducedBy.length ? `; ${theirsText(m.reproducedBy)}` : '',
    difference: `${m.difference > 0 ? '+' : ''}${figure(m.difference)}${m.unit === 'share' ? ' pp' : ''}`,
  };
  return [found('metric_outside', args, m.evidence)];
}
