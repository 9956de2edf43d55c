import { differenceText, figureText, isKnown, notCheckedText } from '../answer.ts';
import { beside, grid, reportWidth, wrap } from '../grid.ts';
import { incomplete, plural, quarantinedIn } from '../phrases.ts';
import type { RenderOptions } from '../renderers.ts';
import type { TerminalPaint } from '../terminal.ts';
import { clean, findingRows, rest } from '../terminal-view.ts';
import type { MetricsDocument } from './document.ts';
import { ALL_CLASSES, attemptGrid, costGrid, funnelGrid } from './lead-words.ts';
import { chartText, nameOf, notesOf, signalText } from './words.ts';

/** Lines shown of a long table; CSV has them all. */
const SHOWN = 60;
const SHOWN_COHORTS = 12;

/** The figures for people: what is off first, then every figure, then the tests. */
export function renderMetrics(doc: MetricsDocument, { width: columns, paint }: RenderOptions): string {
  const width = reportWidth(columns);
  const section = (title: string, body: string): string => `${paint.strong(wrap(title, width, '  '))}\n${body}`;
  const more = (n: number, table: string): string =>
    n > SHOWN ? `\n${paint.faint(`... and ${n - SHOWN} more: --format csv --table ${table}`)}` : '';
  const { sow, period } = doc;

  const heading = [
    paint.strong(
      wrap(`leadaudit metrics: ${clean(sow.vendor)} for ${clean(sow.client)}, ${period.label}`, width, '  '),
    ),
    paint.faint(wrap(`SOW ${clean(sow.id)}, ${period.from} to ${period.to}, as of ${doc.as_of}`, width, '  ')),
  ].join('\n');

  const off = doc.metrics.filter((m) => m.status === 'outside').length;
  const signals = doc.anomalies.flatMap((a) => a.signals.map((signal) => ({ ...a, ...signal })));
  const ran = doc.anomalies.filter((a) => a.not_run === null).length;
  const still = doc.anomalies.length - ran;
  const drifted = doc.drift?.signals.filter(({ day }) => day !== null).length ?? 0;
  const reported = doc.metrics.filter((m) => m.reported !== null).length;
  const sign = off ? paint.alarm('OFF') : paint.good('OK');
  const alone = doc.findings.filter(({ code }) => code === 'reported_not_compared').length;
  const isOne = alone === 1;
  const said = [
    ...(reported ? [`${off} of ${plural(reported, 'reported figure')} outside tolerance`] : []),
    ...(alone
      ? [
          `${reported ? `${alone} more` : plural(alone, 'figure')} ${isOne ? 'is' : 'are'} reported and compared with nothing: see Findings`,
        ]
      : []),
    ...(reported || alone ? [] : ['No figure is reported']),
    `${plural(signals.length, 'signal')} of ${plural(ran, 'anomaly test')}${still ? `, ${still} not run` : ''}`,
    ...(doc.drift ? [`${drifted} of ${plural(doc.drift.signals.length, 'drift chart')} signal`] : []),
  ].join('; ');
  const answer = reported ? beside(`${sign}  `, off ? 5 : 4, said, width) : wrap(said, width, '  ');
  const aside = quarantinedIn(doc.inputs);
  const gap = aside ? [paint.alarm(wrap(`${incomplete(aside)}; see Findings`, width, '  '))] : [];

  const figures = doc.metrics.filter(isKnown);
  const rows = figures
    .slice(0, SHOWN)
    .map((m) => [
      clean(nameOf(m)),
      figureText(m.reported, m.unit),
      figureText(m.restated, m.unit),
      figureText(m.verified, m.unit),
      differenceText(m),
      [m.status === 'not_reported' ? '' : `${m.status} ${m.tolerance}`, clean(notesOf(m))].filter(Boolean).join('; '),
    ]);
  const metrics = section(
    "Figures: reported, restated from the vendor's rows by the SOW, verified",
    grid(
      width,
      paint.faint,
      ['metric', 'reported', 'restated', 'verified', 'off by', ''],
      [21, 8, 8, 8, 8, 0],
      rows,
      [1, 2, 3, 4],
    ) + more(figures.length, 'metrics'),
  );

  const found = signals.length
    ? [
        section(
          `Signals (${signals.length}): each asks for a check, none is a proof`,
          doc.anomalies
            .filter((a) => a.signals.length)
            .flatMap((a) => [
              ...a.signals
                .slice(0, SHOWN)
                .map((signal) => wrap(`  ${clean(signalText({ ...a, ...signal }))}`, width, '    ')),
              ...(a.signals.length > SHOWN ? [more(a.signals.length, 'anomalies').trim()] : []),
              paint.faint(wrap(`    Fine is also: ${a.caution}`, width, '    ')),
            ])
            .join('\n'),
        ),
      ]
    : [];
  const tests = doc.anomalies.length
    ? [
        section(
          `Anomaly tests (${doc.anomalies.length})`,
          grid(
            width,
            paint.faint,
            ['', 'test', 'looked at', 'signals', 'looks for'],
            [3, 24, 9, 7, 0],
            doc.anomalies.map((a) => [
              a.id ?? '',
              a.test,
              a.not_run ? '-' : String(a.tested),
              a.not_run ? '-' : String(a.signals.length),
              a.not_run ?? a.title,
            ]),
            [2, 3],
          ),
        ),
      ]
    : [];
  const drift = doc.drift
    ? [
        section(
          `Drift of ${clean(doc.drift.metric)}`,
          chartText(doc.drift)
            .map((line) => wrap(`  ${line}`, width, '    '))
            .join('\n'),
        ),
      ]
    : [];
  const leads = leadSections(doc, width, paint).map(({ title, body }) => section(title, body));
  const idle = paint.faint(wrap(clean(notCheckedText(doc)), width, '  '));
  // The figures, signals and charts above tell the others.
  const told = doc.findings.filter(({ code }) => !['metric_outside', 'anomaly', 'drift'].includes(code));
  const findings = told.length
    ? [
        section(
          `Findings (${told.length})`,
          findingRows({ width, paint }, told) +
            (rest(told.length, 'findings') && `\n${paint.faint(rest(told.length, 'findings'))}`),
        ),
      ]
    : [];
  const parts = [heading, [...gap, answer].join('\n'), metrics, ...leads, ...found, ...drift, ...tests, ...findings];
  return `${[...parts, idle].join('\n\n')}\n`;
}

