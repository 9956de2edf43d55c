import type { Instant } from '../model.ts';
import type { Known } from '../read/known.ts';
import type { InputFile, Meeting } from '../read/records.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';

/** The rows of a period and when their report was due and came; the first drop that holds any of them is the report. */
export interface Report {
  readonly rows: readonly Meeting[];
  readonly due: Instant | undefined;
  readonly received: Instant | undefined;
}

export function reportOf(
  sow: Sow,
  period: Period,
  known: Pick<Known, 'meetings'>,
  files: readonly InputFile[],
): Report {
  const { clock } = sow;
  const within = sow.rules.reporting?.due;
  const rows = known.meetings.filter((row) => isIn(period, clock.zone.dateAt(row.starts_at ?? row.delivered_at ?? 0)));
  const drops = files.filter((f) => f.source === 'meetings' && rows.some((row) => row.row.file === f.file));
  const received = drops.flatMap((f) => f.received ?? []).sort((a, b) => a - b)[0];
  return { rows, received, due: within && clock.endAfter(period.to, within) };
}
