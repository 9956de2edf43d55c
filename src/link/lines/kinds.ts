import type { LineKind } from '../../model.ts';
import { kindInWords } from '../../read/line-words.ts';
import type { InvoiceLine } from '../../read/records.ts';

/** Whether a line says by an id what it bills. */
export const hasId = ({ meeting_id, lead_id }: InvoiceLine): boolean =>
  meeting_id !== undefined || lead_id !== undefined;

/** What a line bills: without a kind a lead, unless it names none and is a tax or a fee; where money comes back a correction of one. */
export function kindOf(line: InvoiceLine): LineKind {
  const { kind: told, amount, description = '' } = line;
  const said = hasId(line) ? undefined : kindInWords(description);
  const kind = (told ?? said ?? 'lead') as LineKind;
  const isBack = amount !== undefined && Number(amount) < 0;
  return isBack && (kind === 'lead' || kind === 'replacement') ? 'adjustment' : kind;
}

/** How many leads a line asks for: as it says, else what its amount and price come to, else one. */
export function quantityOf({ quantity, amount, unit_price }: InvoiceLine): number {
  if (quantity !== undefined) return quantity;
  const [asked, price] = [Number(amount), Number(unit_price)];
  const whole = Math.round(asked / price);
  return price > 0 && Math.abs(whole * price - asked) < 1e-9 ? whole : 1;
}

/** How many leads a line bills or gives back: whole ones, at least one. */
export const billedBy = (line: InvoiceLine): number => Math.max(1, Math.floor(Math.abs(quantityOf(line))));
