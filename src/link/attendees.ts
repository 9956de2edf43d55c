import { nameAndAddress } from '../read/person-cell.ts';
import type { ContactCells } from './identity/identity.ts';

/** Marks beside which a comma stands within a name (`Oliveira, Marta; Whitfield, Dana`). */
const STRONGER = /[;|\n\r]/;

/** The people of a list such as `Marta Oliveira <marta@quayside.io>; Dana Whitfield`, each with the name and the address that it has. */
export function attendeesIn(list: string): ContactCells[] {
  const isStrong = STRONGER.test(list);
  return list.split(isStrong ? STRONGER : /[,;|\n\r]/).flatMap((part): ContactCells[] => {
    const { name, email } = nameAndAddress(part);
    const isName = /\p{L}/u.test(name);
    return email === undefined && !isName ? [] : [{ ...(email && { email }), ...(isName && { contact_name: name }) }];
  });
}
