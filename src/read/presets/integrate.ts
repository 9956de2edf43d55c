import { definePreset } from './preset.ts';

/** Integrate's export of delivered leads. */
export const integrate = definePreset({
  title: 'Integrate, delivered leads',
  sources: ['decisions', 'meetings'],
  known: 'documented',
  layouts: [{ name: 'leads', header: ['leadid', 'lead status', 'disposition code'] }],
  columns: {
    id: ['leadid'],
    decision: ['lead status'],
    reason: ['disposition code'],
    note: ['custom reason'],
  },
  values: { decision: { Accepted: 'accepted', Rejected: 'rejected' } },
  derives: ['lead_id'],
  derive: (cell) => ({ lead_id: cell('leadid') }),
  traps: [
    'Known from the documentation, not from a file. The other columns are those of your campaign: map the rest, such as columns: { at: Decided } for decisions and delivered_at for meetings.',
    'A blank Lead Status means that validation failed: the lead is neither accepted nor rejected, and its row is set aside.',
    'The CSV loses accents: match by LeadID or e-mail, not by name.',
  ],
});
