import { claimsByUse, whyOf } from './answer.ts';
import { grid } from './grid.ts';
import { claimRows, clean, type Part, rest, section } from './terminal-view.ts';

/** What finance posts, where the rules name a purchase order, a cost centre or a commitment. */
export const posting: Part = (view) => {
  const { journal, controller } = view.doc;
  const { purchase_order, cost_center, commitment, commitment_left, cap } = controller;
  if (purchase_order === null && cost_center === null && commitment === null) return undefined;
  const rows = journal.map((j) => [j.entry, j.kind, j.date, view.money(j.amount), clean(j.lines.join(', '))]);
  const left = [
    ...(commitment === null || commitment_left === null
      ? []
      : [`${view.money(commitment_left)} of ${view.money(commitment)} left`]),
    ...(cap ? [`${cap.left} of ${cap.max} places under the cap left (${cap.per})`] : []),
  ];
  return section(
    view,
    ['To post', ...[purchase_order, cost_center].flatMap((name) => (name === null ? [] : [clean(name)]))].join(', '),
    grid(view.width, view.paint.faint, ['entry', 'kind', 'date', 'amount', 'lines'], [10, 18, 10, 12, 0], rows, [3]),
    left.join('; '),
  );
};

/** Claims of closed periods that are adjusted here, beside what they were. */
export const adjusted: Part = (view) => {
  const all = claimsByUse(view.doc).adjusted;
  return all.length
    ? section(
        view,
        `Adjusted, of closed periods (${all.length})`,
        claimRows(view, all, whyOf),
        rest(all.length, 'claims'),
      )
    : undefined;
};
