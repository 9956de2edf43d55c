import { genderOf } from './link-world-people.ts';
import { spelledOut, unaccented } from './link-world-text.ts';
import type { Trouble } from './link-world-trouble.ts';
import { type View, writtenName } from './link-world-view.ts';

const FOR_MEN = ['Mr.', 'Mr', 'Herr', 'M.', 'Sr.', 'Sir', 'Herr Dr.'];
const FOR_WOMEN = ['Ms.', 'Mrs', 'Frau', 'Mme', 'Sra.', 'Ms', 'Frau Dr.'];
const FOR_ALL = ['Dr.', 'Dr', 'Prof.', 'Prof. Dr.', 'Ing.', 'Dipl.-Ing.', 'Mag.'];
const LETTERS = [', MBA', ', PhD', ' PMP', ', CPA', ' MD', ', Esq.', ', P.E.', ' (he/him)', ' (she/her)', ', MSc'];
const NOTES = [' (CFO)', ' - decision maker', ' (new)', ' *', ' [VIP]', ' - call back', ' (assistant: Kim)', ' ✔'];

/** Puts the name in other clothes; false where it looks as before. */
export const dressed = (view: View, put: (name: string) => string): boolean => {
  const before = writtenName(view);
  view.dress.push(put);
  return view.order !== 'none' && before !== writtenName(view);
};

/** Ways to write a name that lose nothing of it. */
export const NAME_DRESSES: readonly Trouble[] = [
  {
    kind: 'given name and surname swapped',
    weight: 3,
    cell: 'name',
    harm: (v) => {
      v.order = 'eastern';
      return true;
    },
  },
  {
    kind: 'surname first, with a comma',
    weight: 6,
    cell: 'name',
    harm: (v) => {
      v.order = 'comma';
      return true;
    },
  },
  {
    kind: 'honorific',
    weight: 5,
    cell: 'name',
    harm: (v, d) => {
      const word = d.pick([...FOR_ALL, ...{ man: FOR_MEN, woman: FOR_WOMEN, unknown: [] }[genderOf(v.person.name)]]);
      return dressed(v, (name) => `${word} ${name}`);
    },
  },
  {
    kind: 'letters after the name',
    weight: 3,
    cell: 'name',
    harm: (v, d) => {
      const letters = d.pick(LETTERS);
      return v.order === 'plain' && dressed(v, (name) => name + letters);
    },
  },
  {
    kind: 'note in the name cell',
    weight: 2,
    cell: 'name',
    harm: (v, d) => {
      const note = d.pick(NOTES);
      return dressed(v, (name) => name + note);
    },
  },
  {
    kind: 'middle name',
    weight: 4,
    cell: 'name',
    harm: (v, d) => {
      const { middle } = v.person.name;
      if (!middle || v.middle) return false;
      v.middle = d.chance(0.7) ? `${middle.charAt(0)}.` : middle;
      return true;
    },
  },
  {
    kind: 'hyphen lost',
    weight: 3,
    cell: 'name',
    harm: (v, d) =>
      dressed(v, d.chance(0.7) ? (name) => name.replaceAll('-', ' ') : (name) => name.replaceAll('-', '')),
  },
  {
    kind: 'upper case without accents',
    weight: 5,
    cell: 'name',
    harm: (v) => dressed(v, (name) => unaccented(name).toUpperCase()),
  },
  {
    kind: 'lower case',
    weight: 3,
    cell: 'name',
    harm: (v) => dressed(v, (name) => name.toLowerCase()),
  },
  {
    kind: 'accents spelled out',
    weight: 4,
    cell: 'name',
    harm: (v) => ['german', 'nordic', 'turkish'].includes(v.person.name.culture) && dressed(v, spelledOut),
  },
  {
    kind: 'name as in an address',
    weight: 1,
    cell: 'name',
    harm: (v) =>
      v.order === 'plain' && !v.suffix && dressed(v, (name) => unaccented(name).toLowerCase().replace(/\.? +/g, '.')),
  },
];
