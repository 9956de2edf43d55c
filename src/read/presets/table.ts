import { calendly } from './calendly.ts';
import { five9 } from './five9.ts';
import { generic } from './generic.ts';
import { hubspotMeetings } from './hubspot-meetings.ts';
import { teamsAttendance } from './teams-attendance.ts';

/** Every system whose exports can be read by name. A new one is one file and one row. */
export const PRESETS = {
  generic,
  calendly,
  five9,
  'hubspot-meetings': hubspotMeetings,
  'teams-attendance': teamsAttendance,
} as const;
