import type { MEASURED } from '../../measure/definition.ts';
import { NUMBERS } from '../../measure/metrics.ts';
import { CHAIN_FACTS } from '../../measure/rows/chains.ts';
import { CLAIM_FACTS } from '../../measure/rows/claims.ts';
import { nearest } from '../../problems/nearest.ts';
import { fieldsOf } from '../../read/source-table.ts';
import type { Criteria } from '../criteria.ts';
import type { Path } from '../yaml.ts';
import { defineCheck, type Hit, hit } from './check.ts';

type Rows = (typeof MEASURED)[number];

/** What is known of rows beside their cells. */
const FACTS: Readonly<Record<Rows, readonly string[]>> = {
  ...NUMBERS,
  chains: CHAIN_FACTS,
  handovers: ['attempted', ...NUMBERS.handovers],
  roster: ['left'],
  claims: CLAIM_FACTS,
};
/** Rows of which an answer that a drop names is a fact as well: there only what is nearly a fact is taken for a slip. */
const ANSWERED: ReadonlySet<Rows> = new Set(['chains', 'claims']);

export const unknownFact = defineCheck({
  severity: 'warning',
  title: 'A criterion of a fact that its rows do not have',
  message: '{field} is no fact of {of}{meant}',
  why: 'Of a misspelt fact nothing is known, so the figure is empty, and a lead is in question for nothing.',
  help: 'use a field of the source, or what the docs name beside it',
  find: ({ sow }): Hit[] => {
    const { criteria } = sow.rules.qualification ?? {};
    return [
      ...unknownIn(['rules', 'qualification', 'criteria'], criteria, 'chains', 'leads'),
      ...(sow.fees.rates?.when ?? []).flatMap((w, i) =>
        unknownIn(['fees', 'rates', 'when', i, 'criteria'], w.criteria, 'chains', 'leads'),
      ),
      ...Object.entries(sow.metrics).flatMap(([id, { of = 'meetings', ...metric }]) =>
        (['count', 'per'] as const).flatMap((key) => unknownIn(['metrics', id, key], metric[key], of)),
      ),
    ];
  },
});

function unknownIn(path: Path, criteria: Criteria | undefined, of: Rows, called: string = of): Hit[] {
  const known = [
    ...Object.keys(fieldsOf(ANSWERED.has(of) ? 'meetings' : (of as Exclude<Rows, 'chains' | 'claims'>))),
    ...FACTS[of],
  ];
  return Object.entries(criteria ?? {}).flatMap(([field, condition]): Hit[] => {
    if (Array.isArray(condition))
      return condition.flatMap((tree, i) => unknownIn([...path, field, i], tree, of, called));
    const near = nearest(field, known);
    if (known.includes(field) || field.startsWith('answers.') || (ANSWERED.has(of) && near === undefined)) return [];
    return [hit([...path, field], { field, of: called, meant: near === undefined ? '' : `; did you mean "${near}"?` })];
  });
}
