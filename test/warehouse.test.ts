import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECT_NAMES, DIALECTS, type DialectName } from '../src/measure/sql/dialects.ts';
import { scratchFolder } from './support/cases.ts';
import { diceOf } from './support/dice.ts';
import { ENGINES, type Engine, type Types } from './support/engines.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const RULES = (calls: string): string => `
version: 1
sow: { id: WAREHOUSE, client: Alder Systems, vendor: Brightline Callers, currency: USD, time_zone: America/New_York }
sources:
  calls: ${calls}
  reported_metrics: [{ file: summary.csv }]
rules: { billable: { event: held } }
metrics:
  dials: { tolerance: exact, by: [agent, campaign, week, day] }
  connect_rate: { tolerance: 0.5 pp, by: [agent, source] }
  contacts_attempted: { by: [agent, week] }
  attempts_per_contact: { by: [agent] }
  average_handle_time: { by: [campaign] }
  talk_time: { by: [agent] }
  inbound_abandonment: { by: [agent] }
  named_calls: { of: calls, count: { any: [{ agent: { starts: "p" } }, { agent: { contains: "é" } }], topic: { known: true } } }
  long_share: { of: calls, count: { talk: { min: 60, max: 5 minutes } }, per: { all: [{ talk: { known: true } }], disposition: { not: [failed, busy] }, topic: [renewal, "O'Hara's offer"] }, by: [agent] }
  ended: { of: calls, count: { ended_at: { known: true } } }
  no_topic: { of: calls, count: { topic: { known: false } }, per: { duration: { min: 10 } } }
checks:
  coverage: { quarantine: 50% }
  drift: { metric: connect_rate, baseline: { from: 2026-02-20, to: 2026-02-28 }, method: [p_chart] }
`;

const MAPPING = `columns: { agent: Agent, campaign: campaign, phone: number, direction: direction, started_at: "Started at", duration: lenMs, talk: talk, hold: "Hold (min)", topic: "To\\"p\\\\ni\`c", disposition: result }, values: { disposition: { "Spoke to": conversation, "Ans. Machine": voicemail, NA: no_answer }, topic: { RNW: renewal } }`;

const TYPES: Types = {
  Agent: 'text',
  campaign: 'text',
  number: 'text',
  direction: 'text',
  'Started at': 'wall time',
  lenMs: 'number',
  talk: 'number',
  'Hold (min)': 'number',
  'To"p\\ni`c': 'text',
  result: 'text',
};

/** Calls of February to April on the Pacific coast, whose days are others than those of the SOW in the evening. */
function log(seed: number, isMoment: boolean): string {
  const dice = diceOf(seed);
  const one = <T>(...all: readonly T[]): T => dice.pick(all);
  const below = (n: number): number => dice.whole(0, n - 1);
  const two = (n: number): string => String(n).padStart(2, '0');
  const rows = Array.from({ length: 1500 }, () => {
    const [month, day, hour] = [one(2, 3, 3, 3, 4), 1 + below(28), 3 + below(21)];
    const at = `2026-${two(month)}-${two(day)} ${two(hour)}:${two(below(60))}:${two(below(60))}`;
    const offset = month === 2 || (month === 3 && day < 8) ? '-08:00' : '-07:00';
    const talk = one('', String(below(400)), `${below(90)}.25`, '0');
    return [
      one('Pia', 'pedro', 'Zoé', ' Olu ', "D'Arcy", ''),
      one('spring', 'win back', ''),
      one('', `+1415555${String(2670 + below(60))}`, `+1 (212) 555-${String(1000 + below(40))}`),
      one('outbound', 'Outbound', 'INBOUND', ''),
      isMoment ? `${at.replace(' ', 'T')}${offset}` : at,
      String(below(600) * 1000),
      talk,
      one('', '7', '0.5'),
      one('', 'RNW', 'renewal', "O'Hara's offer", 'price, terms', 'a\\b'),
      one('spoke to', 'Spoke-To', 'Ans. machine', 'NA', 'human', 'Abandoned', 'Failed', 'BUSY', ''),
    ];
  });
  const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [Object.keys(TYPES), ...rows].map((row) => row.map(cell).join(',')).join('\n');
}

/** The figures of a folder's rules. */
async function figures(cwd: string, ...args: string[]): Promise<{ metrics: unknown[]; drift: unknown }> {
  const { code, stdout } = await leadaudit(['metrics', '--format', 'json', '--exit-zero', ...args], { cwd });
  expect(code).toBe(0);
  const { metrics, drift } = JSON.parse(stdout);
  return { metrics, drift };
}

/** What the rows of a log come to, by its seed: worked out once for all engines. */
const STREAMED = new Map<number, ReturnType<typeof figures>>();

const SUMMARY = 'metric,value\ndials,1\nconnect_rate,50%\nconversations,3\n';

describe('a name of a column', () => {
  test.each([
    ['duckdb', 'Started at', '"Started at"'],
    ['duckdb', 'a"b\\n`c', '"a""b\\n`c"'],
    ['postgres', 'Started at', '"Started at"'],
    ['postgres', 'a"b\\n`c', '"a""b\\n`c"'],
    ['clickhouse', 'Started at', '"Started at"'],
    ['clickhouse', 'a"b\\n`c', '"a""b\\\\n`c"'],
    ['clickhouse', 'ends in \\', '"ends in \\\\"'],
  ] as const)('of %s: %s', (dialect, name, written) => {
    expect(DIALECTS[dialect].identifier(name)).toBe(written);
  });
});

describe.each(DIALECT_NAMES)('figures of %s', (dialect: DialectName) => {
  let engine: Engine | { readonly absent: string };
  beforeAll(() => {
    engine = ENGINES[dialect]();
    if ('absent' in engine) process.stderr.write(`not run on ${dialect}: ${engine.absent}\n`);
  }, 120_000);
  afterAll(() => 'stop' in engine && engine.stop());

  test.for([
    { seed: 1, zone: 'time_zone: America/Los_Angeles, ', isMoment: false, flags: ['--period', '2026-03'] },
    { seed: 2, zone: '', isMoment: true, flags: ['--period', '2026-03', '--as-of', '2026-03-17T15:30'] },
  ])('are those of the stream, to the digit: $flags, log $seed', async ({ seed, zone, isMoment, flags }, context) => {
    if ('absent' in engine) return context.skip(engine.absent);
    const cwd = join(scratch.path, `${dialect}-${seed}`);
    mkdirSync(cwd, { recursive: true });
    const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
    write('calls.csv', log(seed, isMoment));
    write('summary.csv', SUMMARY);
    write('stream.yaml', RULES(`{ file: calls.csv, ${zone}${MAPPING} }`));
    write('rules.yaml', RULES(`{ aggregates: figures.csv, ${zone}${MAPPING} }`));
    const asked = await leadaudit(['metrics', '--sql', dialect, ...flags], { cwd });
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    const types: Types = { ...TYPES, 'Started at': isMoment ? 'moment' : 'wall time' };
    write('figures.csv', await engine.result(join(cwd, 'calls.csv'), types, asked.stdout));
    const streaming = STREAMED.get(seed) ?? figures(cwd, ...flags, '-c', 'stream.yaml');
    STREAMED.set(seed, streaming);
    const streamed = await streaming;
    expect(streamed.metrics.length).toBeGreaterThan(60);
    expect(await figures(cwd, ...flags)).toEqual(streamed);
  });
});
