import type { MEASURED } from '../definition.ts';
import type { MetricRow } from '../metric-row.ts';
import { chainRows } from './chains.ts';
import { claimRows } from './claims.ts';
import { handoverRows } from './handovers.ts';
import { meetingRows } from './meetings.ts';
import { rosterRows } from './roster.ts';
import type { MeasuredRow, RowInput } from './row.ts';
import { sessionRows } from './sessions.ts';

/** Where the rows of each kind come from; calls stream past instead. */
export const MEASURED_ROWS: Readonly<
  Record<Exclude<(typeof MEASURED)[number], 'calls'>, (input: RowInput, metric: MetricRow) => MeasuredRow[]>
> = {
  meetings: meetingRows,
  chains: chainRows,
  sessions: sessionRows,
  handovers: handoverRows,
  roster: rosterRows,
  claims: claimRows,
};
