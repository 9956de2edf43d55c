import type { SlotFacts } from '../../judge/facts.ts';
import { groupBy } from '../../link/grouped.ts';
import { isAt } from '../../link/identity/emails.ts';
import type { Attendance } from '../../read/records.ts';
import { defineAnomaly, type Trial } from './anomaly.ts';
import { slotsIn } from './slots.ts';

export const repeatAttendee = defineAnomaly({
  id: 'A13',
  title: 'One guest in meetings of several accounts',
  does: "A participant, by address, who is neither the client's nor the vendor's and sat in meetings booked for different people of different companies; a lead whose address is the vendor's own.",
  caution: 'A consultant who works for several accounts.',
  needs: ['meetings'],
  month: (context) => {
    const seats = slotsIn(context).flatMap(({ chain, slot }) =>
      slot.evidence.attendance.flatMap((seat) =>
        isGuest(seat, slot) ? [{ email: seat.email ?? '', chain, seat }] : [],
      ),
    );
    const guests = groupBy(seats, ({ email }) => email).map((own): Trial => {
      const accounts = new Set(
        own.map(({ chain }) => chain.contact.domain ?? chain.contact.company ?? chain.slots[0]?.person),
      );
      return {
        subject: own[0]?.email ?? '',
        n: own.length,
        statistic: accounts.size,
        threshold: 1,
        isOver: accounts.size > 1,
        says: `sat in meetings of ${accounts.size} accounts`,
        rows: own.map(({ seat }) => seat.row),
      };
    });
    const linked = context.chains.flatMap(({ id, record, slots }): Trial[] => {
      const { email } = record;
      const vendorDomains = slots[0]?.sides.vendorDomains;
      if (email === undefined || !vendorDomains || !isAt(email, vendorDomains)) return [];
      const says = `the lead's address is the vendor's: ${email}`;
      return [{ subject: id, n: 1, statistic: 1, threshold: 0, isOver: true, says, rows: [record.row] }];
    });
    return [...guests, ...linked];
  },
});

const isGuest = ({ email }: Attendance, { sides }: SlotFacts): boolean =>
  email !== undefined && !isAt(email, sides.clientDomains) && !isAt(email, sides.vendorDomains);
