import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

let folders = 0;
/** A folder with one export, and the rules that `init` writes for it when nobody answers more than it must. */
async function initiated(text: string, sets: readonly string[] = [], file = 'export.csv'): Promise<string> {
  const cwd = join(scratch.path, String(++folders));
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, file), text);
  const answers = ['sow.client=Alder', 'sow.vendor=Brightline', 'sow.currency=USD', 'sow.time_zone=America/New_York'];
  const all = [...answers, 'sow.country=US', 'fees.rates.tiers=400.00', ...sets].flatMap((set) => ['--set', set]);
  const { code, stderr } = await leadaudit(['init', file, '--yes', '--quiet', ...all], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  return cwd;
}

const FIGURES = ['dials', 'connect_rate', 'contacts_attempted', 'talk_time'];

/** Dials, connect rate, contacts and talk of June by the rules in a folder; else what stops the run. */
async function figuresIn(cwd: string): Promise<unknown> {
  const { code, stdout, stderr } = await leadaudit(
    ['metrics', '--period', '2026-06', '--format', 'json', '--exit-zero', '--quiet'],
    { cwd },
  );
  if (code !== 0) return /\[\w+\]/.exec(stderr)?.[0];
  const { metrics } = JSON.parse(stdout) as { metrics: { id: string; restated: string | null }[] };
  return FIGURES.map((id) => Number(metrics.find((m) => m.id === id)?.restated ?? Number.NaN));
}
const figuresOf = async (...of: Parameters<typeof initiated>): Promise<unknown> => figuresIn(await initiated(...of));

/** The entry that `inspect` proposes for an export. */
async function entryOf(text: string, file = 'export.csv'): Promise<unknown> {
  const cwd = join(scratch.path, String(++folders));
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, file), text);
  const { stdout } = await leadaudit(['inspect', file], { cwd });
  return parse(stdout.slice(stdout.indexOf('sources:'))).sources;
}

test.each([
  'ID,Assigned To,Date,Prospect,Account,Outcome,Length\n1,Dana,2026-06-15 10:00,Ann,Acme,No Show,30\n',
  'ID,Assigned To,Date,Prospect,Account,Phone,Outcome,Length\n1,Dana,2026-06-15 10:00,Ann,Acme,2125550101,No Show,30\n',
])('a sheet that does not speak of calls is no log of them: %s', async (text) => {
  expect(await entryOf(text)).toHaveProperty('meetings');
});

describe('the sides of a call', () => {
  const PBX = `Call Start Time,Direction,From,To,Talk Time,Result
2026-06-15 09:00:00,Outgoing,Dana Reyes (101),+12125550101,0:02:00,Connected
2026-06-15 09:10:00,Outgoing,Marc Ohlson (102),+12125550102,0:00:20,Voicemail
2026-06-15 09:20:00,Incoming,+12125550199,Dana Reyes (101),0:01:00,Connected
2026-06-15 09:30:00,Internal,Marc Ohlson (102),Dana Reyes (101),0:00:42,Connected
2026-06-15 09:40:00,Outgoing,Dana Reyes (101),+12125550101,,No Answer
`;

  test('are told by the cells of columns that hold who calls and who is called', async () => {
    expect(await entryOf(PBX)).toMatchObject({
      calls: [
        {
          columns: { agent: { outbound: 'From', inbound: 'To' }, phone: { outbound: 'To', inbound: 'From' } },
          only: { Direction: ['Outgoing', 'Incoming'] },
          values: { direction: { Outgoing: 'outbound', Incoming: 'inbound' } },
        },
      ],
    });
    expect(await figuresOf(PBX)).toEqual([3, 0.3333, 2, 200]);
  });

  test('are no side of a meeting, and not the direction itself', async () => {
    const cwd = await initiated(PBX);
    const lint = async (columns: string): Promise<string> => {
      writeFileSync(
        join(cwd, 'other.yaml'),
        `version: 1
sow: { id: A, client: Alder, vendor: Brightline, currency: USD, time_zone: America/New_York }
sources: { ${columns} }
rules: { billable: { event: held } }
`,
      );
      return (await leadaudit(['lint', '-c', 'other.yaml'], { cwd })).stderr;
    };
    const told = 'only what stands in another column of calls that came in';
    expect(await lint('calls: { file: export.csv, columns: { direction: { outbound: A, inbound: B } } }')).toContain(
      told,
    );
    expect(await lint('meetings: { file: m.csv, columns: { phone: { outbound: A, inbound: B } } }')).toContain(told);
    expect(await lint('calls: { file: export.csv, columns: { phone: { outbound: A, inbound: B } } }')).not.toContain(
      told,
    );
  });

  test('are those of the words that the rules give directions', async () => {
    const text = PBX.replaceAll('Outgoing', 'O').replaceAll('Incoming', 'I').replaceAll('Internal', 'X');
    const cwd = join(scratch.path, 'own-words');
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'export.csv'), text);
    writeFileSync(
      join(cwd, 'rules.yaml'),
      `version: 1
sow: { id: A, client: Alder, vendor: Brightline, currency: USD, time_zone: America/New_York, country: US }
sources:
  calls:
    file: export.csv
    time_zone: America/New_York
    columns: { agent: { outbound: From, inbound: To }, phone: { outbound: To, inbound: From }, started_at: Call Start Time, disposition: Result }
    values: { direction: { O: outbound, I: inbound, X: neither }, disposition: { Connected: human } }
rules: { billable: { event: held } }
metrics: { contacts_attempted: { of: calls, count: { direction: { in: [inbound] } } } }
`,
    );
    expect(await figuresIn(cwd)).toEqual([3, 0.3333, 1, 242]);
  });
});

