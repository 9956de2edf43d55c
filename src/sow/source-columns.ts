import { z } from 'zod';
import type { CONFIGURED_SOURCES } from '../model.ts';
import { fieldsOf } from '../read/source-table.ts';
import { text } from './scalars.ts';

/** A header, or several that are tried in order. */
const headers = () => z.union([text(), z.array(text()).min(1)], { error: 'expected a header, or a list of headers' });
type Columns = Readonly<Record<string, unknown>>;
/** Fields that are made of several columns in one of these ways. */
const madeBy = (columns: Columns, way: 'date' | 'join' | 'outbound'): string[] =>
  Object.entries(columns).flatMap(([field, rule]) =>
    typeof rule === 'object' && rule !== null && Object.hasOwn(rule, way) ? [field] : [],
  );

const column = z.union(
  [
    headers(),
    z
      .strictObject({ date: headers(), time: headers().optional(), zone: headers().optional() })
      .refine(({ time, zone }) => time !== undefined || zone !== undefined, { error: 'needs `time`, `zone` or both' }),
    z.strictObject({ join: z.array(text()).min(2) }),
    z.strictObject({ outbound: headers(), inbound: headers() }),
    z.strictObject({ first_filled: z.array(text()).min(2) }),
  ],
  {
    error:
      'expected a header, a list of headers, `{ date: HEADER, time: HEADER, zone: HEADER }`, `{ join: [HEADER, HEADER] }`, `{ first_filled: [HEADER, HEADER] }`, or of calls `{ outbound: HEADER, inbound: HEADER }`',
  },
);

/** Which columns the fields of a source stand in. */
export function columnsOf(name: (typeof CONFIGURED_SOURCES)[number]) {
  const fields = Object.keys(fieldsOf(name));
  const canonical = name === 'meetings' ? z.union([z.enum(fields), z.string().regex(/^answers\../)]) : z.enum(fields);
  return z
    .partialRecord(canonical, column)
    .refine((columns) => madeBy(columns, 'date').every((field) => fieldsOf(name)[field]?.kind === 'instant'), {
      error: (issue) =>
        `only a moment can have its date, its time and its zone in columns of their own; ${madeBy(issue.input as Columns, 'date')[0]} is none`,
    })
    .refine((columns) => madeBy(columns, 'join').every((field) => fieldsOf(name)[field]?.kind === 'text'), {
      error: (issue) => `only a text can be joined from columns; ${madeBy(issue.input as Columns, 'join')[0]} is none`,
    })
    .refine((columns) => madeBy(columns, 'outbound').every((field) => name === 'calls' && field !== 'direction'), {
      error: (issue) =>
        `only what stands in another column of calls that came in has \`outbound\` and \`inbound\`; ${madeBy(issue.input as Columns, 'outbound')[0]} does not`,
    })
    .describe(
      'canonical name: header, or a list of headers tried in order; `{ date: HEADER, time: HEADER, zone: HEADER }` where the day of a moment, its time or its zone stand apart; `{ join: [HEADER, HEADER] }` for a text that several columns make, such as an id where no column has one; `{ first_filled: [HEADER, HEADER] }` for the first of several that is not empty in a row; of calls `{ outbound: HEADER, inbound: HEADER }` where a column holds the caller, whoever that is',
    );
}
