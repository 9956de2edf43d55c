/** Reasons that come from matching claims and prices, not from a rule. */
export const MONEY_REASONS: Readonly<Record<string, string>> = {
  over_cap: 'The unit lies beyond the cap of the SOW: unpaid, or counted in the next period',
  unknown_claim: 'The line bills something that no drop holds',
  unknown_person: 'The line names somebody whom no drop holds',
  line_in_doubt: 'The line may bill one of several, and does not say which',
  duplicate_row: 'The same meeting id is claimed twice in one period',
  duplicate_event:
    'Another row of the same event is claimed already (a booking and its calendar copy, or two slots of one chain)',
  retainer: 'The line asks for the retainer',
  setup: 'The line asks for the setup fee',
  hours: 'The line asks for hours, which are counted from the sessions of agents',
  shortfall: 'The line asks for what is short of the minimum',
  fee_used_up: 'The fee is owed, and other lines of the invoice ask for all of it',
  not_owed: 'The SOW has this fee, but nothing of it is owed in the period',
  no_such_fee: 'The line bills a kind of fee that the SOW does not have',
  tax: 'The line asks for tax',
  adjustment: 'The line corrects a closed period: it answers our adjustment',
  sla_credit: 'The line gives a credit for a missed service level',
  late_report_credit: 'The line gives a credit for a late report',
  clawback: 'The line gives back part of a fee',
};
