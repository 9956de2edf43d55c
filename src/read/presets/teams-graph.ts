import { definePreset } from './preset.ts';

const RECORD = 'attendancerecords';

/** Attendance report of Microsoft Graph, with its records expanded. */
export const teamsGraph = definePreset({
  title: 'Microsoft Teams, attendance report of the Graph API',
  sources: ['attendance'],
  known: 'documented',
  layouts: [
    {
      name: 'report with attendanceRecords',
      header: [`${RECORD}.attendanceintervals.joindatetime`],
      rows: 'attendanceRecords.attendanceIntervals',
    },
  ],
  columns: {
    meeting_id: ['id'],
    meeting_starts_at: ['meetingstartdatetime'],
    email: [`${RECORD}.emailaddress`],
    joined_at: [`${RECORD}.attendanceintervals.joindatetime`],
    left_at: [`${RECORD}.attendanceintervals.leavedatetime`],
    role: [`${RECORD}.role`],
  },
  values: {},
  derives: ['name'],
  derive: (cell) => ({ name: cell(`${RECORD}.identity.displayname`) || cell(`${RECORD}.emailaddress`) }),
  zone: 'UTC',
  sentinels: ['None'],
  traps: [
    'Without `$expand=attendanceRecords` the report has no people: that is not a meeting to which nobody came.',
    "Intervals may lie far outside the meeting (the maker's own sample does): look at them before you dispute.",
    'The id is that of the report: a meeting started twice has two.',
  ],
});
