import { type Found, found } from '../judge/rule.ts';
import { attendeesIn } from '../link/attendees.ts';
import { namedById, peopleById } from '../link/contact-ids.ts';
import type { SourceName } from '../model.ts';
import { effectOf, type Problem } from '../problems/problem.ts';
import type { CrmMeeting } from '../read/records.ts';
import { inForce } from '../sow/amendments.ts';
import { ownFiles } from './own-files.ts';
import type { AuditParts } from './parts.ts';

/** Notes that are told one by one, in words of their own. */
const SINGLE = ['decoded_as', 'preamble', 'incomplete_file', 'figures_unread'] as const;
const isFinding = (p: Problem): p is Problem & { readonly code: (typeof SINGLE)[number] } =>
  SINGLE.some((code) => code === p.code);

/** What was set aside, mended or not read of each file; of those of closed periods it was told then. */
export function ofInputs({ records, closings, inputProblems }: AuditParts): Found[] {
  const of = (file: string, test: (p: Problem) => boolean): Problem[] =>
    inputProblems.filter((p) => p.place.file === file && test(p));
  return ownFiles({ records, closings }).flatMap((info) => {
    const { file, source, rows, quarantined, unread } = info;
    const aside = of(file, (p) => effectOf(p) === 'quarantine');
    const lines = [...new Set(aside.flatMap((p) => p.place.line ?? []))];
    const told = inputProblems.filter(isFinding).filter((p) => p.place.file === file);
    const mended = of(file, (p) => effectOf(p) === 'repair');
    const noted = of(file, (p) => effectOf(p) === 'tell' && !isFinding(p));
    return [
      ...(quarantined
        ? [
            found(
              'quarantined_rows',
              { rows: quarantined, all: rows, file, codes: [...new Set(aside.map((p) => p.code))].join(', ') },
              lines.map((line) => ({ source, file, line })),
            ),
          ]
        : []),
      ...told.map((p) => found(p.code, { ...textArgs(p), file })),
      ...(mended.length ? [found('mended_rows', { file, codes: counted(mended) }, rowsOf(source, mended))] : []),
      ...(noted.length ? [found('irregular_file', { file, codes: counted(noted) }, rowsOf(source, noted))] : []),
      ...(unread.length ? [found('unread_columns', { file, columns: unread.join(', ') })] : []),
    ];
  });
}

/** Files of the CRM by which the SOW would have meetings proven, and that say of none what came of it. */
export function muteCrm({ sow, records, closings, period }: AuditParts): Found[] {
  if (!inForce(sow, period.to).rules.evidence?.enough.includes('crm')) return [];
  return ownFiles({ records, closings }).flatMap(({ file, source, unread }) => {
    const meetings = records.crm.filter(({ row, starts_at }) => row.file === file && starts_at !== undefined);
    const isMute = source === 'crm' && meetings.length > 0 && meetings.every(({ outcome }) => outcome === undefined);
    if (!isMute) return [];
    const notRead = unread.length ? `; not read: ${unread.join(', ')}` : '';
    return [found('crm_without_outcome', { file, meetings: meetings.length, unread: notRead })];
  });
}

/** Files of the CRM most of whose meetings are of nobody: no claim can find them. A few are a team's own. */
export function namelessCrm({ records, closings }: AuditParts): Found[] {
  const people = peopleById(records.crm);
  const isNameless = (row: CrmMeeting): boolean =>
    NAMING.every((field) => row[field] === undefined) &&
    attendeesIn(row.attendees ?? '').length === 0 &&
    namedById(row, people).length === 0;
  return ownFiles({ records, closings }).flatMap(({ file, source, unread }) => {
    const own = records.crm.filter(({ row, starts_at }) => row.file === file && starts_at !== undefined);
    const rows = source === 'crm' ? own.filter(isNameless) : [];
    if (rows.length * 2 <= own.length) return [];
    const hasIds = rows.some((row) => row.contact_id !== undefined);
    const args = {
      file,
      meetings: rows.length,
      ids: hasIds ? '; their contact ids are those of no row of people' : '',
      unread: unread.length ? `; not read: ${unread.join(', ')}` : '',
    };
    return [
      found(
        'crm_without_person',
        args,
        rows.map(({ row }) => row),
      ),
    ];
  });
}

/** Files of the CRM whose meetings were edited since as-of: they are left out, and no claim says so. */
export function editedLater({ records, closings, asOf, sow }: AuditParts): Found[] {
  const { zone } = sow.clock;
  return ownFiles({ records, closings }).flatMap(({ file, source }) => {
    const rows = records.crm.filter(
      ({ row, starts_at, modified_at }) =>
        source === 'crm' &&
        row.file === file &&
        starts_at !== undefined &&
        starts_at <= asOf &&
        modified_at !== undefined &&
        modified_at > asOf,
    );
    if (!rows.length) return [];
    const latest = zone.dateAt(Math.max(...rows.map(({ modified_at }) => modified_at ?? asOf)));
    const args = { file, meetings: rows.length, as_of: zone.dateAt(asOf), latest };
    return [
      found(
        'edited_after_as_of',
        args,
        rows.map(({ row }) => row),
      ),
    ];
  });
}

/** What says whose meeting it is. */
const NAMING = ['meeting_id', 'contact_name', 'email', 'phone', 'company', 'domain'] as const;

/** How often each code was told: "blank_line (2), footer (1)". */
function counted(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, n]) => `${code} (${n})`).join(', ');
}

const rowsOf = (source: SourceName, problems: readonly Problem[]) =>
  problems.flatMap(({ place: { file, line } }) => (line === undefined ? [] : [{ source, file, line }]));

const textArgs = (p: Problem): Record<string, string | number> =>
  Object.fromEntries(Object.entries(p.args).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
