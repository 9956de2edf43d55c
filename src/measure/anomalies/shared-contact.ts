import type { JudgedChain } from '../../judge/facts.ts';
import { groupBy } from '../../link/grouped.ts';
import { isAnotherName, type NameLevel, nameLevelOf } from '../../link/identity/names.ts';
import { plural } from '../../problems/sentence.ts';
import { defineAnomaly, type MonthContext, type Trial } from './anomaly.ts';
import { bookedIn, differs } from './slots.ts';

export const sharedContact = defineAnomaly({
  id: 'A12',
  title: 'One number or address for several people',
  does: 'A phone number behind leads of different companies, or an e-mail address behind names of two people, of which one was booked in the period. Companies are compared by name and by domain: one that agrees is enough. Spellings and forms of one name are no two.',
  caution:
    'A switchboard has one number for one company: that is no signal. A family name that changed, an assistant who books.',
  needs: ['meetings'],
  month: (context) => [
    ...shared(context, 'phone', (a, b) => differs([a.company, a.domain], [b.company, b.domain])),
    ...shared(context, 'email', (a, b) => areTwoNames(nameLevelOf(a.name, b.name))),
  ],
});

const areTwoNames = (level: NameLevel | undefined): boolean =>
  level !== undefined && (isAnotherName(level) || level === 'ending');

/** Values of a key behind which there are leads that are two. */
function shared(
  context: MonthContext,
  key: 'phone' | 'email',
  areTwo: (a: JudgedChain['contact'], b: JudgedChain['contact']) => boolean,
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
      const contacts = groupBy(
        own.map(({ contact }) => contact),
        ({ name, company, domain }) => [name, company, domain].join('\u0000'),
      ).map(([contact]) => contact);
      return {
        subject: own[0]?.contact[key] ?? '',
        n: own.length,
        statistic: names.length,
        threshold: 1,
        isOver: contacts.some((a) => contacts.some((b) => areTwo(a, b))),
        says: `${plural(own.length, 'lead')} of ${names.length} ${key === 'phone' ? 'companies' : 'names'}: ${names.join(', ')}`,
        rows: own.map(({ record }) => record.row),
      };
    });
}
