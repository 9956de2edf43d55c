import { reportOf } from '../judge/report-due.ts';
import type { RuleRow } from '../judge/rule.ts';
import { RULES } from '../judge/rules/table.ts';
import type { SourceName } from '../model.ts';
import { unknownLosses } from '../price/clawbacks.ts';
import { plural } from '../problems/sentence.ts';
import { versionsOf } from '../sow/amendments.ts';
import type { AuditDocument } from './document.ts';
import { ownFiles } from './own-files.ts';
import type { AuditParts } from './parts.ts';

type Unchecked = AuditDocument['not_checked'];

/** What nobody looked at, and why: nothing found there is no "all clear". */
export const notChecked = (f: AuditParts): Unchecked => LOOKS.flatMap((look) => look(f));

const isGiven = ({ records }: AuditParts, source: SourceName): boolean =>
  records.files.some((file) => file.source === source);

/** Rules without a source that they need. */
function blind(f: AuditParts): Unchecked {
  const versions = versionsOf(f.sow);
  const rules: readonly (readonly [string, RuleRow])[] = Object.entries(RULES);
  return rules.flatMap(([key, rule]) => {
    const missing = versions.every(({ rules }) => rules[key as keyof typeof rules] === undefined)
      ? []
      : (rule.needs ?? []).filter((source) => !isGiven(f, source));
    // Of attribution a part goes without requests.
    const rest = key === 'attribution' && hasHandovers(f) && isGiven(f, 'handovers') ? '; hand-overs were judged' : '';
    return missing.length ? [{ rule: `rules.${key}`, why: `no source: ${missing.join(', ')}${rest}` }] : [];
  });
}

const hasHandovers = ({ sow }: AuditParts): boolean =>
  versionsOf(sow).some(({ rules }) => rules.attribution?.handover !== undefined);

const handovers = (f: AuditParts): Unchecked =>
  hasHandovers(f) && !isGiven(f, 'handovers')
    ? [{ rule: 'rules.attribution.handover', why: 'no source: handovers' }]
    : [];

function unlogged({ chains }: AuditParts): Unchecked {
  const count = chains.filter((chain) => chain.rulings.some((r) => r.code === 'no_log')).length;
  const why = `no conference log for ${plural(count, 'chain')}: the evidence clause alone decides`;
  return count ? [{ rule: 'rules.attendance', why }] : [];
}

const attempts = (f: AuditParts): Unchecked =>
  versionsOf(f.sow).some(({ rules }) => rules.no_show?.attempts !== undefined) && !isGiven(f, 'calls')
    ? [{ rule: 'rules.no_show.attempts', why: 'no call log' }]
    : [];

/** Deadlines that run from when a file came, where nothing says when that was. */
function undatedReport({ sow, period, known, records }: AuditParts): Unchecked {
  const { rows, received } = reportOf(sow, period, known, records.files);
  if (!rows.length || received !== undefined) return [];
  const why = "no `received` of the period's drop: nothing says when it came";
  return [
    ...(sow.rules.reporting?.due ? [{ rule: 'rules.reporting.due', why }] : []),
    ...(sow.fees.late_report ? [{ rule: 'fees.late_report', why }] : []),
  ];
}

const losses = ({ sow, chains, asOf }: AuditParts): Unchecked =>
  (sow.fees.clawback ? unknownLosses(chains, asOf) : []).map((why) => ({ rule: 'fees.clawback', why }));

const lastDrop = ({ sow, closings }: AuditParts): Unchecked => {
  const { rows_vs_last, header_drift } = sow.checks?.coverage ?? {};
  const asked = [rows_vs_last && 'rows_vs_last', header_drift && header_drift !== 'ignore' && 'header_drift'];
  return closings.length
    ? []
    : asked.flatMap((key) =>
        key ? [{ rule: `checks.coverage.${key}`, why: 'no closed period, whose drop would be the last' }] : [],
      );
};

const drift = ({ drift }: AuditParts): Unchecked =>
  drift && !drift.days.length
    ? [{ rule: 'checks.drift', why: `nothing of ${drift.metric} to count in the baseline or the period` }]
    : [];

const anomalies = ({ anomalies }: AuditParts): Unchecked =>
  anomalies.flatMap(({ test, notRun }) =>
    notRun === undefined ? [] : [{ rule: `checks.anomalies.${test}`, why: notRun }],
  );

function ends(f: AuditParts): Unchecked {
  const own = ownFiles(f);
  const endless = own.filter((file) => !file.hasEnd).length;
  const which = f.closings.length ? 'input files that no closed month holds' : 'input files';
  const why = `nothing shows where ${endless} of ${own.length} ${which} end: one that was cut behind a row looks whole`;
  return endless ? [{ rule: 'sources.file', why }] : [];
}

const LOOKS: readonly ((f: AuditParts) => Unchecked)[] = [
  blind,
  handovers,
  unlogged,
  attempts,
  undatedReport,
  losses,
  lastDrop,
  drift,
  anomalies,
  ends,
];
