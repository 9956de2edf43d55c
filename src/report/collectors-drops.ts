import { type Found, found } from '../judge/rule.ts';
import type { InputFile, Meeting } from '../read/records.ts';
import { seriesAfter } from '../read/series.ts';
import { ownFiles } from './own-files.ts';
import type { AuditParts } from './parts.ts';

/** Rows of a drop that a later one, which sends it again, leaves out: silence takes no meeting away, and a list that was corrected would be paid as it was before. */
export function leftOutAgain({ records, closings }: AuditParts): Found[] {
  const files = ownFiles({ records, closings }).filter(({ source }) => source === 'meetings');
  const rowsOf = (file: InputFile): Meeting[] => records.meetings.filter(({ row }) => row.file === file.file);
  const drops = files.map((file) => ({ file, rows: rowsOf(file) })).filter(({ rows }) => rows.length > 0);
  return drops.flatMap((earlier) =>
    drops
      .filter((later) => dropOf(later) > dropOf(earlier) && isAgain(earlier, later))
      .slice(-1)
      .flatMap((later): Found[] => {
        const gone = leftOut(earlier.rows, later.rows);
        if (!gone.length) return [];
        const ids = gone.map(({ id }) => id).join(', ');
        const args = {
          file: earlier.file.file,
          later: later.file.file,
          rows: gone.length,
          all: earlier.rows.length,
          ids,
        };
        return [
          found(
            'left_out_again',
            args,
            gone.map(({ row }) => row),
          ),
        ];
      }),
  );
}

/** Files of which each row tells of several meetings, `Meeting 1` and `Meeting 2`, where no entry reads the later ones: nobody would see them. */
export function moreInRow({ records, closings }: AuditParts): Found[] {
  const files = ownFiles({ records, closings }).filter(({ source }) => source === 'meetings' || source === 'crm');
  return [...new Set(files.map(({ file }) => file))].flatMap((file) => {
    const entries = files.filter((f) => f.file === file);
    const unread = (entries[0]?.unread ?? []).filter((header) => entries.every((f) => f.unread.includes(header)));
    const [first, ...others] = entries.flatMap(({ headers }) => headers?.starts_at ?? []);
    if (first === undefined) return [];
    const more = seriesAfter(first, unread).filter((header) => !others.includes(header));
    return more.length ? [found('more_in_row', { file, first, more: more.join(', ') })] : [];
  });
}

interface Drop {
  readonly file: InputFile;
  readonly rows: readonly Meeting[];
}

const dropOf = ({ rows: [first] }: Drop): number => first?.drop ?? 0;

/** Whether a drop sends another again: the same columns, and at least half of its rows. A log of outcomes has other columns. */
function isAgain(earlier: Drop, later: Drop): boolean {
  const ids = new Set(later.rows.map(({ id }) => id));
  const repeated = earlier.rows.filter(({ id }) => id !== undefined && ids.has(id)).length;
  return (
    repeated * 2 >= earlier.rows.length && earlier.file.columns.every((column) => later.file.columns.includes(column))
  );
}

/** Rows that are not there again although they lie between the days that are. */
function leftOut(earlier: readonly Meeting[], later: readonly Meeting[]): Meeting[] {
  const ids = new Set(later.map(({ id }) => id));
  const days = later.flatMap((row) => dayOf(row) ?? []);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  return earlier.filter((row) => {
    const day = dayOf(row);
    return row.id !== undefined && !ids.has(row.id) && day !== undefined && day >= from && day <= to;
  });
}

const dayOf = (row: Meeting): number | undefined => row.starts_at ?? row.delivered_at ?? row.booked_at;
