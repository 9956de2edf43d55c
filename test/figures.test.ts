import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const SOW = 'id: F, client: Alder, vendor: Brightline, currency: USD, time_zone: America/New_York';
type Rows = readonly (readonly (string | number)[])[];
const csv = (rows: Rows): string => `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;

let folders = 0;
const ZONE = 'time_zone: America/New_York';
/** Runs a command over files, each a list of rows, and rules in which all of them are sources, as `entries` read them. */
async function run(
  files: Readonly<Record<string, Rows>>,
  rules: string,
  args: readonly string[],
  entries: Readonly<Record<string, string>> = {},
): Promise<string> {
  const cwd = join(scratch.path, String(folders++));
  mkdirSync(cwd);
  const sources = Object.entries(files).map(([name, rows]) => {
    writeFileSync(join(cwd, `${name}.csv`), csv(rows));
    const entry = entries[name] ?? (name === 'reported_metrics' ? undefined : ZONE);
    return `${name}: [{ file: ${[`${name}.csv`, ...(entry ? [entry] : [])].join(', ')} }]`;
  });
  writeFileSync(join(cwd, 'rules.yaml'), `version: 1\nsow: { ${SOW} }\nsources: { ${sources.join(', ')} }\n${rules}`);
  const { stdout, stderr } = await leadaudit([...args, '--period', '2026-06', '--exit-zero'], { cwd });
  return stderr + stdout;
}

interface Figure {
  readonly id: string;
  readonly by: Readonly<Record<string, string>> | null;
  readonly reported: string | null;
  readonly restated: string | null;
  readonly verified: string | null;
  readonly status: string;
  readonly unknown: number;
  readonly ungrouped: readonly { by: string; rows: number }[];
  readonly reproduced_by: readonly string[];
}
interface Figures {
  readonly metrics: readonly Figure[];
  readonly attempts: readonly { attempt: number; contacts: number; leads: number | null; rate: string | null }[];
  readonly findings: readonly { code: string; message: string }[];
}

const HELD = 'rules: { billable: { event: held } }\nfees: { rates: { tiers: [{ price: "400.00" }] } }\n';
const figures = async (files: Readonly<Record<string, Rows>>, rules = ''): Promise<Figures> =>
  JSON.parse(await run(files, HELD + rules, ['metrics', '--format', 'json']));
const figure = ({ metrics }: Figures, id: string): Figure | undefined =>
  metrics.find((m) => m.id === id && m.by === null);

const CALL = ['id', 'agent', 'phone', 'campaign', 'started_at', 'disposition', 'talk'] as const;
const MEETING = ['id', 'contact_name', 'email', 'agent', 'campaign', 'booked_at', 'starts_at', 'outcome'] as const;
const meeting = (n: number, outcome = 'held', agent = 'Ana', campaign = ''): Rows[number] => [
  `M${n}`,
  `Person ${n}`,
  `p${n}@c${n}.example`,
  agent,
  campaign,
  '2026-06-01T09:00',
  `2026-06-0${2 + (n % 4)}T10:00`,
  outcome,
];

describe('what nobody knows', () => {
  test('is no zero: yield without a qualification clause, occupancy without talk', async () => {
    const found = await figures({
      meetings: [MEETING, meeting(1)],
      calls: [CALL, ['c1', 'Ana', '+12125550101', '', '2026-06-01T09:00', 'conversation', '']],
      sessions: [
        ['agent', 'login_at', 'logout_at'],
        ['Ana', '2026-06-01T09:00', '2026-06-01T17:00'],
      ],
    });
    for (const id of ['yield_per_1000_dials', 'occupancy', 'talk_time'])
      expect(figure(found, id), id).toMatchObject({ restated: null });
    expect(figure(found, 'agent_hours')).toMatchObject({ restated: '8' });
  });

  test('is no zero: what attempts lead to without a source of bookings', async () => {
    const calls = [CALL, ['c1', 'Ana', '+12125550101', '', '2026-06-01T08:00', 'conversation', 60]];
    expect((await figures({ calls })).attempts).toEqual([{ attempt: 1, contacts: 1, leads: null, rate: null }]);
    expect((await figures({ calls, meetings: [MEETING, meeting(1)] })).attempts).toEqual([
      { attempt: 1, contacts: 1, leads: 0, rate: '0' },
    ]);
  });

  test('is told beside a figure that rests on the rest, and so is who is in no group', async () => {
    const files = {
      calls: [
        CALL,
        ['c1', 'Ana', '+12125550101', 'Spring', '2026-06-01T09:00', 'conversation', 60],
        ['c2', 'Ana', '+12125550102', '', '2026-06-01T10:00', 'conversation', ''],
        ['c3', 'Ben', '', '', '2026-06-01T11:00', 'human', ''],
      ],
    };
    const rules = 'metrics: { dials: { by: [agent, campaign, source] } }\n';
    const found = await figures(files, rules);
    expect(figure(found, 'average_handle_time')).toMatchObject({ restated: '60', unknown: 2 });
    expect(figure(found, 'attempts_per_contact')).toMatchObject({ restated: '1.5', unknown: 1 });
    expect(figure(found, 'dials')).toMatchObject({
      restated: '3',
      unknown: 0,
      ungrouped: [
        { by: 'campaign', rows: 2 },
        { by: 'source', rows: 3 },
      ],
    });
    const table = (await run(files, HELD + rules, ['metrics'])).replace(/\s+/g, ' ');
    expect(table).toContain('2 without campaign; 3 without source');
    expect(table).toContain('2 not counted: a fact is missing');
  });
});

describe('a metric of the catalogue that is defined anew', () => {
  test('keeps what a definition cannot say: what counts once, what it is divided by, its unit', async () => {
    const found = await figures(
      {
        calls: [
          CALL,
          ['c1', 'Ana', '+12125550101', '', '2026-06-01T09:00', 'no_answer', 0],
          ['c2', 'Ana', '+12125550101', '', '2026-06-01T10:00', 'conversation', 60],
          ['c3', 'Ana', '+12125550102', '', '2026-06-01T11:00', 'failed', 0],
        ],
        sessions: [
          ['agent', 'login_at', 'logout_at'],
          ['Ana', '2026-06-01T09:00', '2026-06-01T17:00'],
        ],
      },
      [
        'metrics:',
        '  contacts_attempted: { of: calls, count: { disposition: { not: [failed] } } }',
        '  attempts_per_contact: { of: calls, count: { disposition: { not: [failed] } } }',
        '  agent_hours: { of: sessions, sum: duration }',
        '  occupancy: { of: calls, sum: talk }',
        '',
      ].join('\n'),
    );
    expect(figure(found, 'contacts_attempted')).toMatchObject({ restated: '1' });
    expect(figure(found, 'attempts_per_contact')).toMatchObject({ restated: '2' });
    expect(figure(found, 'agent_hours')).toMatchObject({ restated: '8' });
    expect(figure(found, 'occupancy')).toMatchObject({ restated: '0.0021' });
  });
});

describe('a service level', () => {
  test('is held against the figure itself, which rounded would reach it', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [
      `c${i}`,
      'Ana',
      '',
      '',
      `2026-06-0${1 + (i % 5)}T${10 + (i % 7)}:00`,
      i < 14_999 ? 'conversation' : 'no_answer',
      '',
    ]);
    const sla = 'sla: [{ metric: connect_rate, at_least: "75%", credit: "300.00" }]';
    const rules = HELD.replace('fees: {', `fees: { ${sla},`);
    const said = await run({ meetings: [MEETING, meeting(1)], calls: [CALL, ...rows] }, rules, [
      'reconcile',
      '--format',
      'csv',
      '--table',
      'lines',
    ]);
    expect(said).toContain('"connect_rate 74.995%, the clause asks for at least 75%"');
    expect(said).toContain('-300.00');
  });
});

describe('pages of figures', () => {
  test.each(['html', 'markdown'])(
    '%s shows groups, intervals, what is left out and whose reading it is',
    async (format) => {
      const said = await run(
        {
          meetings: [
            MEETING,
            ...[1, 2, 3].map((n) => meeting(n)),
            meeting(4, 'no_show_prospect', 'Ben'),
            meeting(5, 'canceled_client'),
          ],
          reported_metrics: [
            ['metric', 'value'],
            ['show rate', '60%'],
          ],
        },
        `${HELD}metrics: { show_rate: { by: [agent] } }\n`,
        ['metrics', '--format', format],
      );
      const text = said.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
      expect(text).toContain('show_rate, agent Ben');
      expect(text).toContain(
        '3 of 4 slots, 95 % 30.1 to 95.4 %; without 1 client_moved (with: 60.0%); theirs = held over all slots, or held over slots that are past, or held over chains',
      );
      expect(said).not.toContain('|  |  |  |\n| ---');
    },
  );
});

test('a log whose dials have no number proves no 0 contacts, also beside calls that came in', async () => {
  const found = await figures({
    calls: [
      [...CALL, 'direction'],
      ['c1', 'Ana', '', '', '2026-06-01T09:00', 'conversation', '300', 'outbound'],
      ['c2', 'Ana', '+12125550102', '', '2026-06-01T09:10', 'human', '20', 'inbound'],
    ],
    reported_metrics: [
      ['metric', 'value'],
      ['Contacts attempted', '180'],
    ],
  });
  expect(figure(found, 'contacts_attempted')).toMatchObject({ restated: null, unknown: 1, status: 'not_reported' });
  expect(figure(found, 'attempts_per_contact')?.restated).toBeNull();
});

test.each([
  ['1.05', '0.8', null],
  ['105', '80', '1.05'],
  ['105%', '0.8', '1.05'],
])('capacity of %s beside a show rate of %s is %s', async (capacity, showRate, wanted) => {
  const found = await figures(
    {
      meetings: TEN,
      sessions: [
        ['agent', 'login_at', 'logout_at'],
        ['Ana', '2026-06-01T09:00', '2026-06-01T19:00'],
      ],
      reported_metrics: [
        ['metric', 'value'],
        ['Capacity', capacity],
        ['Show rate', showRate],
      ],
    },
    'metrics: { capacity_delivered: { of: sessions, sum: billable, contracted: 10 } }\n',
  );
  expect(figure(found, 'capacity_delivered')).toMatchObject({ reported: wanted, restated: '1' });
  expect(figure(found, 'show_rate')?.reported).toBe('0.8');
});

test.each([
  ['2026-06-30T23:59:59-04:00', '0.5'],
  ['2026-06-15T23:59:59-04:00', '1'],
])('capacity by %s is held against the part of the month that has come', async (asOf, restated) => {
  const files = {
    sessions: [
      ['agent', 'login_at', 'logout_at'],
      ['Ana', '2026-06-01T09:00', '2026-06-01T19:00'],
    ],
  };
  const rules = `${HELD}metrics: { capacity_delivered: { contracted: 20 } }\n`;
  const found: Figures = JSON.parse(await run(files, rules, ['metrics', '--format', 'json', '--as-of', asOf]));
  expect(figure(found, 'capacity_delivered')).toMatchObject({ restated });
});

test('a call that reached no agent needs none, one on which somebody spoke does', async () => {
  const call = (id: string, direction: string, disposition: string, agent = ''): Rows[number] => [
    ...[id, agent, '+12125550101', '', '2026-06-01T09:00', disposition, '', direction],
    40,
  ];
  const calls = [
    [...CALL, 'direction', 'duration'],
    call('c1', 'inbound', 'human', 'Ana'),
    call('c2', 'inbound', 'abandoned'),
    ...Array.from({ length: 20 }, (_, n) => call(`d${n}`, 'outbound', 'no_answer')),
  ];
  const found = await figures({ calls }, 'metrics: { dials: { by: [agent] } }\n');
  expect(figure(found, 'inbound_abandonment')).toMatchObject({ restated: '0.5', unknown: 0 });
  expect(figure(found, 'dials')).toMatchObject({ restated: '20', ungrouped: [{ by: 'agent', rows: 21 }] });
  const spoken = await run({ calls: [...calls, call('c3', 'outbound', 'human')] }, '', ['metrics']);
  expect(spoken).toContain('quarantined[missing_value] agent is empty\n --> calls.csv:24:2');
});

test('what came after as-of is in no figure: log-ins, and calls to leads that were handed over', async () => {
  const said = await run(
    {
      calls: [
        ['id', 'agent', 'email', 'started_at', 'disposition', 'talk'],
        ['c1', 'Ana', 'a@alder.example', '2026-06-02T09:30', 'human', '1800'],
        ['c2', 'Ana', 'b@alder.example', '2026-06-16T09:30', 'human', '1800'],
      ],
      sessions: [
        ['agent', 'login_at', 'logout_at'],
        ['Ana', '2026-06-02T09:00', '2026-06-02T10:00'],
        ['Ana', '2026-06-16T09:00', '2026-06-16T10:00'],
      ],
      handovers: [
        ['email', 'at'],
        ['a@alder.example', '2026-06-02T09:00'],
        ['b@alder.example', '2026-06-12T09:00'],
      ],
    },
    '',
    ['metrics', '--format', 'json', '--as-of', '2026-06-15'],
  );
  const found = JSON.parse(said) as Figures;
  const restated = ['agent_hours', 'occupancy', 'handover_coverage', 'lead_response'].map(
    (id) => figure(found, id)?.restated,
  );
  expect(restated).toEqual(['1', '0.5', '0.5', '1800']);
});

test('the leg of a transfer is no dial and no attempt', async () => {
  const found = await figures({
    calls: [
      [...CALL, 'direction'],
      ['c1', 'Ana', '+12125550101', '', '2026-06-01T09:00', 'conversation', '300', 'outbound'],
      ['c1', 'Ben', '+12125550101', '', '2026-06-01T09:05', 'human', '120', 'Neither'],
      ['c2', 'Ana', '+12125550102', '', '2026-06-01T09:10', 'no_answer', '0', ''],
    ],
  });
  expect(figure(found, 'dials')?.restated).toBe('2');
  expect(figure(found, 'connect_rate')?.restated).toBe('0.5');
  expect(found.attempts.map(({ contacts }) => contacts)).toEqual([2]);
});

test('what a share would be with what is left out counts those of it that would count', async () => {
  const call = (id: string, direction: string, disposition: string, duration: number): Rows[number] => [
    ...[id, 'Ana', '+12125550101', '', '2026-06-01T09:00', disposition, ''],
    ...[direction, duration],
  ];
  const said = await run(
    {
      calls: [
        [...CALL, 'direction', 'duration'],
        call('c1', 'inbound', 'human', 60),
        call('c2', 'inbound', 'human', 60),
        call('c3', 'inbound', 'abandoned', 30),
        call('c4', 'inbound', 'abandoned', 4),
        call('c5', 'outbound', 'conversation', 90),
        call('c6', 'outbound', 'no_answer', 20),
      ],
    },
    '',
    ['metrics', '--format', 'markdown'],
  );
  // Two of four callers with the one who gave up at once; three of six calls in both directions were answered. Of the two dials one found nobody.
  expect(said).toMatch(
    /1 of 3 calls.*without 2 direction outbound \(with: 40\.0%\), 1 disposition or duration \(with: 50\.0%\)/,
  );
  expect(said).toMatch(/1 of 2 calls.*without 4 direction inbound \(with: 50\.0%\)/);
});

/** Ten slots in the first week of June: six of Ana's, of which five were held, and four of Ben's, of which three were. */
const TEN: Rows = [
  MEETING,
  ...[1, 2, 3, 4, 5].map((n) => meeting(n)),
  meeting(6, 'no_show_prospect'),
  ...[7, 8, 9].map((n) => meeting(n, 'held', 'Ben')),
  meeting(10, 'no_show_prospect', 'Ben'),
];
const BY = 'metrics: { show_rate: { by: [agent, week] }, meetings_set: { by: [agent] } }\n';
const reportedBy = (found: Figures): string[] =>
  found.metrics.flatMap(({ id, by, reported, status }) =>
    reported === null ? [] : [[id, ...Object.values(by ?? {}), reported, status].join(' ')],
  );

test('a length is in the unit that stands beside it', async () => {
  const files = {
    calls: [CALL, ['c1', 'Ana', '+12125550101', '', '2026-06-01T09:00', 'conversation', 600]],
    reported_metrics: [
      ['Metric', 'Value', 'Unit'],
      ['Talk time', '10', 'minutes'],
      ['AHT', '600', 'sec'],
    ],
  };
  const found = await figures(files);
  expect(figure(found, 'talk_time')).toMatchObject({ reported: '600', status: 'within' });
  expect(figure(found, 'average_handle_time')).toMatchObject({ reported: '600', status: 'within' });
});

describe('a summary', () => {
  test.each<[string, Rows, string[]]>([
    [
      'with decimal commas',
      [
        ['metric', 'value'],
        ['Show rate', '80,4 %'],
        ['Meetings set', '1.010'],
      ],
      ['meetings_set 1010 outside', 'show_rate 0.804 within'],
    ],
    [
      'with a point between thousands and nothing that proves it',
      [
        ['metric', 'value'],
        ['Meetings set', '1.010'],
      ],
      ['meetings_set 1010 outside'],
    ],
    [
      'with a column a month',
      [
        ['KPI', 'May 2026', 'June 2026'],
        ['Meetings set', 12, 10],
        ['Show rate', '70%', '0.8'],
      ],
      ['meetings_set 10 within', 'show_rate 0.8 within'],
    ],
    [
      'with a line an agent, and one of all',
      [
        ['SDR', 'Meetings set', 'Show rate'],
        ['ana', 6, '83.3%'],
        ['Ben', 5, '75%'],
        ['Total', 10, '80%'],
      ],
      [
        'meetings_set 10 within',
        'meetings_set Ana 6 within',
        'meetings_set Ben 5 outside',
        'show_rate 0.8 within',
        'show_rate Ana 0.833 within',
        'show_rate Ben 0.75 within',
      ],
    ],
    [
      'by weeks as calendars number them',
      [
        ['week', 'Show rate'],
        ['KW 23', '80%'],
      ],
      ['show_rate 2026-W23 0.8 within'],
    ],
    [
      'by the day on which weeks begin',
      [
        ['week', 'Show rate'],
        ['2026-06-01', '80%'],
      ],
      ['show_rate 2026-W23 0.8 within'],
    ],
    ...['6/1/2026', '01.06.2026', '1 June 2026', '6/1/2026 - 6/7/2026', '01.06.2026 bis 05.06.2026'].map(
      (week): [string, Rows, string[]] => [
        `by weeks that are called ${week}`,
        [
          ['Week of', 'Show rate'],
          [week, '80%'],
        ],
        ['show_rate 2026-W23 0.8 within'],
      ],
    ),
    ...['2026-06-07', '5/4/2026', '6/1/2026 - 6/30/2026'].map((week): [string, Rows, string[]] => [
      `by days that begin no week, or one of two, is no figure of the whole: ${week}`,
      [
        ['Week ending', 'Show rate'],
        [week, '80%'],
      ],
      [],
    ]),
    ...[
      ['2026-W22', '2026-W23', 'Total'],
      ['Week 22', 'Week 23', 'Overall'],
      ['5/25/2026', '6/1/2026', 'Total'],
    ].map((columns): [string, Rows, string[]] => [
      `with a column a week: ${columns}`,
      [
        ['KPI', ...columns],
        ['Meetings set', 3, 7, 10],
        ['Show rate', '70%', '80%', '0.8'],
      ],
      ['meetings_set 10 within', 'show_rate 0.8 within', 'show_rate 2026-W23 0.8 within'],
    ]),
    ...[
      ['2026-05', '2026-06', 'Target'],
      ['05/2026', '06/2026', 'YTD'],
      ['Q1 2026', 'June 2026', 'Trend'],
    ].map((columns): [string, Rows, string[]] => [
      `with a column a month, as periods are written: ${columns}`,
      [
        ['Metric', ...columns],
        ['Meetings set', 12, 10, 15],
      ],
      ['meetings_set 10 within'],
    ]),
    ...[
      ['80', '%'],
      ['80', 'percent'],
      ['80 percent', ''],
      ['80 Prozent', ''],
    ].map(([value = '', unit = '']): [string, Rows, string[]] => [
      `whose unit stands in words or beside it: ${value}, ${unit}`,
      [
        ['Metric', 'Actual', 'Unit'],
        ['Show rate', value, unit],
      ],
      ['show_rate 0.8 within'],
    ]),
    [
      'whose line of averages is the figure of nobody',
      [
        ['SDR', 'Meetings set'],
        ['Average', '5'],
      ],
      [],
    ],
    [
      'whose unit beside it is a percent sign, of a figure that may be a part of one',
      [
        ['Metric', 'Value', 'Unit'],
        ['Show rate', '0.8', '%'],
      ],
      [],
    ],
    [
      'whose lines are parts of parts is no figure of the whole',
      [
        ['agent', 'week', 'Show rate'],
        ['Ana', 'W23', '80%'],
      ],
      [],
    ],
    [
      'with a line a source has no figure of the whole',
      [
        ['Lead source', 'Show rate'],
        ['outbound', '80%'],
        ['inbound', 'n/a'],
      ],
      [],
    ],
    [
      'that says two things of one is not believed',
      [
        ['metric', 'value'],
        ['Show rate', '80%'],
        ['show_rate', '90%'],
      ],
      [],
    ],
    [
      'whose lines are named by nobody knows what is not believed',
      [
        ['Colleague', 'Show rate'],
        ['Ana', '80%'],
        ['Ben', '70%'],
      ],
      [],
    ],
    ...[
      '8/10',
      '80% (8/10)',
      '80 % (8 of 10)',
      '8 out of 10',
      '8 / 10 (80%)',
      '8/10 = 80.0%',
      '0.8 (8/10)',
      '8 von 10',
    ].map((value): [string, (string | number)[][], string[]] => [
      `with a fraction: ${value}`,
      [
        ['metric', 'value'],
        ['Show rate', value],
      ],
      ['show_rate 0.8 within'],
    ]),
    ...[
      '85% (8/10)',
      '8/10 (81.0%)',
      '~80%',
      'c. 80%',
      '80%+',
      '10/8',
      '8/0',
      '0/0',
      '8/10/12',
      '80% (8)',
      '8.5/10',
    ].map((value): [string, (string | number)[][], string[]] => [
      `with what is no figure: ${value}`,
      [
        ['metric', 'value'],
        ['Show rate', value],
      ],
      [],
    ]),
    ...['8/10', '~10', 'c. 10', '10+'].map((value): [string, (string | number)[][], string[]] => [
      `with what is no count: ${value}`,
      [
        ['metric', 'value'],
        ['Meetings set', value],
      ],
      [],
    ]),
    [
      'with a small number beside shares in percent is not guessed at',
      [
        ['metric', 'value'],
        ['Show rate', '80'],
        ['Qualified rate', '0.9'],
      ],
      ['show_rate 0.8 within'],
    ],
    [
      'with a small number of a part beside shares in percent is not guessed at',
      [
        ['agent', 'Show rate'],
        ['Ana', '83.3'],
        ['Ben', '1.0'],
      ],
      ['show_rate Ana 0.833 within'],
    ],
    [
      'with a small number under a percent sign is not guessed at',
      [
        ['metric', 'value'],
        ['Show rate (%)', '0.8'],
      ],
      [],
    ],
  ])('%s', async (_, reported_metrics, wanted) => {
    const found = await figures({ meetings: TEN, reported_metrics }, BY);
    expect(reportedBy(found).sort()).toEqual(wanted);
    // What is compared with nothing is told.
    const told = found.findings.some(({ code }) => /^reported_(not_compared|contradiction)$/.test(code));
    expect(told || wanted.length > 0).toBe(true);
  });

  test('whose share is not its own fraction is told so', async () => {
    const reported_metrics = [
      ['metric', 'value'],
      ['Show rate', '85% (8/10)'],
      ['Acceptance rate', '66% (2/3)'],
      ['Qualified rate', '67% (2/3)'],
    ];
    const { findings } = await figures({ meetings: TEN, reported_metrics }, BY);
    expect(findings.flatMap(({ code, message }) => (code === 'reported_contradiction' ? [message] : []))).toEqual([
      'Show rate = 85% (8/10): the fraction is 80.0 %; neither is compared',
    ]);
  });

  test('has a column a metric beside those that the rules map', async () => {
    const reported_metrics = [
      ['Colleague', 'Show rate', 'Meetings set'],
      ['Ana', '83.3%', 6],
      ['Total', '80%', 10],
    ];
    const said = await run({ meetings: TEN, reported_metrics }, HELD + BY, ['metrics', '--format', 'json'], {
      reported_metrics: 'columns: { agent: Colleague }',
    });
    expect(reportedBy(JSON.parse(said)).sort()).toEqual([
      'meetings_set 10 within',
      'meetings_set Ana 6 within',
      'show_rate 0.8 within',
      'show_rate Ana 0.833 within',
    ]);
  });

  test('in German gives a reading to the digits that it has', async () => {
    const reported_metrics = [
      ['metric', 'value'],
      ['Show rate', '66,7 %'],
    ];
    const found = await figures({
      meetings: [MEETING, meeting(1), meeting(2), meeting(3, 'canceled_client')],
      reported_metrics,
    });
    expect(figure(found, 'show_rate')).toMatchObject({
      reported: '0.667',
      reproduced_by: ['held over all slots', 'held over slots that are past', 'held over chains'],
    });
  });
});
