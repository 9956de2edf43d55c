import { acceptance } from './acceptance.ts';
import { accountCap } from './account-cap.ts';
import { accounts } from './accounts.ts';
import { attendance } from './attendance.ts';
import { attribution } from './attribution.ts';
import { billable } from './billable.ts';
import { bothAbsent } from './both-absent.ts';
import { clientDuties } from './client-duties.ts';
import { clientReschedule } from './client-reschedule.ts';
import { duplicates } from './duplicates.ts';
import { embargo } from './embargo.ts';
import { evidence } from './evidence.ts';
import { exclusions } from './exclusions.ts';
import { noShow } from './no-show.ts';
import { prospectReschedule } from './prospect-reschedule.ts';
import { qualification } from './qualification.ts';
import { recordings } from './recordings.ts';
import { reporting } from './reporting.ts';
import { submission } from './submission.ts';
import { termination } from './termination.ts';

/** Every block of `rules:`, by its key. A new rule is one file and one row here. */
export const RULES = {
  billable,
  qualification,
  accounts,
  exclusions,
  attribution,
  duplicates,
  account_cap: accountCap,
  attendance,
  no_show: noShow,
  prospect_reschedule: prospectReschedule,
  client_reschedule: clientReschedule,
  both_absent: bothAbsent,
  acceptance,
  evidence,
  recordings,
  reporting,
  submission,
  client_duties: clientDuties,
  embargo,
  termination,
} as const;

export type RuleKey = keyof typeof RULES;
