import type { ContactCells } from './identity/identity.ts';

const ADDRESS = /[^\s<>()[\]"',;:|]+@[^\s<>()[\]"',;:|]+/;
/** Marks beside which a comma stands within a name (`Oliveira, Marta; Whitfield, Dana`). */
const STRONGER = /[;|\n\r]/;

/** The people of a list such as `Marta Oliveira <marta@quayside.io>; Dana Whitfield`, each with the name and the address that it has. */
export function attendeesIn(list: string): ContactCells[] {
  const isStrong = STRONGER.test(list);
  return list.split(isStrong ? STRONGER : /[,;|\n\r]/).flatMap((part): ContactCells[] => {
    const email = ADDRESS.exec(part)?.[0];
    const name = part
      .replace(ADDRESS, ' ')
      .replace(/\bmailto:/i, ' ')
      .replace(/[<>()[\]"]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const isName = /\p{L}/u.test(name);
    if (email === undefined && !isName) return [];
    return [
      {
        ...(email === undefined ? {} : { email: email.toLowerCase() }),
        ...(isName ? { contact_name: name } : {}),
      },
    ];
  });
}
