import type { Dice } from './dice.ts';
import { dressed } from './link-world-name-dress.ts';
import { familyOf, isKnownName } from './link-world-people.ts';
import { folded, mojibake, slipped } from './link-world-text.ts';
import type { Trouble } from './link-world-trouble.ts';
import type { View } from './link-world-view.ts';

/** A slip in one of the parts; in a short part, or into a name that others have, it leaves little of the name. */
function slip(view: View, dice: Dice): boolean {
  const inFamily = dice.chance(0.55);
  const part = inFamily ? view.family : view.given;
  if (part.length < 4) return false;
  const bad = slipped(part, dice);
  view.worn += part.length < 5 || isKnownName(bad) || bad.split(/[\s-]/).some(isKnownName) ? 3 : 1;
  view.hasSlip = true;
  if (inFamily) view.family = bad;
  else view.given = bad;
  return true;
}

const said = (view: View, to: string): boolean => {
  if (folded(to) === folded(view.given)) return false;
  const english = view.person.name.culture === 'english' || folded(view.given).startsWith(folded(to));
  view.worn += english ? 1 : 2;
  view.given = to;
  return true;
};
const isOwn = (view: View): boolean => view.given === view.person.name.given;

/** What takes something away from a name. */
export const NAME_TROUBLES: readonly Trouble[] = [
  { kind: 'slip in the name', weight: 8, cell: 'name', harm: slip },
  { kind: 'two slips in the name', weight: 2, cell: 'name', harm: (v, d) => slip(v, d) && slip(v, d) },
  {
    kind: 'nickname',
    weight: 8,
    cell: 'name',
    harm: (v, d) => v.person.name.also.length > 0 && isOwn(v) && said(v, d.pick(v.person.name.also)),
  },
  {
    kind: 'surname spelled otherwise',
    weight: 3,
    cell: 'name',
    harm: (v, d) => {
      const { family, familyAlso } = v.person.name;
      if (!familyAlso.length || v.family !== family) return false;
      v.family = d.pick(familyAlso);
      if (folded(v.family) !== folded(family)) v.worn += 1;
      return true;
    },
  },
  {
    kind: 'initial',
    weight: 5,
    cell: 'name',
    harm: (v, d) => {
      if (!isOwn(v)) return false;
      v.given = v.given.charAt(0) + (d.chance(0.7) ? '.' : '');
      v.isInitial = true;
      v.worn += 1;
      return true;
    },
  },
  {
    kind: 'one of two surnames',
    weight: 3,
    cell: 'name',
    harm: (v, d) => {
      const { family, second } = v.person.name;
      const parts = family.split('-');
      if (second) v.family = v.family === family ? `${family} ${second}` : family;
      else if (parts.length > 1) {
        v.family = d.pick(parts);
        v.worn += 1;
      } else return false;
      return true;
    },
  },
  {
    kind: 'particle glued, shortened or lost',
    weight: 4,
    cell: 'name',
    harm: (v, d) => {
      const m = /^((?:van|von|de|da|dos|del|di|le|el|al|ten|ter|op|la)(?: de[nr]?| 't| la)?)[ -](.+)$/i.exec(v.family);
      if (!m) return false;
      const [, particle = '', rest = ''] = m;
      const form = d.whole(0, 3);
      const glued = particle.replace(/[ ']/g, '');
      if (form === 0) v.family = glued.charAt(0).toUpperCase() + glued.slice(1) + rest.toLowerCase();
      else if (form === 1)
        v.family = `${particle
          .split(' ')
          .map((word) => `${word.charAt(0)}.`)
          .join('')} ${rest}`;
      else if (form === 2) v.family = `${particle.charAt(0).toUpperCase()}${particle.slice(1)} ${rest}`;
      else {
        v.family = rest;
        v.worn += 1;
      }
      return true;
    },
  },
  {
    kind: 'wrong encoding',
    weight: 2,
    cell: 'name',
    harm: (v) => {
      v.worn += 1;
      return dressed(v, mojibake);
    },
  },
  {
    kind: 'given name alone',
    weight: 2,
    cell: 'name',
    harm: (v) => {
      v.order = 'given';
      v.worn += 9;
      return !v.isInitial;
    },
  },
  {
    kind: 'surname alone',
    weight: 2,
    cell: 'name',
    harm: (v, d) => {
      v.order = 'family';
      v.worn += 2;
      v.isInitial = true;
      return d.chance(0.7) || dressed(v, (name) => `Dr. ${name}`);
    },
  },
  {
    kind: 'no name',
    weight: 2,
    cell: 'name',
    harm: (v) => {
      v.order = 'none';
      v.worn += 9;
      return true;
    },
  },
  {
    kind: 'name in use abroad',
    weight: 2,
    cell: 'name',
    harm: (v, d) => {
      if (!['chinese', 'korean', 'vietnamese', 'japanese'].includes(v.person.name.culture)) return false;
      v.given = d.pick([
        'David',
        'Kevin',
        'Jason',
        'Eric',
        'Amy',
        'Grace',
        'Vivian',
        'Michael',
        'Tony',
        'Jenny',
        'Leo',
        'Ken',
      ]);
      v.worn += 9;
      return true;
    },
  },
  {
    kind: 'surname after marriage',
    weight: 0.3,
    cell: 'name',
    harm: (v, d) => {
      const before = v.family;
      v.family = familyOf(v.person.name.culture, d).name;
      v.worn += 2;
      v.hasSlip = true;
      // Nothing but both keys together says that it is one person under another name.
      v.email = v.person.email;
      v.phone = v.person.mobile;
      v.emailHold = v.person.isShared ? 'shared' : 'own';
      v.phoneHold = v.emailHold;
      return (
        folded(before) !== folded(v.family) &&
        v.person.rows.some((row) => row.email === v.email && row.phone === v.phone)
      );
    },
  },
];
