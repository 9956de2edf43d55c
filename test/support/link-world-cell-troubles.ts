import { asDomain, obscured, PATTERNS, reworded } from './link-world-firms.ts';
import { nameOf } from './link-world-people.ts';
import { slipped } from './link-world-text.ts';
import type { Trouble } from './link-world-trouble.ts';
import { localOf, otherDay, type View } from './link-world-view.ts';

const HOUR = 3_600_000;
/** What people write to get past a form. */
export const FAKE_PHONES = ['+15555555555', '+11111111111', '+10000000000', '+19999999999', '+11234567890'];
export const FAKE_EMAILS = [
  'test@test.com',
  'noreply@example.com',
  'na@na.com',
  'none@none.com',
  'noemail@noemail.com',
  'a@a.com',
];

const parted = (email: string): [string, string] => email.split('@') as [string, string];
function readdress(view: View, email: string | undefined, hold: View['emailHold']): boolean {
  if (email === view.email) return false;
  view.email = email;
  view.emailHold = hold;
  return true;
}
function rephone(view: View, phone: string | undefined, hold: View['phoneHold']): boolean {
  if (phone === view.phone) return false;
  view.phone = phone;
  view.phoneHold = hold;
  return true;
}

export const CELL_TROUBLES: readonly Trouble[] = [
  {
    kind: 'slip in the address',
    weight: 6,
    cell: 'email',
    harm: (v, d, { hasEmail }) => {
      const [local, host] = parted(v.email ?? '');
      if (!host || local.length < 5) return false;
      const email = `${slipped(local, d)}@${host}`;
      return !hasEmail(email) && readdress(v, email, 'bent');
    },
  },
  {
    kind: 'slip in the host',
    weight: 3,
    cell: 'email',
    harm: (v, d, { hasEmail }) => {
      const [local, host] = parted(v.email ?? '');
      if (!host) return false;
      const dot = host.lastIndexOf('.');
      const bad = d.chance(0.5)
        ? slipped(host.slice(0, dot), d) + host.slice(dot)
        : host.slice(0, dot) + d.pick(['.com', '.co', '.net', '.cm', '.con'].filter((end) => end !== host.slice(dot)));
      const email = `${local}@${bad}`;
      return !hasEmail(email) && readdress(v, email, 'bent');
    },
  },
  {
    kind: 'address guessed from the name',
    weight: 5,
    cell: 'email',
    harm: (v, d, { hasEmail }) => {
      if (!v.firm) return false;
      const email = `${localOf(v.person.name, d.pick(PATTERNS))}@${v.firm.domain}`;
      return !hasEmail(email) && readdress(v, email, 'bent');
    },
  },
  {
    kind: 'private address',
    weight: 6,
    cell: 'email',
    harm: (v) => readdress(v, v.person.privateEmail, v.person.isShared ? 'shared' : 'own'),
  },
  {
    kind: 'role address',
    weight: 4,
    cell: 'email',
    harm: (v) => v.firm !== undefined && readdress(v, v.firm.roleAddress, 'none'),
  },
  {
    kind: "assistant's address",
    weight: 1,
    cell: 'email',
    harm: (v, d, { hasEmail }) => {
      if (!v.firm) return false;
      const email = `${localOf(nameOf(v.firm.culture, d), 'first.last')}@${v.firm.domain}`;
      v.misled = 'email';
      return !hasEmail(email) && readdress(v, email, 'none');
    },
  },
  { kind: 'no address', weight: 10, cell: 'email', harm: (v) => readdress(v, undefined, 'none') },
  { kind: 'made-up address', weight: 1, cell: 'email', harm: (v, d) => readdress(v, d.pick(FAKE_EMAILS), 'none') },
  {
    kind: 'switchboard',
    weight: 8,
    cell: 'phone',
    harm: (v) => v.firm !== undefined && rephone(v, v.firm.switchboard, 'shared'),
  },
  { kind: 'no phone', weight: 6, cell: 'phone', harm: (v) => rephone(v, undefined, 'none') },
  { kind: 'another phone', weight: 4, cell: 'phone', harm: (v, d, { newPhone }) => rephone(v, newPhone(v, d), 'none') },
  {
    kind: 'country code lost',
    weight: 4,
    cell: 'phone',
    harm: (v) => {
      if (!v.phone || v.phone.startsWith('+1')) return false;
      // A reader that takes it for a number of its own country keeps it only when the length fits.
      const digits = v.phone.replace(/^\+(3[0-4]|39|4\d|5[1-8]|6[0-6]|7|8[1246]|9[0-58]|\d{3})/, '');
      return rephone(v, digits.length === 10 ? `+1${digits}` : undefined, 'none');
    },
  },
  {
    kind: 'slip in the phone',
    weight: 4,
    cell: 'phone',
    harm: (v, d) => {
      const at = (v.phone?.length ?? 0) - d.whole(1, 6);
      const digit = Number(v.phone?.[at]);
      return (
        v.phone !== undefined &&
        rephone(v, v.phone.slice(0, at) + ((digit + d.whole(1, 9)) % 10) + v.phone.slice(at + 1), 'bent')
      );
    },
  },
  {
    kind: "a colleague's phone",
    weight: 1,
    cell: 'phone',
    harm: (v, d, { colleagueOf }) => {
      const phone = colleagueOf(v.person, d)?.mobile;
      v.misled = 'phone';
      return v.emailHold === 'own' && phone !== undefined && rephone(v, phone, 'none');
    },
  },
  { kind: 'made-up phone', weight: 2, cell: 'phone', harm: (v, d) => rephone(v, d.pick(FAKE_PHONES), 'none') },
  {
    kind: 'company in other words',
    weight: 10,
    cell: 'company',
    harm: (v, d) => {
      if (!v.firm) return false;
      v.company = reworded(v.firm, d);
      v.companyShows = 'name';
      return true;
    },
  },
  {
    kind: 'company shortened or with a slip',
    weight: 6,
    cell: 'company',
    harm: (v, d) => {
      if (!v.firm || v.firm.name.length < 6) return false;
      v.company = obscured(v.firm, d);
      v.companyShows = 'weak';
      return true;
    },
  },
  {
    kind: 'domain as company',
    weight: 5,
    cell: 'company',
    harm: (v, d) => {
      if (!v.firm) return false;
      v.company = asDomain(v.firm, d);
      v.companyShows = 'domain';
      return true;
    },
  },
  {
    kind: 'subsidiary as company',
    weight: 2,
    cell: 'company',
    harm: (v, d) => {
      if (!v.firm) return false;
      v.company = `${v.firm.name} ${d.pick(['UK Ltd', 'Deutschland GmbH', 'North America', 'France SAS', 'EMEA', 'Asia Pacific'])}`;
      v.companyShows = 'weak';
      return true;
    },
  },
  {
    kind: 'no company',
    weight: 5,
    cell: 'company',
    harm: (v) => {
      const had = v.company;
      v.company = undefined;
      v.companyShows = 'nothing';
      return had !== undefined;
    },
  },
  {
    kind: 'zone shifted',
    weight: 4,
    cell: 'start',
    harm: (v, d) => {
      if (v.start === undefined) return false;
      v.start += d.pick([-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9]) * HOUR;
      return true;
    },
  },
  {
    kind: 'moved to another day',
    weight: 5,
    cell: 'start',
    harm: (v, d) => {
      v.start = otherDay(
        v.person.rows.map(({ start }) => start),
        d,
      );
      return true;
    },
  },
];
