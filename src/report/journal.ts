import type { Closing } from '../ledger/closing.ts';
import { groupBy } from '../link/grouped.ts';
import { JOURNAL_ENTRIES, type JournalEntry } from '../model.ts';
import { isLess, isZero, type Money, minus, type Purse, plus, smaller, toText } from '../price/money.ts';
import { addDays } from '../sow/dates.ts';
import { countingSpan } from '../sow/period.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';
import type { AuditParts } from './parts.ts';

type Line = AuditDocument['lines'][number];
type Controller = AuditDocument['controller'];

/** What closed periods came to. */
export const usedBefore = (closings: readonly Closing[], purse: Purse): Money =>
  purse.sum(closings.map(({ document }) => purse.parse(document.totals.payable) ?? purse.zero));

/** The purchase order with what is left of it, and of the cap. */
export function controllerOf({ sow, closings, totals, units, period, purse }: AuditParts): Controller {
  const { purchase_order, cost_center, commitment } = sow.controller ?? {};
  const before = usedBefore(closings, purse);
  const { cap, replacement } = sow.fees;
  const taken = units.filter(
    (unit) =>
      cap !== undefined &&
      !unit.topUp &&
      (unit.kind === 'lead' || (unit.kind === 'replacement' && replacement?.consumes.includes('cap'))) &&
      countingSpan(cap.per, unit.date) === countingSpan(cap.per, period.to),
  ).length;
  return {
    purchase_order: purchase_order ?? null,
    cost_center: cost_center ?? null,
    commitment: commitment ? toText(purse.of(commitment)) : null,
    used_before: toText(before),
    commitment_left: commitment ? toText(minus(minus(purse.of(commitment), before), totals.payable)) : null,
    cap: cap ? { max: cap.max, per: cap.per, taken, left: Math.max(0, cap.max - taken) } : null,
  };
}

interface Posted {
  readonly entry: JournalEntry;
  readonly line: Line;
  readonly amount: Money;
}

/** The lines of a period as finance posts them: what is supported and invoiced is expense, what is not invoiced an accrual that the next period reverses. */
export function journalOf(
  lines: readonly Line[],
  claims: readonly DocumentClaim[],
  controller: Controller,
  { period, purse }: Pick<AuditParts, 'period' | 'purse'>,
): AuditDocument['journal'] {
  const money = (text: string): Money => purse.parse(text) ?? purse.zero;
  const invoiced = new Map(claims.map((c) => [c.id, smaller(money(c.claimed), money(c.supported))]));
  const take = (line: Line, amount: Money): Money =>
    line.claims.reduce((taken, id) => {
      const left = invoiced.get(id) ?? purse.zero;
      const part = smaller(minus(amount, taken), left);
      invoiced.set(id, minus(left, part));
      return plus(taken, part);
    }, purse.zero);
  const posted = lines.flatMap((line): Posted[] => {
    const amount = money(line.amount);
    const entry = ENTRIES[line.kind] ?? (isLess(amount, purse.zero) ? 'credit' : undefined);
    if (entry) return [{ entry, line, amount }];
    const expense = take(line, amount);
    const accrual = minus(amount, expense);
    return [
      { entry: 'expense', line, amount: expense },
      { entry: 'accrual', line, amount: accrual },
      { entry: 'reversal', line, amount: minus(purse.zero, accrual) },
    ];
  });
  const groups = groupBy(
    posted.filter(({ amount }) => !isZero(amount)),
    ({ entry, line }) => `${entry} ${line.kind} ${line.clause}`,
  );
  let left =
    controller.commitment === null ? undefined : minus(money(controller.commitment), money(controller.used_before));
  const inOrder = groups.sort((a, b) => rank(a) - rank(b));
  return inOrder.flatMap((group): AuditDocument['journal'] => {
    const [first] = group;
    if (!first) return [];
    const { entry, line } = first;
    const amount = purse.sum(group.map((each) => each.amount));
    const isLater = entry === 'reversal';
    if (left && !isLater) left = minus(left, amount);
    return [
      {
        entry,
        kind: line.kind,
        date: isLater ? addDays(period.to, 1) : period.to,
        amount: toText(amount),
        purchase_order: controller.purchase_order,
        cost_center: controller.cost_center,
        clause: line.clause,
        lines: group.map((each) => each.line.id),
        commitment_left: left && !isLater ? toText(left) : null,
      },
    ];
  });
}

const rank = ([first]: readonly Posted[]): number => (first ? JOURNAL_ENTRIES.indexOf(first.entry) : 0);

/** Kinds of lines that are posted as one thing, invoiced or not. */
const ENTRIES: Readonly<Partial<Record<Line['kind'], JournalEntry>>> = {
  tax: 'tax',
  adjustment: 'adjustment',
  cleared: 'expense',
  sla_credit: 'credit',
  late_report_credit: 'credit',
  clawback: 'credit',
};
