import { differenceText, figureText } from '../answer.ts';
import { grid, wrap } from '../grid.ts';
import { plural } from '../phrases.ts';
import type { RenderOptions } from '../renderers.ts';
import { clean } from '../terminal-view.ts';
import type { MetricsDocument } from './document.ts';
import { chartText, excludedText, intervalText, nameOf, signalText } from './words.ts';

/** Lines shown of a long table; CSV has them all. */
const SHOWN = 60;

/** The figures for people: what is off first, then every figure, then the tests. */
export function renderMetrics(doc: MetricsDocument, { width: columns, paint }: RenderOptions): string {
  const width = Math.max(60, Math.min(columns, 140));
  const section = (title: string, body: string): string => `${paint.strong(title)}\n${body}`;
  const more = (n: number, table: string): string =>
    n > SHOWN ? `\n${paint.faint(`... and ${n - SHOWN} more: --format csv --table ${table}`)}` : '';
  const { sow, period } = doc;

  const heading = [
    paint.strong(`leadaudit metrics: ${clean(sow.vendor)} for ${clean(sow.client)}, ${period.label}`),
    paint.faint(`SOW ${clean(sow.id)}, ${period.from} to ${period.to}, as of ${doc.as_of}`),
  ].join('\n');

  const off = doc.metrics.filter((m) => m.status === 'outside').length;
  const signals = doc.anomalies.flatMap((a) => a.signals.map((signal) => ({ ...a, ...signal })));
  const drifted = doc.drift?.signals.filter(({ day }) => day !== null).length ?? 0;
  const reported = doc.metrics.filter((m) => m.reported !== null).length;
  const answer = [
    reported
      ? `${off ? paint.alarm('OFF') : paint.good('OK')}  ${off} of ${plural(reported, 'reported figure')} outside tolerance`
      : 'No figure is reported',
    `${plural(signals.length, 'signal')} of ${plural(doc.anomalies.length, 'anomaly test')}`,
    ...(doc.drift ? [`${drifted} of ${plural(doc.drift.signals.length, 'drift chart')} signal`] : []),
  ].join('; ');

  const figures = doc.metrics.filter((m) => m.reported !== null || m.restated !== null);
  const rows = figures
    .slice(0, SHOWN)
    .map((m) => [
      clean(nameOf(m)),
      figureText(m.reported, m.unit),
      figureText(m.restated, m.unit),
      figureText(m.verified, m.unit),
      differenceText(m),
      [
        m.status === 'not_reported' ? '' : `${m.status} ${m.tolerance}`,
        intervalText(m),
        clean(excludedText(m)),
        m.reproduced_by.length ? `theirs = ${m.reproduced_by.join(', or ')}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    ]);
  const metrics = section(
    "Figures: reported, restated from the vendor's rows by the SOW, verified",
    grid(
      width,
      paint.faint,
      ['metric', 'reported', 'restated', 'verified', 'off by', ''],
      [20, 8, 8, 8, 8, 0],
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
  const idle = doc.not_checked.length
    ? [paint.faint(wrap(`Not checked: ${doc.not_checked.map((n) => `${n.rule} (${n.why})`).join('; ')}`, width, '  '))]
    : [];
  return `${[heading, answer, metrics, ...found, ...drift, ...tests, ...idle].join('\n\n')}\n`;
}
