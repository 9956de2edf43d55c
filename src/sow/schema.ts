import { z } from 'zod';
import { RULES } from '../judge/rules/table.ts';
import { metricDefinition } from '../measure/definition.ts';
import { CONFIGURED_SOURCES } from '../model.ts';
import { FEES } from '../price/fees/table.ts';
import { isEncoding } from '../read/encoding.ts';
import { LENGTH_UNITS, type LengthUnit } from '../read/lengths.ts';
import { PRESETS } from '../read/presets/table.ts';
import { fieldsOf } from '../read/source-table.ts';
import { isZoneOrOffset } from '../read/zone-words.ts';
import { ANOMALY_NAMES } from './anomaly-names.ts';
import {
  country,
  currency,
  date,
  domain,
  duration,
  minuteOfDay,
  moment,
  money,
  share,
  text,
  zoneName,
} from './scalars.ts';
import { columnsOf } from './source-columns.ts';
import { FUNCTIONS, LEVELS } from './titles.ts';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const sow = z.strictObject({
  id: text(),
  client: text(),
  client_domains: z.array(domain()).describe("whose people are the client's").default([]),
  vendor: text(),
  vendor_domains: z.array(domain()).default([]),
  currency: currency(),
  time_zone: zoneName().describe('decides every date and month'),
  country: country().describe('how a phone number without a country code is read').optional(),
  starts: date().describe('in term: booked on or after this day').optional(),
  ends: date().describe('the last day').optional(),
  business_hours: z
    .strictObject({
      days: z.array(z.enum(DAYS)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
      open: minuteOfDay().prefault('09:00'),
      close: minuteOfDay().prefault('17:00'),
      holidays: z
        .union([z.array(date()), text()], { error: 'expected a list of dates, or the path of an .ics file' })
        .describe('dates, or the path of an .ics file')
        .default([]),
    })
    .optional(),
});

const FILE = {
  file: text().describe('a path, a glob or `-`; `<period>` becomes the label of the audited period').optional(),
};
/** How a file is read, whatever its source. */
const HOW = {
  received: moment().describe('when it came').optional(),
  preset: z
    .enum(Object.keys(PRESETS) as [keyof typeof PRESETS, ...(keyof typeof PRESETS)[]])
    .describe('a named reader')
    .default('generic'),
  time_zone: zoneName().describe('of timestamps without an offset').optional(),
  zones: z
    .record(
      z.string(),
      text().refine(isZoneOrOffset, { error: 'no time zone and no offset; such as America/Chicago or "-06:00"' }),
    )
    .describe("word for a zone: time zone or offset; default: words of the SOW's continent that fit their dates")
    .optional(),
  dates: text().describe('mdy, dmy, ymd, iso or a date-fns pattern').optional(),
  decimals: z
    .enum(['point', 'comma'])
    .describe('what stands before decimals; default: decided per column from all rows')
    .optional(),
  only: z
    .record(z.string(), z.array(text()).min(1))
    .describe(
      'header: the cells of the rows that are read, such as `{ Type: [Voice] }`; the others are left out, and counted',
    )
    .optional(),
  encoding: text()
    .refine(isEncoding, {
      error: 'no encoding of this name; such as utf-8, utf-16le, windows-1252, iso-8859-2, shift_jis',
    })
    .describe('of a file that is neither UTF-8 nor UTF-16; default: told from its bytes')
    .optional(),
};
const wordsOfText = z.record(z.string(), text()).optional();

/** One or many entries of one source; columns and values may only name its fields. */
type Configured = (typeof CONFIGURED_SOURCES)[number];

function source(name: Configured) {
  const fields = Object.keys(fieldsOf(name));
  const words = Object.entries(fieldsOf(name)).flatMap(([field, f]): [string, z.ZodType][] => {
    if (f.words) return [[field, z.record(z.string(), z.enum(f.words)).optional()]];
    return f.kind === 'text' ? [[field, wordsOfText]] : [];
  });
  const lengths = Object.entries(fieldsOf(name)).flatMap(([field, f]) => (f.kind === 'seconds' ? [field] : []));
  const entry = z
    .strictObject({
      ...FILE,
      ...(name === 'calls' ? WAREHOUSE : {}),
      ...HOW,
      columns: columnsOf(name).optional(),
      values: z
        .strictObject(Object.fromEntries(words))
        .describe('raw value: canonical value; "" is an empty cell')
        .optional(),
      ...(lengths.length
        ? {
            units: z
              .partialRecord(z.enum(lengths), z.enum(Object.keys(LENGTH_UNITS) as [LengthUnit, ...LengthUnit[]]))
              .describe('what a bare number of a column of lengths is, where its header does not say it')
              .optional(),
          }
        : {}),
      ...(fields.includes('sent_at')
        ? {
            sent_at: moment()
              .describe('when this version of the list was sent to the vendor, where its rows do not say it')
              .optional(),
          }
        : {}),
      ...(name === 'crm'
        ? { default_outcome: text().describe('the value that means "nobody edited it"').optional() }
        : {}),
    })
    .refine((e) => e.file !== undefined || ('aggregates' in e && e.aggregates !== undefined), { error: 'needs `file`' })
    .refine((e) => !('aggregates' in e) || e.aggregates === undefined || e.file === undefined, {
      error: '`file` has rows and `aggregates` figures of them: name one',
    });
  return z
    .union([z.array(entry).min(1), entry.transform((one) => [one])], {
      error: 'expected an entry such as `{ file: drop.csv }`, or a list of such',
    })
    .refine((all) => all.length === 1 || all.every((e) => e.file !== undefined), {
      error: 'figures of a warehouse stand alone: different calls cannot be told apart in them',
    });
}

/** Calls that stay where they are: what `metrics --sql` asks of them. */
const WAREHOUSE = {
  aggregates: text().describe('the result of `metrics --sql`, computed in a warehouse, in place of rows').optional(),
  table: text().describe('the table of calls in the warehouse, such as dialer.calls; default: calls').optional(),
};

type Table = Readonly<Record<string, { readonly params: z.ZodType }>>;
type Blocks<T extends Table> = { [K in keyof T]: T[K]['params'] };
/** The schema of a section whose blocks are rows of a table. */
function blocks<T extends Table>(table: T, always: readonly (keyof T)[]) {
  const shape = Object.fromEntries(
    Object.entries(table).map(([key, row]) => [key, always.includes(key) ? row.params : row.params.optional()]),
  );
  return z.strictObject(shape as { [K in keyof Blocks<T>]: z.ZodOptional<Blocks<T>[K]> });
}

/** Which anomaly tests run, and how many of their signals may be false. */
export const anomalyChecks = z.strictObject({
  enabled: z
    .union([z.literal('all'), z.array(z.enum(ANOMALY_NAMES))], {
      error: `expected \`all\`, or a list of ${ANOMALY_NAMES.join(', ')}`,
    })
    .default('all'),
  disabled: z.array(z.enum(ANOMALY_NAMES)).default(['benford_first_digit']),
  false_discovery: share().prefault('0.05'),
});

export const sowSchema = z.strictObject({
  version: z.literal('1', { error: 'expected 1, the version of the rules file' }).meta({ type: 'integer', const: 1 }),
  sow,
  sources: z
    .strictObject(
      Object.fromEntries(CONFIGURED_SOURCES.map((name) => [name, source(name).optional()])) as {
        [S in Configured]: z.ZodOptional<ReturnType<typeof source>>;
      },
    )
    .prefault({}),
  matching: z
    .strictObject({
      same_meeting_within: duration().describe('records of one event').prefault('5 minutes'),
      shifted_start_within: duration()
        .describe('still the same meeting when the person is the same')
        .prefault('2 hours'),
      rebooked_within: duration().describe("the same contact's next booking continues the chain").prefault('30 days'),
      free_mail: z.array(domain()).describe('never an account key; added to the built-in list').default([]),
      titles: z
        .array(
          z.strictObject({
            title: text().describe('words of the title; `*` leaves an end of a word open, `...` words between'),
            level: z.enum(LEVELS).optional(),
            functions: z.array(z.enum([...FUNCTIONS, 'any'])).optional(),
          }),
        )
        .describe('what titles of this SOW mean; read before the built-in ladder')
        .default([]),
    })
    .prefault({}),
  rules: blocks({ ...RULES, evidence: { ...RULES.evidence, params: RULES.evidence.params.prefault({}) } }, [
    'evidence',
  ]).prefault({}),
  amendments: z
    .array(
      z
        .strictObject({
          from: date().describe('the first booking day for which it holds'),
          name: text().describe('what it is called in reports').optional(),
          rules: z
            .record(z.string(), z.unknown())
            .describe('blocks of `rules`, of each only the keys that change')
            .default({}),
          strike: z.array(text()).describe('keys of `rules` that no longer hold, such as no_show.attempts').default([]),
        })
        .refine((a) => Object.keys(a.rules).length + a.strike.length > 0, { error: 'changes nothing' }),
    )
    .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, {
      error: 'two amendments hold from the same day: make them one',
    })
    .describe('clauses that were agreed later; the booking date decides which hold')
    .default([]),
  fees: blocks(FEES, ['order', 'rounding']).prefault({}),
  metrics: z
    .record(z.string(), metricDefinition)
    .refine(
      (all) => Object.entries(all).every(([id, m]) => m.contracted === undefined || id === 'capacity_delivered'),
      {
        error: '`contracted` is the promise behind capacity_delivered, and behind no other metric',
      },
    )
    .default({}),
  checks: z
    .strictObject({
      coverage: z
        .strictObject({
          empty_drop: z.enum(['error', 'warning', 'ignore']).optional(),
          rows_vs_last: share().optional(),
          header_drift: z.enum(['error', 'warning', 'ignore']).optional(),
          quarantine: share().optional(),
        })
        .optional(),
      anomalies: anomalyChecks.optional(),
      drift: z
        .strictObject({
          metric: text(),
          method: z.array(z.enum(['p_chart', 'ewma', 'cusum'])).min(1),
          baseline: z.strictObject({ from: date(), to: date() }),
        })
        .optional(),
      calling_hours: text().describe('the path of a dated calendar').optional(),
    })
    .optional(),
  controller: z
    .strictObject({ purchase_order: text().optional(), cost_center: text().optional(), commitment: money().optional() })
    .optional(),
  waivers: text().describe('the path of a file of waivers').optional(),
  links: text()
    .describe('the path of the file of links decided by a person; links.yaml where it is not named')
    .optional(),
  ledger: text().describe('the folder of closed periods').optional(),
});
export type SowFile = z.output<typeof sowSchema>;
