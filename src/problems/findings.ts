import { DUTY_FINDINGS } from './duty-findings.ts';
import { type FindingRow, row } from './finding.ts';
import { INPUT_FINDINGS } from './input-findings.ts';

/** Every finding, by its code. */
export const FINDINGS = {
  ...INPUT_FINDINGS,
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
  lines_without_ids: {
    ...row(
      'info',
      'Invoice lines that name no meeting',
      '{lines} line(s) of {file} name no meeting and no lead; {rows} row(s) that ask for money answer them, in order of recognition{unread}',
      "Which meeting such a line bills is nobody's word. Mostly the column with the ids was not read: map it with `columns: { meeting_id: ... }`.",
    ),
    or: 'warning',
  },
  lines_by_name: row(
    'info',
    'Invoice lines that are tied by name',
    '{lines} line(s) of {file} have no id and are for whom they name (`--table links`)',
    'A name says less than an id: `explain` shows for each what it was taken for, and `leadaudit review` asks where it may be several.',
  ),
  lines_in_doubt: row(
    'warning',
    'Invoice lines that may bill one or another',
    '{lines} line(s) of {file} have no id, and do not say clearly whom they are for: `leadaudit review` asks',
    'What is billed for one must not be paid for another; until a person has said which, the line is open.',
  ),
  line_names_another: row(
    'warning',
    'An invoice line bills one and names another',
    'line {id} bills {meeting}, which is {who}, and names {whom}',
    'The id counts. One of the two is wrong: an id that was used again, or a name that slipped by a row.',
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
    '{metric}: reported {reported}, by the SOW {restated} ({difference}){reading}',
    'Metrics that are not accurate decide renewals and bonuses.',
  ),
  anomaly: row(
    'warning',
    'An anomaly test gives a signal',
    '{test}{subject}: {says}',
    'A signal asks for a check: it is no proof, moves no money, and each test says what else looks like it.',
  ),
  drift: row(
    'warning',
    'A metric has drifted from its baseline',
    '{metric} is {side} its baseline of {baseline} from {day} on ({methods})',
    'A slow decline is seen late by eye; nobody disputes what nobody sees.',
  ),
  reported_not_compared: row(
    'info',
    'A reported figure was compared with nothing',
    '{metric} = {value}: not a metric of the catalogue or the SOW, of another period or a part that is not asked for, reported twice with two figures, a share of which nobody can tell if it is in percent, or not a figure',
    'A figure that nobody checks is not a figure to rely on.',
  ),
  reported_contradiction: row(
    'warning',
    'A reported share and its own fraction are two figures',
    '{metric} = {value}: the fraction is {fraction}; neither is compared',
    'One of the two is wrong, and the vendor knows which.',
  ),
  unused_decision: row(
    'warning',
    'A decision that belongs to nothing',
    'the decision on {id} matches no meeting or lead{near}',
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
    "A wrong link pays for somebody else's meeting; a person must say which: `leadaudit review` asks.",
  ),
  person_in_doubt: row(
    'warning',
    'Claims whose person is in doubt',
    '{claims} claims may be of somebody in the CRM or of somebody else: `--table links` names the rivals',
    'A wrong link takes one person for another; a person must say which: `leadaudit review` asks.',
  ),
  link_decision_changed: row(
    'warning',
    'A decided link whose evidence changed',
    'what {by} decided on {at} of {claim} and {record} holds no more: {what}',
    'The decision was made on other values; `leadaudit review` asks again where it is still in doubt.',
  ),
  link_decision_unused: row(
    'warning',
    'A decided link that fits nothing',
    'what {by} decided on {at} of {claim} and {record} fits nothing: {what}',
    'Mostly a row that is no longer exported, or a mistyped id.',
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
  control_total: row(
    'warning',
    'An invoice states another total than its lines come to',
    '{file} states a total of {total}; its {rows} line(s) come to {sum} ({off} off)',
    'Lines that are missing, or stand there twice, change the sum and nothing else; what is claimed is the lines.',
  ),
  longer_periods: row(
    'warning',
    'Claims of a period that is longer than the report',
    '{claims} claim(s) of {periods} span more than this report, and are in none of its sums',
    'Nobody can say which part of them is for this period: --period judges them in one piece, or a line a month does.',
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
  person_again: row(
    'warning',
    'A person who was a lead before, under other keys',
    '{id} ({who}) is the person of {of} ({whom}), delivered {at}: by {keys} they are two',
    "A second address or another spelling makes a new lead of an old one, which the SOW's keys do not see.",
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
