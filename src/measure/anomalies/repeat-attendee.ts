import type { SlotFacts } from '../../judge/facts.ts';
import { sideOf } from '../../judge/presence.ts';
import { groupBy } from '../../link/grouped.ts';
import { isAt } from '../../link/identity/emails.ts';
import { plural } from '../../problems/sentence.ts';
import type { Attendance } from '../../read/records.ts';
import { defineAnomaly, type Trial } from './anomaly.ts';
import { bookedIn, differs, slotsIn } from './slots.ts';

export const repeatAttendee = defineAnomaly({
  id: 'A13',
  title: 'One guest in meetings of several accounts',
  does: "A participant, by address, who is neither the client's nor the vendor's nor a note taker, and sat in meetings of different companies (by name and by domain: one that agrees is enough); a lead booked in the period whose address is the vendor's own.",
  caution: 'A consultant who works for several accounts.',
  needs: ['meetings'],
  month: (context) => {
    const seats = slotsIn(context).flatMap(({ chain, slot }) =>
      slot.evidence.attendance.flatMap((seat) =>
        isGuest(seat, slot) ? [{ email: seat.email ?? '', chain, seat }] : [],
      ),
    );
    const guests = groupBy(seats, ({ email }) => email).map((own): Trial => {
      const accounts = own
        .map(({ chain: { contact } }) => [contact.company, contact.domain])
        .filter((account, i, all) => all.slice(0, i).every((before) => differs(account, before)));
      return {
        subject: own[0]?.email ?? '',
        n: own.length,
        statistic: accounts.length,
        threshold: 1,
        isOver: accounts.length > 1,
        says: `sat in meetings of ${plural(accounts.length, 'account')}`,
        rows: own.map(({ seat }) => seat.row),
      };
    });
    const linked = bookedIn(context).flatMap(({ chain: { id, record, slots } }): Trial[] => {
      const { email } = record;
      const vendorDomains = slots[0]?.sides.vendorDomains;
      if (email === undefined || !vendorDomains || !isAt(email, vendorDomains)) return [];
      const says = `the lead's address is the vendor's: ${email}`;
      return [{ subject: id, n: 1, statistic: 1, threshold: 0, isOver: true, says, rows: [record.row] }];
    });
    return [...guests, ...linked];
  },
});

const isGuest = (seat: Attendance, { sides }: SlotFacts): boolean =>
  seat.email !== undefined && ['prospect', 'unknown'].includes(sideOf(seat, sides));
