import { type Money, minus, type Purse, toText } from '../../price/money.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { SimulatedAlternative, SimulationDocument } from './document.ts';

/** What must hold of every simulation before anyone sees it: claims, fees and changes come to the difference of what is payable. */
export function checkSimulation(doc: SimulationDocument, purse: Purse): Problem[] {
  return doc.alternatives.flatMap((alternative) =>
    checksOf(alternative, doc, purse).flatMap(([invariant, found, wanted]) =>
      toText(found) === toText(wanted)
        ? []
        : [
            problem(
              'broken_invariant',
              { file: alternative.title },
              { invariant, reason: `${toText(found)} is not ${toText(wanted)}` },
            ),
          ],
    ),
  );
}

function checksOf(
  { totals, difference, changes, interaction, claims, others }: SimulatedAlternative,
  doc: SimulationDocument,
  purse: Purse,
): (readonly [invariant: string, found: Money, wanted: Money])[] {
  const money = (text: string): Money => purse.parse(text) ?? purse.zero;
  const sum = (texts: readonly string[]): Money => purse.sum(texts.map(money));
  const rows = [...claims, ...others];
  return [
    ['difference', money(difference), minus(money(totals.payable), money(doc.totals.payable))],
    ['claims and fees', sum(rows.map((row) => row.difference)), money(difference)],
    ['changes', sum([...changes.map((c) => c.difference ?? '0'), interaction]), money(difference)],
    ['interaction', sum(rows.map((row) => row.interaction)), money(interaction)],
    ...changes.map(
      (change) =>
        [
          'change',
          sum(rows.flatMap((row) => row.effects.flatMap((e) => (e.change === change.id ? [e.difference] : [])))),
          money(change.difference ?? '0'),
        ] as const,
    ),
  ];
}
