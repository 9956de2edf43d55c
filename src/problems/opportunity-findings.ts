import { row } from './finding.ts';

/** Findings on opportunities of which nobody can tell whose they are. */
export const OPPORTUNITY_FINDINGS = {
  lost_in_doubt: row(
    'warning',
    'A lost opportunity that may be of a lead',
    '{id} of {account} was lost, and its contact ({contact}) is not surely a lead of the vendor: if it came of {ids}, {share} of the fee comes back',
    'The buyer is often not the one who was met. The id of the lead decides it, and so does `leadaudit review` where it asks.',
  ),
  opportunities_in_doubt: {
    ...row(
      'info',
      'Opportunities that may be of a lead',
      '{rows#} {rows|opportunity|opportunities} may be of a lead of the vendor, or of somebody else at the account: `leadaudit review` asks',
      'What came of a lead decides clawbacks and what is paid for an opportunity; an account alone does not say whose it was.',
    ),
    or: 'warning',
  },
} as const;
