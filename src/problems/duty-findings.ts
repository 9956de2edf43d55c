import { type FindingRow, row } from './finding.ts';

/** What vendor and client owe each other beside the meetings, and did not do. */
export const DUTY_FINDINGS = {
  low_fill: row(
    'warning',
    'A field is filled too seldom',
    '{field} is filled in {filled#} of {rows#} {rows|row|rows}',
    'The SOW says which share of cells must be filled.',
  ),
  not_recorded: row(
    'warning',
    'A recording is missing',
    '{id}: no recording of the meeting of {at} is known to the client',
    'The vendor owes the recording; its own cell is only its word.',
  ),
  recording_length: row(
    'warning',
    'A recording has another length than stated',
    '{id}: {stated} s stated, {found} s found',
    'A recording that is shorter than the talk does not show the talk.',
  ),
  late_report: row(
    'warning',
    'The report came late',
    'the drop came on {at}; it was due on {due}',
    'A late report shortens the time in which it can be disputed.',
  ),
  missing_field: row(
    'warning',
    'A required field is not filled',
    '{field} is empty in {empty#} of {rows#} {rows|row|rows}',
    'What is not reported cannot be checked.',
  ),
  missing_reason: row(
    'warning',
    'A reason is missing',
    '{rows#} {rows|row|rows} with an outcome that needs a reason ({outcomes}) {rows|has|have} none',
    'Without reasons nobody learns why leads fail.',
  ),
  late_feedback: row(
    'warning',
    'The client gave no feedback in time',
    '{id}: no decision by {end}',
    'The audit is symmetric: feedback is what the client owes.',
  ),
  late_handover: row(
    'warning',
    'A batch of leads was handed over late',
    'the batch after that of {last} was due by {end}; it came: {at}',
    'Leads that come late are cold.',
  ),
  late_follow_up: row(
    'warning',
    'An accepted lead was not followed up in time',
    '{id}: no touch by {end}',
    'An accepted lead that nobody calls is lost by the client.',
  ),
  late_first_attempt: row(
    'warning',
    'A lead that was handed over was not tried in time',
    '{id}: handed over on {at}, first tried {first}',
    'The SOW says how soon the vendor must try.',
  ),
  embargo_touch: row(
    'warning',
    'The client touched an assigned account',
    '{kind} to {who} on {at}',
    'The client promised to leave assigned accounts to the vendor.',
  ),
  too_many_touches: row(
    'warning',
    'One person was touched too often',
    '{email}: {touches#} {touches|touch|touches} from {from}, the clause allows {max} in {per}',
    'Two firms that crowd one person spoil the account.',
  ),
  too_few_attempts: row(
    'warning',
    'Too few attempts after a no-show',
    '{id}: {attempts#} {attempts|attempt|attempts} after the no-show of {at}; the clause asks for {owed}',
    'The vendor owes the work that cures a no-show.',
  ),
} as const satisfies Record<string, FindingRow>;
