import type { Closing } from '../ledger/closing.ts';
import type { PlainDate } from '../model.ts';
import type { AuditDocument } from '../report/document.ts';
import type { Money, Purse } from './money.ts';

type Line = AuditDocument['lines'][number];

/** What a closed report and the reports since say of a chain. */
export interface Entry {
  /** Of the closed report; undefined for an adjustment. */
  readonly line: string | undefined;
  readonly kind: Line['kind'];
  readonly claims: readonly string[];
  readonly unitPrice: Money;
  readonly amount: Money;
  readonly date: PlainDate;
}

/** The entries of a closing by chain: its price lines, and adjustments of it that were closed since. */
export function bookedIn(closing: Closing, closings: readonly Closing[], purse: Purse): Map<string, Entry[]> {
  const money = (text: string): Money => purse.parse(text) ?? purse.zero;
  const entries = new Map<string, Entry[]>();
  const note = (line: Line): void => {
    if (line.chain === null) return;
    const entry = {
      line: line.kind === 'adjustment' ? undefined : line.id,
      kind: line.kind,
      claims: line.claims,
      unitPrice: money(line.unit_price),
      amount: money(line.amount),
      date: line.recognized ?? closing.period.to,
    };
    const known = entries.get(line.chain);
    if (known) known.push(entry);
    else entries.set(line.chain, [entry]);
  };
  for (const line of closing.document.lines) if (UNITS.has(line.kind)) note(line);
  for (const line of adjustmentsTo(closing, closings)) note(line);
  return entries;
}

const UNITS: ReadonlySet<Line['kind']> = new Set(['lead', 'replacement', 'over_cap']);

/** Lines of closed reports that adjust a closing. */
export const adjustmentsTo = ({ period }: Closing, closings: readonly Closing[]): Line[] =>
  closings.flatMap(({ document }) => document.lines.filter((l) => l.adjusts?.split(' ')[0] === period.label));
