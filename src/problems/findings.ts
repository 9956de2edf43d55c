import { DUTY_FINDINGS } from './duty-findings.ts';
import { type FindingRow, row } from './finding.ts';

/** Every finding, by its code. */
export const FINDINGS = {
  quarantined_rows: row(
    'error',
    'Rows were set aside',
    '{rows} of {all} rows of {file} could not be read and were set aside: {codes}',
    'A row that is not understood is never billed, and never forgotten: the report is not complete without it.',
  ),
  mended_rows: row(
    'warning',
    'Rows of a file were mended',
    '{file}: {codes}; `leadaudit inspect` shows the lines',
    'One reading of the row alone fits the columns; --strict refuses such files.',
  ),
  irregular_file: row(
    'info',
    'A file departs from a clean table',
    '{file}: {codes}',
    'No row was changed; what stands between or around the rows is told, so that nothing is dropped in silence.',
  ),
  decoded_as: row(
    'info',
    'A file is not UTF-8',
    '{file} was read as {encoding}',
    'Another encoding is told, so that strange letters have an explanation.',
  ),
  preamble: row(
    'info',
    'Lines stand before the header',
    '{file}: {lines} line(s) before the header on line {header} were not read as rows',
    'No line is left out in silence.',
  ),
  unread_columns: row(
    'info',
    'Columns that nothing was read from',
    '{file}: {columns}',
    'A column that is not read decides nothing.',
  ),
  no_claims_in_period: row(
    'warning',
    'Nothing was claimed in the period',
    'no claim belongs to {period}',
    'An empty month is more often a lost file than a lost month.',
  ),
  period_assumed: row(
    'info',
    'Invoice lines name no period',
    '{lines} invoice line(s) name no period and were taken as claims of {period}',
    'The period decides what is a wrong period.',
  ),
  conflicting_rows: row(
    'warning',
    'One row with two outcomes',
    '{id} stands in one drop with different outcomes',
    'Neither the first nor the last may win in silence.',
  ),
  evidence_conflict: row(
    'warning',
    'Sources contradict each other',
    '{id}: the stronger source says {outcome}, another says otherwise',
    'The stronger source wins; the other is shown.',
  ),
  status_on_future_slot: row(
    'warning',
    'A slot that is still to come has an outcome',
    '{id} starts after as-of, but is marked {word}',
    'Mostly a mis-click on a re-issued invitation; it is ignored.',
  ),
  unknown_previous: row(
    'info',
    'A slot refers to one that is not there',
    '{id} replaces {previous}, which no drop holds',
    'A chain whose beginning is missing may have been billed before.',
  ),
  closed_in_doubt: row(
    'warning',
    'A lead of a closed month that is in doubt',
    '{id} was paid {amount} in closed {period}, and is now {verdict} ({reason}): no money moves until that is decided',
    'What came since contradicts what was paid for.',
  ),
  replacement_at_word: row(
    'warning',
    'A replacement for a lead that was never seen',
    '{id} replaces {replaces}, which no drop holds: taken at its word',
    'What it replaces cannot be checked.',
  ),
  replacement_not_owed: row(
    'warning',
    'A replacement that is not owed',
    '{id} replaces {replaces}, which was not billed in a closed month: priced as any lead',
    'Only a lead that was paid is replaced for nothing.',
  ),
  restated_drop: row(
    'warning',
    'A newer drop says otherwise of a closed month',
    '{id} of {period}: {what}; {was} when it was closed, {is} now',
    'A month that is restated after it was paid moves money and metrics that nobody looks at any more; the vendor should say why.',
  ),
  auto_cleared: row(
    'info',
    'A small difference was cleared',
    '{amount} is paid as invoiced ({claims}): {why}',
    'The SOW lets small differences pass; which ones did must stay in sight.',
  ),
  over_commitment: row(
    'warning',
    'More is payable than was committed',
    '{used} of {commitment} is used, closed periods included',
    'A purchase order that is used up stops the payment in finance.',
  ),
  metric_outside: row(
    'warning',
    'A reported metric is outside its tolerance',
    '{metric}: reported {reported}, by the SOW {restated} ({difference})',
    'Metrics that are not accurate decide renewals and bonuses.',
  ),
  reported_not_compared: row(
    'info',
    'A reported figure was compared with nothing',
    '{metric} = {value}: not a metric of the catalogue or the SOW, of another period, or not a figure',
    'A figure that nobody checks is not a figure to rely on.',
  ),
  unused_decision: row(
    'warning',
    'A decision that belongs to nothing',
    'the decision on {id} matches no meeting or lead',
    'A rejection that reaches nothing rejects nothing.',
  ),
  decisions_without_clause: row(
    'warning',
    'Decisions without an acceptance clause',
    '{rows} decision(s) have no effect: the rules have no acceptance clause',
    'What the client decided would be lost in silence.',
  ),
  ambiguous_evidence: row(
    'warning',
    'Evidence that fits several slots',
    '{id} fits {slots}',
    "A wrong link pays for somebody else's meeting; a person must say which.",
  ),
  person_in_doubt: row(
    'warning',
    'Claims whose person is in doubt',
    '{claims} claims may be of somebody in the CRM or of somebody else: `--table links` names the rivals',
    'A wrong link takes one person for another; a person must say which.',
  ),
  other_zone: row(
    'warning',
    'Starts that lie whole hours apart',
    "{rows} rows of {files} start whole hours before or after the vendor's: is the time zone of a source right?",
    'A zone that was not told moves meetings, and some over the end of the month.',
  ),
  unused_evidence: row(
    'info',
    'Evidence that belongs to no claimed meeting',
    '{rows} row(s) of {source} match no meeting of the vendor',
    'They may be meetings that the vendor did not bring, or a key that is missing.',
  ),
  line_arithmetic: row(
    'warning',
    'A line does not multiply out',
    '{id}: {quantity} x {price} is not {amount}',
    'The amount is what is claimed; the vendor should say which of the three is wrong.',
  ),
  other_periods: row(
    'info',
    'Claims of other periods',
    '{claims} claim(s) of {periods} are not part of this report',
    'Each period has its own report.',
  ),
  linked_other_person: row(
    'warning',
    'A slot is linked to one of another person',
    '{id} ({who}) replaces {previous} ({other})',
    'A reschedule keeps the person; a new person is a new opportunity.',
  ),
  criterion_without_fact: row(
    'warning',
    'A criterion that no row can meet',
    'no drop has a column for "{field}": every lead is unknown there',
    'Mostly a misspelt field, or a column that is not mapped.',
  ),
  waiver_expired: row(
    'warning',
    'A waiver has expired',
    'the waiver of {what} by {by} ended on {expires}',
    'A decision that no longer holds should not be relied on.',
  ),
  waiver_unused: row(
    'warning',
    'A waiver fits nothing',
    'the waiver of {what} by {by} fits no chain and no finding',
    'Mostly a mistyped id.',
  ),
  waiver_without_effect: row(
    'warning',
    'A waiver changes nothing',
    'the waiver of {what} by {by} changes nothing for {id}: {why}',
    'Whoever waived it believes that it is settled.',
  ),
  claimed_across_sows: row(
    'error',
    'Several SOWs are billed for one meeting',
    '{claims} ask for the same {what}',
    'One vendor brought it; whoever pays both pays twice.',
  ),
  ...DUTY_FINDINGS,
} as const satisfies Record<string, FindingRow>;

export type FindingCode = keyof typeof FINDINGS;
