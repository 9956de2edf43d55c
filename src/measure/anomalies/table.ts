import type { AnomalyName } from '../../sow/anomaly-names.ts';
import type { Anomaly } from './anomaly.ts';
import { benfordFirstDigit } from './benford.ts';
import { callingHours } from './calling-hours.ts';
import { controlGroup } from './control-group.ts';
import { conversionOutlier } from './conversion-outlier.ts';
import { dispositionDrift } from './disposition-drift.ts';
import { identicalDurations } from './identical-durations.ts';
import { impossibleRate } from './impossible-rate.ts';
import { leadSplitting } from './lead-splitting.ts';
import { meetingHours } from './meeting-hours.ts';
import { monthEndBunching } from './month-end-bunching.ts';
import { offRoster } from './off-roster.ts';
import { oneSided } from './one-sided.ts';
import { outOfHours } from './out-of-hours.ts';
import { outsideSessions } from './outside-sessions.ts';
import { overlappingCalls } from './overlapping-calls.ts';
import { recordingLength } from './recording-length.ts';
import { repeatAttendee } from './repeat-attendee.ts';
import { sharedContact } from './shared-contact.ts';
import { shortCalls } from './short-calls.ts';
import { showRateImplausible } from './show-rate-implausible.ts';
import { speedRun } from './speed-run.ts';
import { sumChecks } from './sum-checks.ts';
import { talkTooShort } from './talk-too-short.ts';
import { terminalDigits } from './terminal-digits.ts';
import { tooSmooth } from './too-smooth.ts';

/** Every anomaly test by its name in `checks.anomalies`. Drift (A15) is `checks.drift`. */
export const ANOMALIES: Readonly<Record<AnomalyName, Anomaly>> = {
  overlapping_calls: overlappingCalls,
  outside_sessions: outsideSessions,
  impossible_rate: impossibleRate,
  talk_too_short: talkTooShort,
  recording_length_differs: recordingLength,
  identical_durations: identicalDurations,
  terminal_digits: terminalDigits,
  benford_first_digit: benfordFirstDigit,
  out_of_hours: outOfHours,
  meeting_hours: meetingHours,
  month_end_bunching: monthEndBunching,
  shared_contact: sharedContact,
  repeat_attendee: repeatAttendee,
  conversion_outlier: conversionOutlier,
  control_group: controlGroup,
  disposition_drift: dispositionDrift,
  short_calls: shortCalls,
  lead_splitting: leadSplitting,
  speed_run: speedRun,
  sum_checks: sumChecks,
  too_smooth: tooSmooth,
  one_sided: oneSided,
  show_rate_implausible: showRateImplausible,
  calling_hours: callingHours,
  off_roster: offRoster,
};
