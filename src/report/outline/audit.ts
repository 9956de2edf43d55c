import {
  answersOf,
  byReason,
  claimsByUse,
  differenceText,
  figureText,
  footingOf,
  isKnown,
  type ReasonGroup,
  shownMetrics,
  stepOf,
} from '../answer.ts';
import type { AuditDocument } from '../document.ts';
import type { Measures } from '../measured/tables.ts';
import { nameOf, notesOf } from '../measured/words.ts';
import { incomplete, quarantinedIn, withCommas } from '../phrases.ts';
import { claimSections, placesOf } from './claims.ts';
import { drift } from './drift.ts';
import { funnels } from './funnel.ts';
import { leads } from './leads.ts';
import { signals } from './measured.ts';
import type { Bar, Head, Outline, Report, Section, Shade, Table } from './outline.ts';

/** Findings that are shown; CSV has them all. */
const SHOWN = 500;

/** One SOW's report. */
export function outlineOf(doc: AuditDocument): Outline {
  const report = reportOf(doc);
  return { title: `leadaudit: ${report.title}`, reports: [report] };
}

export function reportOf(doc: AuditDocument): Report {
  const { sow, period } = doc;
  const aside = quarantinedIn(doc.inputs);
  return {
    title: `${sow.vendor} for ${sow.client}, ${period.label}${doc.closed ? ' (closed)' : ''}`,
    scope: `SOW ${sow.id}, ${period.from} to ${period.to}, as of ${doc.as_of}`,
    warnings: aside ? [`${incomplete(aside)}; see Findings`] : [],
    answers: answersOf(doc).map(({ amount, ...answer }) => ({
      ...answer,
      amount: `${withCommas(amount)} ${sow.currency}`,
    })),
    sections: [
      bridge(doc),
      ...reasons(doc),
      ...claimSections(doc),
      ...metrics(doc),
      ...leads(doc),
      ...signals(doc),
      ...drift(doc),
      ...funnels(doc),
      ...findings(doc),
      sources(doc),
      basis(doc, footingOf(doc)),
    ],
  };
}

const figure = (title: string): Head => ({ title, as: 'figure' });

function bridge({ bridge: steps }: AuditDocument): Section {
  const named = steps.map((step) => ({ ...step, ...stepOf(step.step) }));
  const bars = named.map(({ amount, running, isSum }): Bar[] => {
    const to = Number(running);
    const change = Number(amount);
    const shade: Shade = isSum ? 'sum' : change < 0 ? 'less' : 'more';
    return [{ from: isSum ? 0 : to - change, to, shade }];
  });
  const table: Table = {
    kind: 'table',
    head: [{ title: 'step' }, figure('change'), figure('running'), figure('claims')],
    rows: named.map(({ name, amount, running, claims, isSum }) => [
      name,
      isSum ? '' : withCommas(amount),
      withCommas(running),
      isSum || !claims.length ? '' : String(claims.length),
    ]),
    sums: new Set(named.flatMap(({ isSum }, i) => (isSum ? [i] : []))),
    chart: { title: 'waterfall', scale: 'shared', rows: bars, running: named.map(({ running }) => Number(running)) },
  };
  return { title: 'From the invoice to what is payable', blocks: [table] };
}

/** What the audit denies or leaves open, by reason. */
function reasons(doc: AuditDocument): Section[] {
  const { disputed, open } = claimsByUse(doc);
  const groups = [
    ...byReason(disputed).map((group) => ({ ...group, use: 'dispute', shade: 'less' as const })),
    ...byReason(open).map((group) => ({ ...group, use: 'open', shade: 'sum' as const })),
  ];
  if (!groups.length) return [];
  const clauses = (claims: ReasonGroup['claims']): string =>
    [...new Set(claims.flatMap((c) => c.clause ?? []))].join(', ');
  const table: Table = {
    kind: 'table',
    head: [
      { title: 'reason', as: 'word' },
      figure('amount'),
      figure('claims'),
      { title: 'use', as: 'word' },
      { title: 'clause', as: 'word' },
    ],
    rows: groups.map(({ reason, use, claims, amount }) => [
      reason,
      withCommas(amount),
      String(claims.length),
      use,
      clauses(claims),
    ]),
    chart: {
      title: 'share',
      scale: 'shared',
      rows: groups.map(({ amount, shade }) => [{ from: 0, to: Number(amount), shade }]),
    },
  };
  return [{ title: 'By reason', blocks: [table] }];
}

