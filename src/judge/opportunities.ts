import { groupBy } from '../link/grouped.ts';
import { compareNatural } from '../link/keys.ts';
import type { Instant } from '../model.ts';
import type { Opportunity } from '../read/records.ts';

/** How an opportunity ended, by its status, else by what its columns say yes or no to, else by the word in its stage; undefined while it is open. */
export function endOf({ deal_status, is_closed, is_won, stage = '' }: Opportunity): 'won' | 'lost' | undefined {
  if (deal_status !== undefined) return deal_status === 'won' || deal_status === 'lost' ? deal_status : undefined;
  if (is_won) return 'won';
  if (is_closed === false) return undefined;
  const words = stage.replace(/_/g, ' ');
  if ((is_closed && is_won === false) || LOST.test(words)) return 'lost';
  return WON.test(words) ? 'won' : undefined;
}

/** How stages of lost and of won deals are called; HubSpot's own names have no blank. */
const LOST = /(?<!\p{L})(closed)?(lost|verloren|perdue?|perdid[ao])(?!\p{L})/iu;
const WON = /(?<!\p{L})(closed)?(won|gewonnen|gagnée?|ganad[ao])(?!\p{L})/iu;

/** When an opportunity was closed: of an open one a date of closing is the one that is hoped for. */
export const closedAt = (o: Opportunity): Instant | undefined =>
  o.closed_at ?? (endOf(o) !== undefined || o.is_closed ? o.close_date : undefined);

/** When it came to the stage that its row says. An export of how deals stand today knows of one that ended when it was closed, of an open one when it was created. */
export const enteredAt = (o: Opportunity): Instant | undefined =>
  o.stage_at ?? (endOf(o) ? closedAt(o) : undefined) ?? o.created_at;

/** What was entered at one time ended last; the order of rows says nothing. */
const rankOf = (o: Opportunity): number => ({ won: 2, lost: 1, open: 0 })[endOf(o) ?? 'open'];
const compare = (a: Opportunity, b: Opportunity): number =>
  (enteredAt(a) ?? 0) - (enteredAt(b) ?? 0) || rankOf(a) - rankOf(b) || compareNatural(a.stage ?? '', b.stage ?? '');

/** The rows of each opportunity: those of one id are its history, in the order in which its stages were entered. */
export const historiesOf = (rows: readonly Opportunity[]): Opportunity[][] =>
  groupBy(rows, ({ id, row }) => id ?? `row ${row.file} ${row.n}`).map((own) => [...own].sort(compare));

/** The row that says where an opportunity stood at a time. */
export const lastOf = (history: readonly Opportunity[], at: Instant): Opportunity | undefined =>
  history.findLast((o) => (enteredAt(o) ?? 0) <= at);