/** The funnel and what its stages cost. */
function leadSections(
  doc: MetricsDocument,
  width: number,
  paint: TerminalPaint,
): readonly { readonly title: string; readonly body: string }[] {
  const funnel = funnelGrid(doc);
  const attempts = attemptGrid(doc);
  const costs = costGrid(doc);
  const stages = funnel.head.slice(2);
  const left = funnel.rows.length - SHOWN_COHORTS;
  return [
    ...(funnel.rows.length
      ? [
          {
            title: 'Funnel: leads by the month of their booking, with the share of the stage before',
            body: `${grid(
              width,
              paint.faint,
              ['booked in', ...stages],
              [0, ...stages.map((stage, i) => (i ? Math.max(9, stage.length) : 6))],
              funnel.rows
                .slice(-SHOWN_COHORTS)
                .map(([month = '', name = '', ...cells]) => [
                  name === ALL_CLASSES ? month : `  ${clean(name)}`,
                  ...cells,
                ]),
              stages.map((_, i) => i + 1),
            )}${left > 0 ? `\n${paint.faint(`... and ${left} before: --format csv --table lead_funnel`)}` : ''}`,
          },
        ]
      : []),
    ...(attempts.rows.length
      ? [
          {
            title: 'Attempts: contacts that had an n-th call in the period, and leads booked on it',
            body: grid(width, paint.faint, attempts.head, [11, 9, 7, 8], attempts.rows, [1, 2, 3]),
          },
        ]
      : []),
    ...(costs.rows.length
      ? [
          {
            title: `What one costs, all in (${clean(doc.sow.currency)})`,
            body: grid(width, paint.faint, costs.head, [20, 6, 12, 12], costs.rows, [1, 2, 3]),
          },
        ]
      : []),
  ];
}