const SIDES = ['reported', 'restated', 'verified'] as const;

/** The figures of the whole vendor; on a page of figures alone also those of its groups, with what is to be known of each. */
export function metrics(doc: Measures, isWhole = false): Section[] {
  const known = isWhole ? doc.metrics.filter(isKnown) : shownMetrics(doc);
  const all = known.slice(0, SHOWN);
  if (!all.length) return [];
  const bars = all.map((m): Bar[] =>
    SIDES.flatMap((side) => {
      const value = m[side];
      if (value === null) return [];
      const bar: Bar = { from: 0, to: Number(value), shade: side };
      return side === 'restated' && m.interval
        ? [{ ...bar, interval: [Number(m.interval[0]), Number(m.interval[1])] as const }]
        : [bar];
    }),
  );
  const table: Table = {
    kind: 'table',
    head: [
      // The name of a group may be long.
      { title: 'metric', ...(all.some(({ by }) => by) ? {} : { as: 'word' as const }) },
      ...SIDES.map(figure),
      figure('off by'),
      { title: 'tolerance' },
      ...(isWhole ? [{ title: 'counted', as: 'remark' as const }] : []),
    ],
    rows: all.map((m) => [
      nameOf(m),
      ...SIDES.map((side) => figureText(m[side], m.unit)),
      differenceText(m),
      m.status === 'not_reported' ? '' : `${m.status} ${m.tolerance}`,
      ...(isWhole ? [notesOf(m)] : []),
    ]),
    whole: { hidden: known.length - all.length, flags: '--format csv --table metrics' },
    chart: {
      title: 'reported, restated, verified',
      scale: all.map((m, i) => (m.unit === 'share' ? 1 : Math.max(0, ...(bars[i] ?? []).map(({ to }) => to)))),
      ...(all.some((m) => m.interval) ? { note: 'A thin line is the 95 % interval of the restated share.' } : {}),
      rows: bars,
      legend: SIDES.map((side) => ({ name: side, shade: side })),
    },
  };
  const text = "Reported by the vendor; restated from the vendor's rows; verified by evidence.";
  return [{ title: 'Metrics', blocks: [{ kind: 'prose', text }, table] }];
}

export function findings({ findings: all }: Measures): Section[] {
  if (!all.length) return [];
  const table: Table = {
    kind: 'table',
    head: [
      { title: 'severity', as: 'word' },
      { title: 'code', as: 'word' },
      { title: 'says' },
      { title: 'rows', as: 'code' },
    ],
    rows: all.slice(0, SHOWN).map((f) => [f.severity, f.code, f.message, firstPlaces(f.evidence)]),
    whole: { hidden: Math.max(0, all.length - SHOWN), flags: '--format csv --table findings' },
  };
  return [{ title: `Findings (${all.length})`, blocks: [table] }];
}

/** Enough rows to begin with. */
function firstPlaces(rows: AuditDocument['findings'][number]['evidence']): string {
  const more = rows.length - FIRST;
  return `${placesOf(rows.slice(0, FIRST))}${more > 0 ? ` and ${more} more` : ''}`;
}
const FIRST = 5;

export function sources({ inputs, sow }: Pick<AuditDocument, 'inputs' | 'sow'>): Section {
  const code = (title: string): Head => ({ title, as: 'code' });
  return {
    title: 'Sources',
    blocks: [
      {
        kind: 'table',
        head: [{ title: 'source', as: 'word' }, code('file'), figure('rows'), figure('set aside'), code('sha256')],
        rows: [
          ['rules', sow.file, '', '', sow.sha256],
          ...inputs.map((i) => [i.source, i.file, String(i.rows), String(i.quarantined), i.sha256]),
        ],
      },
    ],
  };
}

/** What a report rests on and leaves out, and by what it was made. */
export function basis({ tool, sow }: Pick<AuditDocument, 'tool' | 'sow'>, footing: readonly string[]): Section {
  const made = `${tool.name} ${tool.version}; times are in ${sow.time_zone}`;
  return { title: 'What this rests on', blocks: [...footing, made].map((text) => ({ kind: 'prose', text })) };
}
