import type { JudgedChain } from '../../judge/facts.ts';
import { groupBy } from '../../link/grouped.ts';
import { defineAnomaly, type Trial } from './anomaly.ts';

export const sharedContact = defineAnomaly({
  id: 'A12',
  title: 'One number or address for several people',
  does: 'A phone number behind leads of different companies, or an e-mail address behind different names.',
  caution:
    'A switchboard has one number for one company: that is no signal. A family name that changed, an assistant who books.',
  needs: ['meetings'],
  month: ({ chains }) => [
    ...shared(chains, 'phone', ({ company, domain }) => [company, domain]),
    ...shared(chains, 'email', ({ name }) => [name]),
  ],
});

/** Values of a key behind which there are leads that agree in none of what tells them apart. */
function shared(
  chains: readonly JudgedChain[],
  key: 'phone' | 'email',
  told: (contact: JudgedChain['contact']) => readonly (string | undefined)[],
): Trial[] {
  return groupBy(
    chains.filter(({ contact }) => contact[key] !== undefined),
    ({ contact }) => contact[key] ?? '',
  ).map((own) => {
    const [first] = own;
    const others = own.filter(({ contact }) => first && differs(told(first.contact), told(contact)));
    const names = [
      ...new Set(own.map(({ record }) => (key === 'phone' ? record.company : record.contact_name) ?? '?')),
    ].sort();
    return {
      subject: first?.contact[key] ?? '',
      n: own.length,
      statistic: names.length,
      threshold: 1,
      isOver: others.length > 0,
      says: `${own.length} leads of ${names.length} ${key === 'phone' ? 'companies' : 'names'}: ${names.join(', ')}`,
      rows: own.map(({ record }) => record.row),
    };
  });
}

/** Whether both sides are known somewhere, and agree nowhere. */
function differs(a: readonly (string | undefined)[], b: readonly (string | undefined)[]): boolean {
  const both = a.map((value, i) => [value, b[i]] as const).filter(([x, y]) => x !== undefined && y !== undefined);
  return both.length > 0 && both.every(([x, y]) => x !== y);
}
