import type { Anomaly } from '../../src/measure/anomalies/anomaly.ts';
import { ANOMALIES } from '../../src/measure/anomalies/table.ts';
import { CHARTS } from '../../src/measure/drift.ts';
import { CALENDAR_COLUMNS } from '../../src/sow/calling-hours.ts';
import { MADE, page, table } from './markdown.ts';

/** A calendar as a user may keep it. The hours are made up: there is no legal table. */
export const CALENDAR_EXAMPLE = `region,day,from,to,zone,source
+1,mon,08:00,21:00,America/New_York,"clause 9.2, state list of 2026-05"
+1,tue,08:00,21:00,America/New_York,"clause 9.2, state list of 2026-05"
+1,2026-07-04,,,America/New_York,"clause 9.2, holidays"
+1415,mon,08:00,21:00,America/Los_Angeles,"clause 9.2, state list of 2026-05"
`;

export const DRIFT_EXAMPLE = `checks:
  drift:
    metric: conversion_rate
    method: [p_chart, ewma, cusum]
    baseline: { from: 2026-03-01, to: 2026-05-31 }
`;

export const CHECKS_EXAMPLE = `checks:
  anomalies: { enabled: all, disabled: [benford_first_digit], false_discovery: "5%" }
  calling_hours: calling-hours.csv
`;

/** `docs/anomalies.md`. */
export const ANOMALY_PAGE = page(
  'Anomaly tests and drift',
  `What \`checks\` looks for behind the figures; \`leadaudit explain TEST\` prints the same. ${MADE}`,
  `A signal asks for a check. It is no proof and moves no money; each test says what else looks like it. The report shows the subject, n, the statistic, its threshold and the rows of every signal, how many subjects each test looked at, and which
tests were not run for want of a source.`,
  `\`\`\`yaml\n${CHECKS_EXAMPLE}\`\`\``,
  'Tests with a p-value are held together against the false discovery rate (Benjamini-Hochberg over all tests and agents of the month; 5 % unless `false_discovery` says otherwise), and each also against what it names here. Tests by a fixed threshold are rare by themselves. Of 1,000 clean months made by chance 21 have any signal, and no more than 50 may; agents of a real floor may differ more than these do.',
  `## checks.anomalies\n\n${table(
    ['test', 'id', 'what', 'what it does', 'what also looks like this', 'needs'],
    Object.entries<Anomaly>(ANOMALIES).map(([name, a]) => [
      `\`${name}\``,
      a.id ?? '',
      a.title,
      a.does,
      a.caution,
      a.needs.join(', '),
    ]),
  )}`,
  `## checks.drift

A metric that is a share, by day, against the fixed rate of a baseline; the first day on which each chart signals is shown. Days without anything to count are left out; a baseline of 0 % or 100 % tells nothing. Seasons are no drift:
give another baseline. The limits are the usual ones of the charts, and of a month without drift about one in ten has a signal of one of the three by chance: look at how long it lasts.
A page (\`--format html\`) [draws the charts](output.md#charts).

\`\`\`yaml
${DRIFT_EXAMPLE}\`\`\``,
  table(
    ['method', 'what it does'],
    Object.entries(CHARTS).map(([name, chart]) => [`\`${name}\``, chart.does]),
  ),
  `## checks.calling_hours

A CSV file beside the rules file, which you keep: no legal table is built in. It is for the test \`calling_hours\`, and tells \`meeting_hours\` the zone of a lead's number. A number whose beginning has no line is not tested; a day
of a known region without a line is closed.`,
  table(
    ['column', 'what'],
    Object.entries(CALENDAR_COLUMNS).map(([name, what]) => [`\`${name}\``, what]),
  ),
  `\`\`\`csv\n${CALENDAR_EXAMPLE}\`\`\``,
);
