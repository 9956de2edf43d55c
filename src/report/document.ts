import { z } from 'zod';
import { CLAIM_OUTCOMES, DEADLINES, JOURNAL_ENTRIES, PRICE_LINE_KINDS, SLOT_OUTCOMES, SOURCE_NAMES } from '../model.ts';
import { TOTALS } from '../price/totals.ts';
import { amount, day, instant, row } from './fields.ts';
import { leadSchema } from './measured/lead-schema.ts';
import { measuredSchema } from './measured/schema.ts';

const terms = () =>
  z.string().nullable().describe('the amendment in force on the booking date; null: the SOW as signed');
const verdict = z.enum(['billable', 'pending', 'review', 'not_billable']);
const ruling = z.strictObject({
  rule: z.string(),
  code: z.string(),
  result: z.enum(['pass', 'pending', 'review', 'fail']),
  clause: z.string().nullable(),
  message: z.string(),
  cured_by: z.string().nullable(),
  curable: z.boolean().describe('an open window may still lift it: until then it counts as pending'),
  evidence: z.array(row),
});

/** The audit document: what `--format json` prints and every other format shows a part of. Names are fixed; more may be added. */
export const auditDocument = z.strictObject({
  schema: z.literal('leadaudit/audit@1'),
  tool: z.strictObject({ name: z.literal('leadaudit'), version: z.string() }),
  exit_code: z.int(),
  closed: z.boolean(),
  ledger: z
    .strictObject({ head: z.string().describe('SHA-256 of the newest closing'), closed: z.array(z.string()) })
    .nullable()
    .describe('the closed periods that this report builds on; null: none'),
  sow: z.strictObject({
    id: z.string(),
    client: z.string(),
    vendor: z.string(),
    currency: z.string(),
    time_zone: z.string(),
    file: z.string(),
    sha256: z.string(),
  }),
  period: z.strictObject({ from: day(), to: day(), label: z.string() }),
  as_of: instant(),
  inputs: z.array(
    z.strictObject({
      source: z.enum(SOURCE_NAMES),
      file: z.string(),
      sha256: z.string(),
      rows: z.int(),
      quarantined: z.int(),
    }),
  ),
  totals: z.strictObject({
    ...(Object.fromEntries(TOTALS.map((key) => [key, amount()])) as Record<
      (typeof TOTALS)[number],
      ReturnType<typeof amount>
    >),
    payable_if_all: amount().describe("payable, priced anew, if every pending and review item falls the vendor's way"),
    payable_if_none: amount().describe('payable, priced anew, if none of them does'),
  }),
  deadlines: z
    .array(
      z.strictObject({
        at: instant(),
        kind: z.enum(DEADLINES).describe('what must be done by then; resolves: time decides'),
        claims: z.array(z.string()),
        amount: amount().describe('at stake; of one that is over, lost'),
        over: z.boolean().describe('at as_of it is too late'),
      }),
    )
    .describe('of disputed and open claims, in order of time'),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      line_id: z.string().nullable(),
      meeting_id: z.string().nullable(),
      chain: z.string().nullable(),
      contact: z.string().nullable(),
      company: z.string().nullable(),
      outcome: z.enum(CLAIM_OUTCOMES),
      verdict: verdict.nullable(),
      reason: z.string(),
      reasons: z.array(z.string()),
      clause: z.string().nullable(),
      why: z.string(),
      claimed: amount(),
      supported: amount(),
      quantity: z.number(),
      unit_price: amount().nullable(),
      our_quantity: z.number(),
      our_unit_price: amount().nullable(),
      period: z.string(),
      recognized: day().nullable(),
      terms: terms(),
      resolves_at: instant().nullable(),
      dispute_by: instant().nullable(),
      reject_by: instant()
        .nullable()
        .describe('the last moment at which the client can reject it; null: decided, or no window'),
      lost: amount().describe('what can be withheld no longer at as_of, unless it was disputed in time'),
      needs: z.array(z.string()),
      grade: z.enum(['high', 'low']).nullable(),
      duplicate_of: z.string().nullable(),
      depends_on: z.string().nullable(),
      waived: z.boolean(),
      cleared: z.boolean().describe('a difference so small that the SOW lets it pass: it is paid, and not disputed'),
      adjusts: z
        .string()
        .nullable()
        .describe(
          'of a closed period, listed for its adjustment: the period and its claim there, 2026-05 L3; it is in no total',
        ),
      evidence: z.array(row),
      rulings: z.array(ruling),
    }),
  ),
  chains: z.array(
    z.strictObject({
      id: z.string(),
      contact: z.string().nullable(),
      company: z.string().nullable(),
      slots: z.array(
        z.strictObject({
          id: z.string(),
          starts_at: instant().nullable(),
          outcome: z.enum(SLOT_OUTCOMES).nullable(),
          evidence: z.array(row),
        }),
      ),
      verdict,
      reason: z.string(),
      amount: amount(),
      recognized: day().nullable(),
      terms: terms(),
      resolves_at: instant().nullable(),
      rulings: z.array(ruling),
    }),
  ),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(PRICE_LINE_KINDS),
      chain: z.string().nullable(),
      claims: z.array(z.string()),
      quantity: z.number(),
      unit_price: amount(),
      amount: amount(),
      tier: z.int().nullable(),
      clause: z.string().nullable(),
      recognized: day().nullable(),
      terms: terms(),
      why: z.string(),
      adjusts: z.string().nullable().describe('the closed period and its line: 2026-05 P3; null: no adjustment'),
    }),
  ),
  journal: z
    .array(
      z.strictObject({
        entry: z
          .enum(JOURNAL_ENTRIES)
          .describe(
            'expense: supported and invoiced; accrual: supported, not invoiced; reversal: of the accrual, in the next period',
          ),
        kind: z.enum(PRICE_LINE_KINDS),
        date: day(),
        amount: amount(),
        purchase_order: z.string().nullable(),
        cost_center: z.string().nullable(),
        clause: z.string().nullable(),
        lines: z.array(z.string()),
        commitment_left: amount().nullable().describe('after this entry; null: no commitment, or a reversal'),
      }),
    )
    .describe('without the reversals it comes to payable'),
  controller: z.strictObject({
    purchase_order: z.string().nullable(),
    cost_center: z.string().nullable(),
    commitment: amount().nullable(),
    used_before: amount().describe('payable of the closed periods'),
    commitment_left: amount().nullable().describe('after this period'),
    cap: z
      .strictObject({ max: z.int(), per: z.string(), taken: z.int(), left: z.int() })
      .nullable()
      .describe('places under the cap, in the span in which the period ends'),
  }),
  bridge: z.array(
    z.strictObject({ step: z.string(), amount: amount(), running: amount(), claims: z.array(z.string()) }),
  ),
  ...measuredSchema,
  ...leadSchema,
  links: z.array(
    z.strictObject({
      claim: z.string().nullable(),
      source: z.enum(SOURCE_NAMES),
      file: z.string().nullable().describe('null where no record was found'),
      line: z.int().nullable(),
      id: z.string().nullable(),
      decision: z.enum(['linked', 'review', 'none']),
      score: z.number().nullable(),
      margin: z.number().nullable(),
      reason: z.string(),
      decided: z
        .strictObject({ by: z.string(), at: day(), why: z.string() })
        .optional()
        .describe('the decision of a person that the link rests on; absent: there is none'),
      fields: z.array(
        z.strictObject({
          field: z.string(),
          level: z.string(),
          bits: z.number(),
          ours: z.string(),
          theirs: z.string(),
        }),
      ),
      rivals: z
        .array(z.string())
        .describe('what else it may be: records of the source, or slots where the record finds its slot'),
    }),
  ),
  link_decisions: z
    .strictObject({ file: z.string(), sha256: z.string(), decisions: z.int() })
    .optional()
    .describe('the file of links that a person decided; absent: there is none'),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['info', 'warning', 'error']),
      message: z.string(),
      evidence: z.array(row),
    }),
  ),
  buckets: z.array(z.strictObject({ source: z.enum(SOURCE_NAMES), bucket: z.string(), rows: z.int() })),
  assumptions: z.array(z.strictObject({ key: z.string(), value: z.string() })),
  not_checked: z.array(z.strictObject({ rule: z.string(), why: z.string() })),
});

export type AuditDocument = z.output<typeof auditDocument>;
export type DocumentClaim = AuditDocument['claims'][number];
