import { type CellOf, definePreset, type Texts } from './preset.ts';

/** French files write `19/01/2021 à 09:58:51`. */
const time = (text: string): string => text.replace(/\s+à\s+/, ' ');

const LEFT = /^(left|a quitté)/i;

/** The layout of 2020 has a row for each joining and leaving; a leaving ends the oldest presence of that name that is open. */
function presences(rows: readonly CellOf[]): { row: number; texts: Texts }[] {
  const found: { row: number; texts: Record<string, string> }[] = [];
  for (const [row, cell] of rows.entries()) {
    const name = cell('full name') || cell('nom complet');
    const at = time(cell('timestamp') || cell('date et heure'));
    const action = cell('user action') || cell('action de l’utilisateur') || cell("action de l'utilisateur");
    const open = LEFT.test(action) ? found.find(({ texts }) => texts.name === name && !texts.left_at) : undefined;
    if (open) open.texts.left_at = at;
    else found.push({ row, texts: LEFT.test(action) ? { name, left_at: at } : { name, joined_at: at } });
  }
  return found;
}

const presence = (cell: CellOf): Texts => ({
  name: cell('name') || cell('full name'),
  joined_at: time(cell('join time')),
  left_at: time(cell('leave time')),
  email: cell('email'),
  role: cell('role'),
});

/** Microsoft Teams attendance report; since 2022 one row a join, from section "3. In-Meeting activities". */
export const teamsAttendance = definePreset({
  title: 'Microsoft Teams, attendance report',
  sources: ['attendance'],
  known: 'seen',
  layouts: [
    {
      name: 'since 2022',
      section: /^3\. /,
      header: ['name', 'join time', 'leave time'],
      before: { meeting_title: ['meeting title'], meeting_starts_at: ['start time'] },
    },
    {
      name: 'since 2022, in another language',
      section: /^3\. /,
      header: [],
      names: ['name', 'join time', 'leave time', 'duration', 'email', 'role'],
    },
    {
      name: '2021',
      header: ['full name', 'join time', 'leave time'],
      before: {
        meeting_id: ['meeting id'],
        meeting_title: ['meeting title'],
        meeting_starts_at: ['meeting start time'],
      },
    },
    { name: '2020', header: ['full name', 'user action', 'timestamp'] },
    { name: '2020, French', header: ['nom complet', 'date et heure'] },
  ],
  columns: {},
  values: {},
  derives: ['name', 'joined_at', 'left_at', 'email', 'role'],
  reshape: (rows) =>
    rows.some((cell) => cell('timestamp') || cell('date et heure'))
      ? presences(rows)
      : rows.map((cell, row) => ({ row, texts: presence(cell) })),
  traps: [
    'Dates are in the locale of whoever downloaded the file, and without a zone: name time_zone, and dates where the file fits both orders.',
    'Only people who joined are listed: an absence needs a list of who was invited.',
    'Section 2 has one row a person from first join to last leave; the joins of section 3 are read instead.',
    'The column "Email" is read; the UPN of guests is another address. The number of participants and the lengths are not read: they may contradict the rows.',
    'A spreadsheet that stores the file again may split date and time into two cells: export it anew.',
    'A restart by the organizer gives a second report of one meeting; people may opt out of reports, and admins may hide times.',
    'Note takers join like people; leadaudit does not count them.',
    'The layout of 2020 has no address, and who downloads it in the meeting has not left yet: such a row is set aside. English and French only.',
    'In other languages than English the title and start of the meeting are not read, and the layout of 2021 is not evidenced.',
  ],
});