describe('exports of dialers', () => {
  test.each<[name: string, file: string, text: string, figures: readonly number[]]>([
    [
      'whose direction stands in a column Type',
      'history.csv',
      `"ID";"Type";"Date";"Contact";"External number";"Agent";"Total time";"Waiting time";"Talking time";"Status"
"1";"outgoing";"15.06.2026 09:00:00";"Ann Boyd";"12125550101";"Dana";"75";"15";"60";"answered"
"2";"incoming";"15.06.2026 10:00:00";"Carl Dietz";"12125550102";"Dana";"40";"10";"30";"answered"
"3";"outgoing";"15.06.2026 11:00:00";"Eva Fromm";"12125550103";"Marc";"20";"20";"0";"missed"
`,
      [2, 0.5, 2, 90],
    ],
    [
      'with lines above, a total below, and a Call Time that is a moment',
      'CallLogs.csv',
      `Call Reports
From: 06/01/2026 12:00:00 AM To: 06/30/2026 11:59:59 PM

Call Time,From,To,Direction,Status,Ringing,Talking,Cost
06/15/2026 09:00:00 AM,Dana Reyes (101),+12125550101,Outbound,Answered,00:00:05,00:01:00,0.00
06/15/2026 09:10:00 AM,Dana Reyes (101),+12125550102,Outbound,Unanswered,00:00:20,,0.00
06/15/2026 09:20:00 AM,+12125550199,Dana Reyes (101),Inbound,Answered,00:00:05,00:00:30,0.00
06/15/2026 09:30:00 AM,Marc Ohlson (102),+12125550101,Outbound,Answered,00:00:05,00:02:00,0.00
Totals,,,,,00:00:35,00:03:30,0.00
`,
      [3, 0.6667, 2, 210],
    ],
    [
      'of API answers, under their paths',
      'calls.json',
      JSON.stringify({
        data: [
          ['1', 'outbound', '2026-06-15T13:00:00Z', 'Answered'],
          ['2', 'inbound', '2026-06-15T14:00:00Z', 'Answered'],
          ['3', 'outbound', '2026-06-15T15:00:00Z', 'Not Answered'],
        ].map(([id, direction, dialedAt, outcome]) => ({
          type: 'call',
          id,
          attributes: {
            direction,
            dialedAt,
            outcome,
            from: direction === 'outbound' ? '+16465550100' : '+12125550102',
            to: direction === 'outbound' ? `+1212555010${id}` : '+16465550100',
          },
          relationships: { user: { data: { type: 'user', id: '101' } } },
        })),
      }),
      [2, 0.5, 2, Number.NaN],
    ],
    [
      'with outcomes by id, and lengths in milliseconds',
      'hubspot.json',
      JSON.stringify({
        results: [
          ['f240bbac-87c9-4f6e-bf70-924b57d47db7', '183000'],
          ['73a0d17f-1163-4015-bdd5-ec830791da20', '12000'],
          ['b2cf5968-551e-4856-9783-52b3da59a7d0', '31000'],
          ['17b47fee-58de-441e-a44c-c6300d46f273', '4000'],
          ['9d9162e7-6cf3-4944-bf63-4dff82258764', '6000'],
        ].map(([hs_call_disposition, hs_call_duration], i) => ({
          id: `7${i}`,
          properties: {
            hs_timestamp: `2026-06-15T1${i}:00:00.000Z`,
            hs_call_direction: 'OUTBOUND',
            hs_call_disposition,
            hs_call_duration,
            hs_call_from_number: '+16465550100',
            hs_call_to_number: `+1212555010${i}`,
            hubspot_owner_id: '9101',
          },
        })),
      }),
      [5, 0.2, 5, Number.NaN],
    ],
  ])('%s', async (_, file, text, figures) => {
    expect(await figuresOf(text, [], file)).toEqual(figures);
  });

  describe('that hold messages, too', () => {
    const LOG = `Direction,Type,Phone Number,Extension,Date,Time,Action Result,Duration
Outgoing,Voice,(212) 555-0101,101 - Dana Reyes,Mon 06/15/2026,9:00 AM,Call connected,0:02:00
Outgoing,Fax,(212) 555-0102,101 - Dana Reyes,Mon 06/15/2026,9:05 AM,Sent,0:01:00
Outgoing,SMS,(212) 555-0103,101 - Dana Reyes,Mon 06/15/2026,9:06 AM,Sent,
Incoming,Voice,(212) 555-0104,101 - Dana Reyes,Mon 06/15/2026,9:10 AM,Accepted,0:00:30
Outgoing,Voice,(212) 555-0105,101 - Dana Reyes,Mon 06/15/2026,9:20 AM,No Answer,0:00:20
`;

    test('are read without them', async () => {
      expect(await entryOf(LOG)).toMatchObject({ calls: [{ only: { Type: ['Voice'] } }] });
      const cwd = await initiated(LOG);
      expect(await figuresIn(cwd)).toEqual([2, 0.5, 2, Number.NaN]);
      const rules = readFileSync(join(cwd, 'rules.yaml'), 'utf8');
      writeFileSync(join(cwd, 'rules.yaml'), rules.replace('Type: [Voice]', 'Kind: [Voice]'));
      expect(await figuresIn(cwd)).toBe('[unknown_column]');
    });

    test('count what the rules name', async () => {
      const cwd = await initiated(LOG);
      const rules = readFileSync(join(cwd, 'rules.yaml'), 'utf8');
      writeFileSync(
        join(cwd, 'rules.yaml'),
        rules
          .replace('Type: [Voice]', 'Type: [voice, SMS]')
          .replace(/(\n *)Accepted: human/, '$1Accepted: human$1Sent: other'),
      );
      expect(await figuresIn(cwd)).toEqual([3, 0.3333, 3, Number.NaN]);
    });
  });

  test('have moments in seconds since 1970, and a dash for no length', async () => {
    const text = `id,agent,direction,started_at,phone,talk,disposition
1,Dana,outbound,1781528400,+12125550101,0:01:00,human
2,Dana,outbound,1781528500,+12125550102,--,no_answer
3,Dana,outbound,1782878399,+12125550103,-,no_answer
4,Dana,outbound,1782878400,+12125550104,–,no_answer
`;
    expect(await figuresOf(text)).toEqual([3, 0.3333, 3, 60]);
  });

  test('stand under labels with values, which are no header', async () => {
    const text = `"Agent Call Detail Report"
"Client:","Northwind"
"Date range:","06/01/2026 - 06/30/2026"

Call Date,Agent,Direction,Phone Number,Disposition,Talk Time
06/15/2026 09:00:00,Dana,Outbound,(212) 555-0101,Busy,
06/15/2026 09:05:00,Dana,Outbound,(212) 555-0102,Didn't answer,
06/15/2026 09:10:00,Dana,Inbound,(212) 555-0103,Voicemail,0:00:10
`;
    expect(await figuresOf(text)).toEqual([2, 0, 2, 10]);
  });

  test('have the address of the prospect, not of the agent', async () => {
    const text = `Agent,Email,Lead Name,Lead Email,Start Time,Talk Time,Disposition
Dana,dana@brightline.example,Ann Boyd,ann@boyd.example,2026-06-15 09:00:00,,Busy
`;
    expect(await entryOf(text)).toMatchObject({ calls: [{ columns: { email: 'Lead Email' } }] });
  });

  test('are of no direction by a type that says none', async () => {
    const text =
      'Agent,Start Time,Call Type,Dialed Number,Disposition\nDana,2026-06-15 09:00:00,Cold call,+12125550101,Busy\n';
    expect(await figuresOf(text)).toEqual([1, 0, 1, Number.NaN]);
  });

  test('are read by the name of a status where its code stands beside it', async () => {
    const text = `Call Date,Campaign,Phone Number,User,Status,Status Name,Call Type,Call Length,Talk Time,Wrapup Time
2026-06-15 09:00:00,Q2,2125550101,Dana,APPT,Appointment Set,OUTBOUND,130,120,9
`;
    expect(await entryOf(text)).toMatchObject({
      calls: [{ columns: { disposition: 'Status Name', wrap: 'Wrapup Time', duration: 'Call Length' } }],
    });
  });

  describe('whose disposition is empty where nobody answered', () => {
    const log = (statuses: readonly string[]): string =>
      [
        'Call ID,Date & Time,Agent Name,Contact Number,Call Status,Disposition',
        `1,2026-06-15 09:00:00,Dana,+12125550101,${statuses[0]},Interested`,
        `2,2026-06-15 09:10:00,Dana,+12125550102,${statuses[1]},`,
        `3,2026-06-15 09:20:00,Dana,+12125550103,${statuses[2]},`,
        `4,2026-06-15 09:30:00,Dana,+12125550104,${statuses[3]},Left Voicemail`,
      ].join('\n');

    test('are read by the status beside it', async () => {
      const text = log(['Answered', 'Unanswered', 'Busy', 'Answered']);
      expect(await entryOf(text)).toMatchObject({
        calls: [
          {
            columns: { disposition: { first_filled: ['Disposition', 'Call Status'] } },
            values: { disposition: { Interested: 'human', Unanswered: 'no_answer', 'Left Voicemail': 'voicemail' } },
          },
        ],
      });
      expect(await figuresOf(text)).toEqual([4, 0.25, 4, Number.NaN]);
    });

    test('are dials of which the rules say what an empty cell means', async () => {
      const text = log(['Done', '', '', 'Done']);
      expect(await entryOf(text)).toMatchObject({ calls: [{ values: { disposition: { '': 'other' } } }] });
      expect(await figuresOf(text)).toEqual([4, 0.25, 4, Number.NaN]);
      const busy = ['sources.calls.0.values.disposition={ "": human }'];
      expect(await figuresOf(text, busy)).toEqual([4, 0.75, 4, Number.NaN]);
    });
  });

  test.each(['Call Start Time (UTC)', 'start_time_utc', 'Start Time UTC', 'startTimeUTC'])(
    'are of the clock that the header says: %s',
    async (header) => {
      const text = `Agent,${header},Dialed Number,Disposition
Dana,2026-07-01 02:00:00,+12125550101,Busy
Dana,2026-07-01 05:00:00,+12125550102,Busy
Dana,2026-06-02 03:00:00,+12125550103,Busy
Dana,2026-06-01T03:00:00-07:00,+12125550104,Busy
`;
      expect(await figuresOf(text)).toEqual([3, 0, 3, Number.NaN]);
    },
  );

  test('take waiting for no hold, and members of lists for nobody', async () => {
    const german = 'Mitarbeiter;Anrufbeginn;Ergebnis;Wartezeit\nDana;15.06.2026 09:00:00;besetzt;20\n';
    expect(await entryOf(german)).not.toMatchObject({ calls: [{ columns: { hold: 'Wartezeit' } }] });
    const detail = {
      conversationStart: '2026-06-15T13:00:00Z',
      originatingDirection: 'inbound',
      participants: [
        { userId: 'u1', purpose: 'customer', sessions: [{ ani: 'tel:+12125550101', dnis: 'tel:+12125550102' }] },
      ],
    };
    const { calls } = (await entryOf(JSON.stringify({ conversations: [detail, detail] }), 'detail.json')) as {
      calls: { columns: object }[];
    };
    expect(Object.keys(calls[0]?.columns ?? {})).toEqual(['direction', 'started_at']);
  });
});
