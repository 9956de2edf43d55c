import { z } from 'zod';
import { auditDocument } from '../document.ts';
import { amount } from '../fields.ts';

const { tool, sow, period, as_of } = auditDocument.shape;
const finding = auditDocument.shape.findings.element.shape;

const sums = {
  claimed: amount(),
  supported: amount().describe('of the claims'),
  disputed: amount(),
  open: amount().describe('pending or in review'),
  undisputed: amount().describe(
    'denied but not disputed: small differences that were cleared, and credits that answer nothing; claimed = supported + disputed + open + undisputed',
  ),
  payable: amount().describe('supported, and what is owed without a claim, fees and credits'),
};

/** The document of several SOWs. Names are fixed; more may be added. */
export const auditsDocument = z.strictObject({
  schema: z.literal('leadaudit/audits@1'),
  tool,
  exit_code: z.int().describe('the worst of all'),
  summary: z.array(
    z.strictObject({
      sow: sow.shape.id,
      client: sow.shape.client,
      vendor: sow.shape.vendor,
      file: z.string().describe('the rules file, as it was named'),
      currency: sow.shape.currency,
      period,
      as_of,
      ...sums,
      claims: z.int(),
      claims_disputed: z.int(),
      dispute_by: auditDocument.shape.claims.element.shape.dispute_by.describe('the first deadline'),
      quarantined: z.int().describe('rows that could not be read and are in no sum'),
      exit_code: z.int(),
    }),
  ),
  totals: z
    .array(z.strictObject({ currency: sow.shape.currency, period, sows: z.int(), ...sums }))
    .describe('of each currency and period; currencies are never added'),
  not_audited: z.array(z.string()).describe('rules files of SOWs that are in no sum: their problems are on stderr'),
  findings: z.array(
    z.strictObject({
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      evidence: z.array(finding.evidence.element.extend({ sow: sow.shape.id })),
    }),
  ),
  audits: z.array(auditDocument).describe('a report each; empty where they are written to files of their own'),
});

export type AuditsDocument = z.output<typeof auditsDocument>;
