import { acuity } from './acuity.ts';
import { aircall } from './aircall.ts';
import { amazonConnect } from './amazon-connect.ts';
import { asterisk } from './asterisk.ts';
import { bookingLog } from './booking-log.ts';
import { calcom } from './calcom.ts';
import { calendly } from './calendly.ts';
import { calendlyApi } from './calendly-api.ts';
import { calendlyWebhook } from './calendly-webhook.ts';
import { chiliPiper } from './chili-piper.ts';
import { close } from './close.ts';
import { dynamics } from './dynamics.ts';
import { five9 } from './five9.ts';
import { freeswitch } from './freeswitch.ts';
import { generic } from './generic.ts';
import { genesysCloud } from './genesys-cloud.ts';
import { gohighlevel } from './gohighlevel.ts';
import { googleCalendar } from './google-calendar.ts';
import { googleMeet } from './google-meet.ts';
import { hubspotMeetings } from './hubspot-meetings.ts';
import { integrate } from './integrate.ts';
import { niceCxone } from './nice-cxone.ts';
import { outcomeLog } from './outcome-log.ts';
import { outlookCalendar } from './outlook-calendar.ts';
import { pipedrive } from './pipedrive.ts';
import { ringcentral } from './ringcentral.ts';
import { salesforceEvents } from './salesforce-events.ts';
import { teamsAttendance } from './teams-attendance.ts';
import { teamsGraph } from './teams-graph.ts';
import { twilio } from './twilio.ts';
import { vicidial } from './vicidial.ts';
import { zoom } from './zoom.ts';
import { zoomApi } from './zoom-api.ts';
import { zoomWebinar } from './zoom-webinar.ts';

/** Every system whose exports can be read by name. A new one is one file and one row. */
export const PRESETS = {
  generic,
  calendly,
  'calendly-api': calendlyApi,
  'calendly-webhook': calendlyWebhook,
  calcom,
  acuity,
  'chili-piper': chiliPiper,
  'google-calendar': googleCalendar,
  'outlook-calendar': outlookCalendar,
  'teams-attendance': teamsAttendance,
  'teams-graph': teamsGraph,
  zoom,
  'zoom-api': zoomApi,
  'zoom-webinar': zoomWebinar,
  'google-meet': googleMeet,
  'hubspot-meetings': hubspotMeetings,
  'salesforce-events': salesforceEvents,
  pipedrive,
  dynamics,
  close,
  gohighlevel,
  five9,
  vicidial,
  asterisk,
  freeswitch,
  'genesys-cloud': genesysCloud,
  aircall,
  'amazon-connect': amazonConnect,
  twilio,
  'nice-cxone': niceCxone,
  ringcentral,
  'outcome-log': outcomeLog,
  'booking-log': bookingLog,
  integrate,
} as const;
export type PresetName = keyof typeof PRESETS;
