import { z } from 'zod';
import { accountDomain, freeMailOf } from '../../link/identity/emails.ts';
import type { RecordOf } from '../../read/records.ts';
import { isIn } from '../../sow/period.ts';
import { clause, count, duration, text } from '../../sow/scalars.ts';
import type { ChainFacts } from '../facts.ts';
import { isInForce } from '../lists.ts';
import { lookup } from '../lookup.ts';
import { defineRule, type Found } from '../rule.ts';

const accountsAt = lookup(({ domain }: RecordOf<'accounts'>) => [domain]);
const touchesOf = lookup(({ email }: RecordOf<'touches'>) => [email]);
const chainsOf = lookup(({ contact }: ChainFacts) => [contact.email]);

export const embargo = defineRule({
  title: "The client's own marketing to assigned accounts",
  does: "Looks for the client's own touches of assigned accounts, and for people whom both firms together touched too often. It moves no money by itself.",
  why: 'Two firms that write to the same person in one week spoil the account.',
  typical: [],
  finds: ['embargo_touch', 'too_many_touches'],
  stage: 'scope',
  needs: ['touches'],
  params: z.strictObject({
    clause: clause(),
    allowed: z.array(text()).describe('kinds of touch that are allowed').optional(),
    max_touches: count().describe('touches of one contact by both sides').optional(),
    per: duration().describe('in which length of time').optional(),
  }),
  codes: {},
  find: ({ sow, clock, known, chains, touches: calls, period }): Found[] => {
    const terms = sow.rules.embargo;
    if (!terms) return [];
    const freeMail = freeMailOf(sow.matching.free_mail);
    const allowed = new Set((terms.allowed ?? []).map((kind) => kind.toLowerCase()));
    const broken = known.touches.filter((touch) => {
      const domain = touch.email ? accountDomain(touch.email, freeMail) : touch.domain;
      const at = clock.zone.dateAt(touch.at ?? 0);
      if (!isIn(period, at)) return false;
      const isAssigned = accountsAt(known.accounts, [domain]).some((a) => isInForce(a, at, clock.zone));
      return isAssigned && !allowed.has((touch.kind ?? '').toLowerCase());
    });
    const emails = [
      ...new Set([...known.touches.flatMap((t) => t.email ?? []), ...chains.flatMap((c) => c.contact.email ?? [])]),
    ].sort();
    const crowded = emails.flatMap((email): Found[] => {
      const { max_touches: max, per } = terms;
      if (max === undefined || !per) return [];
      const [chain] = chainsOf(chains, [email]);
      const both = [
        ...touchesOf(known.touches, [email]).map((t) => ({ at: t.at ?? 0, row: t.row })),
        ...(chain && calls ? calls.of(chain.contact, 'contact') : []),
      ].sort((a, b) => a.at - b.at);
      const first = both.findIndex((t, i) => {
        const over = both[i + max];
        return over !== undefined && over.at < clock.endOf(t.at, per) && isIn(period, clock.zone.dateAt(over.at));
      });
      const from = both[first];
      if (!from) return [];
      const span = both.slice(first, first + max + 1);
      return [
        {
          code: 'too_many_touches',
          args: { email, touches: span.length, from: clock.zone.dateAt(from.at), max, per: per.text },
          evidence: span.map((t) => t.row),
        },
      ];
    });
    return [
      ...broken.map(
        (t): Found => ({
          code: 'embargo_touch',
          args: { kind: t.kind ?? 'a touch', who: t.email ?? t.domain ?? '?', at: clock.zone.dateAt(t.at ?? 0) },
          evidence: [t.row],
        }),
      ),
      ...crowded,
    ];
  },
});
