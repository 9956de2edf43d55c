import type { JudgedChain } from '../../judge/facts.ts';
import { groupBy } from '../../link/grouped.ts';
import { defineAnomaly, type MonthContext, type Trial } from './anomaly.ts';
import { bookedIn, differs } from './slots.ts';

export const sharedContact = defineAnomaly({
  id: 'A12',
  title: 'One number or address for several people',
  does: 'A phone number behind leads of different companies, or an e-mail address behind different names, of which one was booked in the period. Companies are compared by name and by domain: one that agrees is enough.',
  caution:
    'A switchboard has one number for one company: that is no signal. A family name that changed, an assistant who books.',
  needs: ['meetings'],
  month: (context) => [
    ...shared(context, 'phone', ({ company, domain }) => [company, domain]),
    ...shared(context, 'email', ({ name }) => [name]),
  ],
});

/** Values of a key behind which there are leads that agree in none of what tells them apart. */
function shared(
  context: MonthContext,
  key: 'phone' | 'email',
  told: (contact: JudgedChain['contact']) => readonly (string | undefined)[],
): Trial[] {
  const fresh = new Set(bookedIn(context).map(({ chain }) => chain));
  return groupBy(
    context.chains.filter(({ contact }) => contact[key] !== undefined),
    ({ contact }) => contact[key] ?? '',
  )
    .filter((own) => own.some((chain) => fresh.has(chain)))
    .map((own) => {
      const names = [
        ...new Set(own.map(({ record }) => (key === 'phone' ? record.company : record.contact_name) ?? '?')),
      ].sort();
      return {
        subject: own[0]?.contact[key] ?? '',
        n: own.length,
        statistic: names.length,
        threshold: 1,
        isOver: own.some((a) => own.some((b) => differs(told(a.contact), told(b.contact)))),
        says: `${own.length} leads of ${names.length} ${key === 'phone' ? 'companies' : 'names'}: ${names.join(', ')}`,
        rows: own.map(({ record }) => record.row),
      };
    });
}
