import { describe, expect, test } from 'vitest';
import type { PersonCells } from './support/link-world.ts';
import { linked } from './support/linked.ts';

type Cells = Omit<PersonCells, 'id'>;
/** A lead, the people whom the client knows, the first of them the one it is taken for, and what becomes of it. */
type Row = readonly [what: string, lead: Cells, people: readonly Cells[], wanted: string];

const HOUR = Date.UTC(2026, 5, 15, 14);
const ALDER = { company: 'Alder Systems Inc' };
const MAIN = '+12125550100';

const saidOf = (lead: Cells, people: readonly Cells[]): string => {
  const [link] = linked(
    [{ ...lead, id: 'L-1' }],
    people.map((cells, i) => ({ ...cells, id: `C-${i + 1}` })),
  );
  return `${link?.decision} ${link?.reason}${link?.decision === 'linked' ? ` ${link.best?.id}` : ''}`;
};

const TWO_PEOPLE: readonly Row[] = [
  [
    'a colleague at the same hour behind the same number, with another family name, of whom one has two: nobody gives up one of them for a third',
    { ...ALDER, contact_name: 'María Delgado Méndez', email: 'maria2@alder.com', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'María Rodríguez', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'a colleague at the same hour behind the same number, whose given name is another form and whose family name is another',
    { ...ALDER, contact_name: 'Mary Dawson', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Marie Svensson', email: 'mariesvensson@alder.com', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'a colleague whose short name is of two, and whose address says which',
    { ...ALDER, contact_name: 'Samuel Williams' },
    [{ ...ALDER, contact_name: 'Sam Williams', email: 'samantha.williams@alder.com' }],
    'review spells_another',
  ],
  [
    'colleagues one letter apart, an address each, behind one number',
    { ...ALDER, contact_name: 'Anna Hanson', email: 'anna.hanson@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Anna Hansen', email: 'anna.hansen@alder.com', phone: MAIN }],
    'review two_addresses',
  ],
  [
    'a colleague one letter apart, who has the firm’s short address',
    { ...ALDER, contact_name: 'Anna Hanson', email: 'anna@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Anna Hansen', email: 'anna.hansen@alder.com', phone: MAIN }],
    'review two_addresses',
  ],
  [
    'Rose and Rosemary, both full names, at one firm',
    { ...ALDER, contact_name: 'Rose Vermeulen', email: 'rose.vermeulen@alder.com', phone: '+31630695852' },
    [{ ...ALDER, contact_name: 'Rosemary Vermeulen', phone: '+31682904963' }],
    'review initial_only',
  ],
  [
    'Elsa, who is no Elisabeth',
    { ...ALDER, contact_name: 'Elsa Jonsson', email: 'elsa.jonsson@alder.com', phone: '+46701350499' },
    [{ ...ALDER, contact_name: 'Elisabeth Jonsson' }],
    'review initial_only',
  ],
  [
    'an address alone, which another record gives to somebody else',
    { ...ALDER, contact_name: 'Chao Huang', email: 'desk7@alder.com' },
    [
      { ...ALDER, email: 'desk7@alder.com', phone: '+442031737413' },
      { ...ALDER, contact_name: 'Maryam Rahman', email: 'desk7@alder.com' },
    ],
    'review name_conflict',
  ],
  [
    'an address alone, which spells somebody else',
    { ...ALDER, contact_name: 'Christopher Lopes', email: 'janet.rice@alder.com' },
    [{ ...ALDER, email: 'janet.rice@alder.com' }],
    'review spells_another',
  ],
  [
    'namesakes at two firms that begin with the same word',
    { contact_name: 'Vijay Sharma', company: 'Global' },
    [
      { contact_name: 'Vijay Sharma', company: 'Global SA', email: 'vijay@global.example' },
      { contact_name: 'Vijay Sharma', company: 'Global Chemicals', email: 'vijay@global-chemicals.example' },
    ],
    'review rivals',
  ],
  [
    'a namesake with a private address and a number of their own',
    { contact_name: 'Anna Schmidt', email: 'anna.schmidt@gmail.com', phone: '+4915112345678' },
    [{ contact_name: 'Anna Schmidt', email: 'a.schmidt@web.de', phone: '+4917187654321' }],
    'none other_person',
  ],
  [
    'a namesake whose private address is a dot away',
    { contact_name: 'Kavita Suryakrishnan', email: 'kavitasuryakrishnan@gmail.com', phone: '+16177059709' },
    [{ contact_name: 'Kavita Suryakrishnan', email: 'kavita.suryakrishnan@gmail.com' }],
    'review name_only',
  ],
  [
    'namesakes who both write that they own a home',
    { contact_name: 'Wei Zhou', company: 'Homeowner', email: 'wzhou56@outlook.com' },
    [{ contact_name: 'Wei Zhou', company: 'Homeowner', email: 'weizhou72@aol.com' }],
    'review name_only',
  ],
  [
    'Claudia and Claudio, an address each',
    { ...ALDER, contact_name: 'Claudio Leone', email: 'claudio.leone@alder.com' },
    [{ ...ALDER, contact_name: 'Claudia Leone', email: 'claudia.leone@alder.com' }],
    'none other_person',
  ],
  [
    'staff of one surname, addresses one letter apart, behind one number',
    { ...ALDER, contact_name: 'Petra Ziegel', email: 'ziegelp@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Ulrike Ziegel', email: 'ziegelu@alder.com', phone: MAIN }],
    'none other_person',
  ],
  [
    'father and son behind one number',
    { ...ALDER, contact_name: 'John Carter', phone: MAIN },
    [{ ...ALDER, contact_name: 'John Carter Jr.', phone: MAIN, email: 'john.carter@alder.com' }],
    'review initial_only',
  ],
  [
    'a couple with one address and one number',
    { ...ALDER, contact_name: 'Tony Yoshida', email: 'haruka.yoshida@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Haruka Yoshida', email: 'haruka.yoshida@alder.com', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'namesakes at sister firms, each with its ending',
    { company: 'Alder Systems GmbH', contact_name: 'John Smith', email: 'john.smith@alder.de', phone: '+493012345670' },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', phone: MAIN }],
    'review name_only',
  ],
  [
    'a namesake whose row tells the firm and shows an address of another',
    { contact_name: 'John Smith', email: 'john.smith@birch.com', domain: 'alder.com' },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com' }],
    'review name_only',
  ],
  [
    'a namesake with a private address, the firm shortened, at another hour',
    { company: 'Alder', contact_name: 'John Smith', email: 'jsmith@gmail.com', starts_at: HOUR - 86_400_000 },
    [{ ...ALDER, contact_name: 'John Smith', email: 'jsmith@aldersystems.com', starts_at: HOUR }],
    'review name_only',
  ],
  [
    'a number that went on to somebody of another name and firm',
    { company: 'Birch Foods', contact_name: 'Mark Lobos', email: 'mark.lobos@birch.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Maria Lopez', email: 'maria.lopez@alder.com', phone: MAIN }],
    'none other_person',
  ],
  [
    'one given name, another family name, with the firm’s post address and main number',
    { ...ALDER, contact_name: 'Thomas Carroll', email: 'info@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Thomas Granfield', email: 'info@alder.com', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'one given name, another family name, the address, and a number of several people',
    { ...ALDER, contact_name: 'Thomas Carroll', email: 'thomas@alder.com', phone: MAIN },
    [
      { ...ALDER, contact_name: 'Thomas Granfield', email: 'thomas@alder.com', phone: MAIN },
      { ...ALDER, contact_name: 'Ruth Imai', phone: MAIN },
    ],
    'review name_conflict',
  ],
  [
    'a first letter apart, behind one number',
    { ...ALDER, contact_name: 'Sejan Young', phone: MAIN },
    [{ ...ALDER, contact_name: 'Dejan Young', email: 'dejan.young@alder.com', phone: MAIN }],
    'review initial_only',
  ],
  [
    'one initial and surname',
    { ...ALDER, contact_name: 'J. Smith' },
    [{ ...ALDER, contact_name: 'J. Smith', email: 'j.smith@alder.com' }],
    'review initial_only',
  ],
  [
    'a middle name behind one initial',
    { ...ALDER, contact_name: 'M. Ahmed Laith', email: 'a.laith@alder.com', phone: MAIN },
    [
      { ...ALDER, contact_name: 'M Laith', email: 'm.laith@alder.com', phone: MAIN },
      { ...ALDER, contact_name: 'Ruth Imai', phone: MAIN },
    ],
    'review spells_another',
  ],
  [
    'namesakes who both wrote a number that nobody has',
    { company: 'Birch Foods', contact_name: 'John Smith', phone: '+15555555555', email: 'a@a.com' },
    [{ ...ALDER, contact_name: 'John Smith', phone: '+15555555555', email: 'a@a.com' }],
    'none other_person',
  ],
  [
    'one of two family names, and nothing else',
    { contact_name: 'Enrique Quinino' },
    [{ ...ALDER, contact_name: 'Enrique Quinino Navarro' }],
    'review name_only',
  ],
  [
    'two family names for one, and nothing else',
    { contact_name: 'Enrique Quinino Navarro' },
    [{ ...ALDER, contact_name: 'Enrique Quinino' }],
    'review name_only',
  ],
  [
    'a family name that is a given name as well, without the second one, and nothing else',
    { contact_name: 'Ignacio Gil' },
    [{ ...ALDER, contact_name: 'Ignacio Gil Alonso' }],
    'review name_only',
  ],
  [
    'two of one name at the firm, told apart by a digit',
    { ...ALDER, contact_name: 'John Smith', phone: MAIN },
    [
      { ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', phone: '+12125550101' },
      { ...ALDER, contact_name: 'John Smith', email: 'john.smith2@alder.com', phone: '+12125550102' },
    ],
    'review rivals',
  ],
  [
    'Mark and Marcus, both given names, at one firm',
    { ...ALDER, contact_name: 'Mark Davis', email: 'mark.davis@alder.com' },
    [{ ...ALDER, contact_name: 'Marcus Davis', phone: MAIN }],
    'review initial_only',
  ],
  [
    'an initial of two at the firm, with a number that one of their records shows',
    { ...ALDER, contact_name: 'A. Morgan', phone: MAIN },
    [
      { ...ALDER, contact_name: 'Adam Morgan', email: 'adam.morgan@alder.com', phone: MAIN },
      { ...ALDER, contact_name: 'Alice Morgan', email: 'alice.morgan@alder.com' },
    ],
    'review rivals',
  ],
  [
    'a surname of two at the firm, at the hour of one',
    { ...ALDER, contact_name: 'Khan', starts_at: HOUR },
    [
      { ...ALDER, contact_name: 'Lina Khan', email: 'lina.khan@alder.com', starts_at: HOUR },
      { ...ALDER, contact_name: 'Omar Khan', email: 'omar.khan@alder.com', starts_at: HOUR + 86_400_000 },
    ],
    'review rivals',
  ],
  [
    'an M. before a name with a particle, of two at the firm',
    { ...ALDER, contact_name: 'M. de Wit' },
    [
      { ...ALDER, contact_name: 'Maria de Wit', email: 'maria.dewit@alder.com' },
      { ...ALDER, contact_name: 'Marco de Wit', email: 'marco.dewit@alder.com' },
    ],
    'review initial_only',
  ],
  [
    'an M. that may be the Monsieur’s of a couple with one address and number',
    { ...ALDER, contact_name: 'M. Joseph Thomas', email: 'matthew@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Matthew Thomas', email: 'matthew@alder.com', phone: MAIN }],
    'review initial_only',
  ],
  [
    'a record without a name, whose short address is no part of the name',
    { ...ALDER, contact_name: 'Seojun Seo', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, email: 'kang@alder.com', phone: MAIN, starts_at: HOUR }],
    'review spells_another',
  ],
  [
    'a son with his father’s name in the middle, behind the main number',
    { ...ALDER, contact_name: 'Brandon Robert Harris', email: 'bharris2@alder.com', phone: MAIN },
    [
      { ...ALDER, contact_name: 'Robert Harris', phone: MAIN },
      { ...ALDER, contact_name: 'Ruth Imai', phone: MAIN },
    ],
    'review initial_only',
  ],
  [
    'a middle name for a given one, and an address with the other',
    { ...ALDER, contact_name: 'Brandon Robert Harris', email: 'brandon2@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Robert Harris', phone: MAIN }],
    'review spells_another',
  ],
  [
    'Mary and Marilyn behind one address and number',
    { ...ALDER, contact_name: 'Mary Kingston', email: 'kingston@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Marilyn Kingston', email: 'kingston@alder.com', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'a namesake with a number of their own, at another hour',
    { contact_name: 'Hans Schmid', company: 'Birch Foods', phone: '+41791234567', starts_at: HOUR - 86_400_000 },
    [{ contact_name: 'Hans Schmid', phone: '+41797654321', starts_at: HOUR }],
    'none other_person',
  ],
  [
    'spouses behind one address, at another hour',
    { ...ALDER, contact_name: 'Carla Bianchi', email: 'bianchi@alder.com', phone: MAIN, starts_at: HOUR - 86_400_000 },
    [{ ...ALDER, contact_name: 'Carlo Bianchi', email: 'bianchi@alder.com', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'spouses behind one address, at one hour, whose names are far apart',
    { ...ALDER, contact_name: 'Rina Kobayashi', email: 'yuki@alder.com', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Yuki Kobayashi', email: 'yuki@alder.com', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'a namesake whose domain spells a firm that the client knows under another',
    { contact_name: 'Anita Jayanathan', email: 'jayanathan@alder.co', company: 'Alder Services' },
    [
      { contact_name: 'Anita Jayanathan', company: 'Alder' },
      { contact_name: 'Helen Boyd', email: 'boydh@alder.com', company: 'Alder' },
    ],
    'review name_only',
  ],
  [
    'a namesake at a firm of that name with another ending',
    { contact_name: 'Maryam Hassan', email: 'mhassan@euro.org', company: 'Euro Co.' },
    [{ contact_name: 'Maryam Hassan', email: 'maryam_hassan@euro.ae', domain: 'euro.ae' }],
    'review name_only',
  ],
  [
    'somebody called otherwise abroad, at another hour',
    { ...ALDER, contact_name: 'Grace Situ', email: 'jun.situ@alder.com', starts_at: HOUR - 86_400_000 },
    [{ ...ALDER, contact_name: 'Jun Situ', email: 'jun.situ@alder.com', starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'two given names of the West before one East Asian family name',
    { ...ALDER, contact_name: 'Grace Situ', email: 'situ@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'David Situ', email: 'situ@alder.com', starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'a couple whose family name is as frequent in the West',
    { ...ALDER, contact_name: 'Grace Park', email: 'park@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Tayden Park', email: 'park@alder.com', starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'an initial that no form of the given name has',
    { ...ALDER, contact_name: 'R. Bradson', email: 'bradson@alder.com' },
    [{ ...ALDER, contact_name: 'Bill Bradson', email: 'bradson@alder.com' }],
    'review name_conflict',
  ],
  [
    'a stranger with the address that is made of somebody’s name, at another hour',
    { ...ALDER, contact_name: 'Claudia Rothrieder', email: 'julie.barbier@alder.com', starts_at: HOUR - 86_400_000 },
    [{ ...ALDER, contact_name: 'Julie Barbier', email: 'julie.barbier@alder.com', starts_at: HOUR }],
    'none other_person',
  ],
  [
    'a stranger with the address that is made of somebody’s name, at the same hour',
    { ...ALDER, contact_name: 'Claudia Rothrieder', email: 'julie.barbier@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Julie Barbier', email: 'julie.barbier@alder.com', starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'a stranger with the number, at the same hour',
    { ...ALDER, contact_name: 'Gerrit Janssen', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Eva Schouten', phone: MAIN, email: 'schouten@alder.com', starts_at: HOUR }],
    'none other_person',
  ],
  [
    'a stranger with the number, at the same hour, whose address is made of the other name',
    { ...ALDER, contact_name: 'Gerrit Janssen', email: 'eva.schouten@alder.com', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Eva Schouten', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'spouses two letters apart, with the address that is made of one of them',
    { ...ALDER, contact_name: 'Rohini Rao', email: 'rohan.rao@alder.com' },
    [{ ...ALDER, contact_name: 'Rohan Rao', email: 'rohan.rao@alder.com' }],
    'review name_conflict',
  ],
  [
    'spouses of short names, with the address that is made of one of them',
    { ...ALDER, contact_name: 'Yan Han', email: 'fang@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Fang Han', email: 'fang@alder.com', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'no name, with the address and the number of spouses of short names',
    { ...ALDER, email: 'fang@alder.com', phone: MAIN },
    [
      { ...ALDER, contact_name: 'Fang Han', email: 'fang@alder.com', phone: MAIN },
      { ...ALDER, contact_name: 'Yan Han', email: 'fang@alder.com', phone: MAIN },
    ],
    'review rivals',
  ],
  [
    'brothers one letter apart, with the address of one of them',
    { ...ALDER, contact_name: 'Ramesh Rao', email: 'rajesh.rao@alder.com' },
    [{ ...ALDER, contact_name: 'Rajesh Rao', email: 'rajesh.rao@alder.com' }],
    'review name_conflict',
  ],
  [
    'brothers one letter apart at one firm',
    { ...ALDER, contact_name: 'Ramesh Rao' },
    [{ ...ALDER, contact_name: 'Rajesh Rao' }],
    'none other_person',
  ],
  [
    'colleagues of a Chinese family name, given names one letter apart, behind one number',
    { ...ALDER, contact_name: 'Meiling Chen', phone: MAIN },
    [{ ...ALDER, contact_name: 'Meilin Chen', phone: MAIN }],
    'review initial_only',
  ],
  [
    'the same, the family name first',
    { ...ALDER, contact_name: 'Chen Meiling', phone: MAIN },
    [{ ...ALDER, contact_name: 'Chen Meilin', phone: MAIN }],
    'review initial_only',
  ],
  [
    'two middle initials, behind one number',
    { ...ALDER, contact_name: 'John R. Smith', phone: MAIN },
    [{ ...ALDER, contact_name: 'John P. Smith', phone: MAIN }],
    'review initial_only',
  ],
  [
    'Jean-Pierre and Jean-Paul, behind one number',
    { ...ALDER, contact_name: 'Jean-Pierre Petit', phone: MAIN },
    [{ ...ALDER, contact_name: 'Jean-Paul Petit', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'spouses, one with the family name first, which is short for the other’s given name',
    { ...ALDER, contact_name: 'Wolfgang Wolf', email: 'wolf@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Wolf Annette', email: 'wolf@alder.com', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'two names of China before one family name, with one address, at the hour',
    { ...ALDER, contact_name: 'Ming Liu', email: 'yliu@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Yuting Liu', email: 'yliu@alder.com', starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'José María and María José, an address each',
    { ...ALDER, contact_name: 'José María López', email: 'jose.lopez@alder.com' },
    [{ ...ALDER, contact_name: 'María José López', email: 'maria.lopez@alder.com' }],
    'none other_person',
  ],
  [
    'two of one name but for the generation, with the address of both',
    { ...ALDER, contact_name: 'Robert Smith II', email: 'robert.smith@alder.com' },
    [{ ...ALDER, contact_name: 'Robert Smith III', email: 'robert.smith@alder.com' }],
    'review name_conflict',
  ],
  [
    'brother and sister two letters apart, with the address of one of them',
    { ...ALDER, contact_name: 'Oleg Ivanov', email: 'olga.ivanova@alder.com' },
    [{ ...ALDER, contact_name: 'Olga Ivanova', email: 'olga.ivanova@alder.com' }],
    'review name_conflict',
  ],
  [
    'colleagues whose names have a particle and are a letter apart, an address each',
    { ...ALDER, contact_name: 'Jan de Jong', email: 'jan.jong@alder.com' },
    [{ ...ALDER, contact_name: 'Jan de Jonge', email: 'jan.jonge@alder.com' }],
    'review two_addresses',
  ],
  [
    'colleagues of short names a letter apart, an address each, behind one number',
    { ...ALDER, contact_name: 'Nguyen Van An', email: 'nguyen.an@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Nguyen Van Anh', email: 'nguyen.anh@alder.com', phone: MAIN }],
    'review two_addresses',
  ],
  [
    'Käthe and Katharina, both given names, at one firm',
    { ...ALDER, contact_name: 'Käthe Stein', email: 'kaethe.stein@alder.com' },
    [{ ...ALDER, contact_name: 'Katharina Stein', phone: MAIN }],
    'review initial_only',
  ],
  [
    'a family name with a particle, and another’s before the given name',
    { ...ALDER, contact_name: 'van Dam Dirk', phone: MAIN },
    [{ ...ALDER, contact_name: 'van Dijk', email: 'jan.vandijk@alder.com' }],
    'review initial_only',
  ],
  [
    'two family names of a brother, whose address has his given name',
    { ...ALDER, contact_name: 'Serrano Escini Manuel', email: 'manuelserrano@alder.com' },
    [{ ...ALDER, contact_name: 'Serrano Escini', email: 'antonioserrano@alder.com' }],
    'none other_person',
  ],
  [
    'an initial and another family name, with the number, at the same hour',
    { ...ALDER, contact_name: 'E. Janssen', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Eva Schouten', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'a name in another script, with the number, at the same hour',
    { ...ALDER, contact_name: 'Иван Петров', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Ivan Petrov', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'a form of the given name and another family name, with the number, at the same hour',
    { ...ALDER, contact_name: 'Peggy Janssen', phone: MAIN, starts_at: HOUR },
    [
      { ...ALDER, contact_name: 'Margaret Schouten', phone: MAIN, starts_at: HOUR },
      { ...ALDER, contact_name: 'Ruth Imai', phone: MAIN },
    ],
    'review name_conflict',
  ],
  [
    'an initial at the firm, behind the number of somebody whose name has it too',
    { ...ALDER, contact_name: 'S. Miller', phone: MAIN, starts_at: HOUR },
    [
      { ...ALDER, contact_name: 'Steven Miller', phone: '+12125550101', starts_at: HOUR },
      { ...ALDER, contact_name: 'Sarah Miller', phone: MAIN },
    ],
    'review rivals',
  ],
  [
    'namesakes of one firm, each with its main number',
    { company: 'Alder Systems EMEA', contact_name: 'John Smith', phone: MAIN },
    [
      { ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', phone: MAIN },
      { ...ALDER, contact_name: 'John Smith', email: 'john.smith2@alder.com', phone: MAIN },
    ],
    'review rivals',
  ],
  [
    'namesakes of two firms with the number of an office that both share with others',
    { company: 'Alder Systems EMEA', contact_name: 'John Smith', phone: MAIN, starts_at: HOUR },
    [
      { ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', phone: MAIN },
      { company: 'Birch Foods', contact_name: 'John Smith', email: 'js@birch.com', phone: MAIN, starts_at: HOUR },
      { company: 'Birch Foods', contact_name: 'Ruth Imai', phone: MAIN },
    ],
    'review rivals',
  ],
  [
    'a namesake elsewhere, an hour later',
    { company: 'Birch Foods', contact_name: 'John Smith', email: 'john.smith@birch.com', starts_at: HOUR + 3_600_000 },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', starts_at: HOUR }],
    'none other_person',
  ],
  [
    'a namesake elsewhere, at the same hour',
    { company: 'Birch Foods', contact_name: 'John Smith', email: 'john.smith@birch.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', starts_at: HOUR }],
    'review name_only',
  ],
  [
    'one initial, an address each that spells its own, at the same hour',
    { ...ALDER, contact_name: 'J. Smith', email: 'jane.smith@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', starts_at: HOUR }],
    'review spells_another',
  ],
  [
    'one letter apart, an address each that spells its own, at the same hour',
    { ...ALDER, contact_name: 'Anna Hanson', email: 'anna.hanson@alder.com', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Anna Hansen', email: 'anna.hansen@alder.com', phone: MAIN, starts_at: HOUR }],
    'review two_addresses',
  ],
  [
    'a first letter apart at the firm, at another hour',
    { ...ALDER, contact_name: 'Inés Verrer', starts_at: HOUR - 86_400_000 },
    [{ ...ALDER, contact_name: 'Inés Ferrer', starts_at: HOUR }],
    'review initial_only',
  ],
  [
    'a namesake at a firm one letter apart, at another hour',
    { contact_name: 'John Smith', company: 'Sky Mill Industries', starts_at: HOUR - 86_400_000 },
    [{ contact_name: 'John Smith', company: 'Sly Mill Industries', starts_at: HOUR }],
    'review name_only',
  ],
  [
    'given names that begin alike and that no list has, under one address',
    { ...ALDER, contact_name: 'Gurpreet Gill', email: 'gill@alder.com' },
    [{ ...ALDER, contact_name: 'Gurdeep Gill', email: 'gill@alder.com' }],
    'review name_conflict',
  ],
  [
    'given names that begin alike and that no list has, with number and hour',
    { ...ALDER, contact_name: 'Harpreet Singh', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Harjit Singh', email: 'harjit@alder.com', phone: MAIN, starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'spouses behind one address, at one hour, whose names begin alike',
    { ...ALDER, contact_name: 'Peter Kingston', email: 'kingston@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Paula Kingston', email: 'kingston@alder.com', starts_at: HOUR }],
    'review name_conflict',
  ],
  [
    'brothers of a firm whose family name stands first, behind one address and number',
    { ...ALDER, contact_name: 'Kovács János', email: 'kovacs@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Kovács József', email: 'kovacs@alder.com', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'sisters one letter apart whose family name stands first, at one firm',
    { ...ALDER, contact_name: 'Kovács Mária' },
    [{ ...ALDER, contact_name: 'Kovács Márta', phone: MAIN }],
    'none other_person',
  ],
  [
    'a wife by her husband’s name, behind one number',
    { ...ALDER, contact_name: 'Szabó Ferencné', phone: MAIN },
    [{ ...ALDER, contact_name: 'Szabó Ferenc', phone: MAIN }],
    'review name_conflict',
  ],
  [
    'a son with his father’s name in the middle, behind the number of both',
    { ...ALDER, contact_name: 'Mohammed Ahmed Saleh', phone: MAIN },
    [{ ...ALDER, contact_name: 'Ahmed Saleh', phone: MAIN }],
    'review initial_only',
  ],
  [
    'a middle name that may be the first of two family names, behind one number',
    { ...ALDER, contact_name: 'Ed James-Johnson', phone: MAIN },
    [{ ...ALDER, contact_name: 'James Johnson', phone: MAIN }],
    'review initial_only',
  ],
  [
    'brother and sister by the endings of both names, behind one address',
    { ...ALDER, contact_name: 'Zdravka Petkova', email: 'petkov@alder.com' },
    [{ ...ALDER, contact_name: 'Zdravko Petkov', email: 'petkov@alder.com' }],
    'review name_conflict',
  ],
  [
    'an initial whose address tells another given name, behind one number',
    { ...ALDER, contact_name: 'J. Martin', email: 'jane.martin@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'James Martin', phone: MAIN }],
    'review spells_another',
  ],
  [
    'a partner with the shared address and number, whose name is another form of the same',
    { ...ALDER, contact_name: 'Elizabeth Thompson', email: 'lisathompson@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Lisa Thompson', email: 'lisathompson@alder.com', phone: MAIN }],
    'review initial_only',
  ],
  [
    'a namesake at a foundation of the same name',
    { company: 'Alder', contact_name: 'John Smith', email: 'john@alder.org' },
    [{ company: 'Alder', contact_name: 'John Smith', email: 'john@alder.com' }],
    'review name_only',
  ],
  [
    'the numbered address of a namesake by surname, on a record without a name',
    { ...ALDER, contact_name: 'Xinyi Yuan', email: 'yuan2@alder.com' },
    [
      { ...ALDER, email: 'yuan2@alder.com' },
      { ...ALDER, contact_name: 'Xinyi Yuan', email: 'yuan@alder.com' },
    ],
    'review rivals',
  ],
  [
    'João Pedro and João Lucas, who shows one family name more',
    { ...ALDER, contact_name: 'João Pedro Pereira', email: 'office@alder.com', phone: '+5548881678882' },
    [
      {
        ...ALDER,
        contact_name: 'João Lucas Macedo Pereira',
        email: 'joao.macedo@alder.com',
        phone: '+5594370543394',
      },
    ],
    'none other_person',
  ],
  [
    'Maria Júlia Ferreira and Maria Helena Ferreira Barbosa',
    { ...ALDER, contact_name: 'Maria Júlia Ferreira', email: 'mferreira@alder.com' },
    [{ ...ALDER, contact_name: 'Maria Helena Ferreira Barbosa', email: 'ferreira@alder.com' }],
    'none other_person',
  ],
  [
    'one family name that two people share, beside another one each',
    { ...ALDER, contact_name: 'João Pinto Almeida', email: 'joao.pinto@alder.com', phone: '+5580167473211' },
    [
      {
        ...ALDER,
        contact_name: 'João Miguel Nascimento Pinto',
        email: 'joao.nascimento@gmail.com',
        phone: '+5580167473781',
      },
    ],
    'review initial_only',
  ],
  [
    'a given name with a hyphen alone, of which the half is no known one',
    { ...ALDER, contact_name: 'Seo-jun', email: 'seojun.shin@alder.com' },
    [{ ...ALDER, contact_name: 'Seo-jun Lim' }],
    'review initial_only',
  ],
  [
    'the very name of a colleague, beside the address of one whose name is a letter apart',
    { ...ALDER, contact_name: 'Shota Takahashi', email: 'sotat@alder.com', phone: '+815393503612' },
    [
      { ...ALDER, contact_name: 'Sota Takahashi', email: 'sotat@alder.com', phone: '+814059666780' },
      { ...ALDER, contact_name: 'Shota Takahashi', email: 'shotat@alder.com', phone: '+816312606417' },
    ],
    'review rivals',
  ],
  [
    'no name, the address of one and the direct number of another',
    { ...ALDER, email: 'juliae@alder.com', phone: '+34887385342' },
    [
      { ...ALDER, contact_name: 'Julia Escalante', email: 'juliae@alder.com', phone: '+34887385775' },
      { ...ALDER, contact_name: 'Virginia Alvarado', email: 'virginia.alvarado@gmail.com', phone: '+34887385342' },
    ],
    'review rivals',
  ],
  [
    'an address without a name, of which neither part begins like the name beside it',
    { ...ALDER, contact_name: 'Béatrice Barre', email: 't.da@alder.com', phone: '+33828354911' },
    [{ ...ALDER, email: 't.da@alder.com', phone: '+33828754650' }],
    'review spells_another',
  ],
  [
    'a name alone that an address without a name does not spell',
    { ...ALDER, contact_name: 'Chopra', email: 'b.menon@alder.com' },
    [{ ...ALDER, email: 'b.menon@alder.com' }],
    'review spells_another',
  ],
  [
    'Min-ji and Min-jun, of one family',
    { ...ALDER, contact_name: 'Min-ji Kim', email: 'minji.kim@alder.com' },
    [{ ...ALDER, contact_name: 'Min-jun Kim', email: 'mj.kim13@gmail.com' }],
    'review initial_only',
  ],
  [
    'Enzo, who is no Lorenzo',
    { ...ALDER, contact_name: 'Lorenzo Alves', email: 'lorenzo.alves@gmail.com' },
    [{ ...ALDER, contact_name: 'Enzo Alves', email: 'enzo.alves@alder.com' }],
    'review initial_only',
  ],
  [
    'private mail without a name that spells another one, at the same hour behind the firm’s number',
    { ...ALDER, contact_name: 'Makary Lach', email: 'makary_lach@alder.com', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, email: 'edelberga.ingrassia@gmail.com', phone: MAIN, starts_at: HOUR }],
    'review spells_another',
  ],
  [
    'the private mail of another name, which a record without one has as well',
    { ...ALDER, contact_name: 'Makary Lach', email: 'edelberga.ingrassia@gmail.com' },
    [{ ...ALDER, email: 'edelberga.ingrassia@gmail.com' }],
    'review spells_another',
  ],
  [
    'an initial beside an address without a name, which tells another given name',
    { ...ALDER, contact_name: 'M. Kunde-Heaney', email: 'alexa@alder.com' },
    [{ ...ALDER, email: 'alexa@alder.com' }],
    'review spells_another',
  ],
  [
    'Ding and Dong, who are two families',
    { ...ALDER, contact_name: 'Yuting Ding', phone: '+8693484341337' },
    [{ ...ALDER, contact_name: 'Yuting Dong', email: 'y.dong@alder.com', phone: '+8675254881959' }],
    'review initial_only',
  ],
  [
    'an initial beside an address without a name, which tells another family name',
    { ...ALDER, contact_name: 'C. Ghosh', email: 'quitzon@alder.com' },
    [{ ...ALDER, email: 'quitzon@alder.com' }],
    'review spells_another',
  ],
  [
    'a namesake at a firm whose name begins otherwise, two letters apart',
    { contact_name: 'Peter Vermeulen', company: 'Wolflogic PLC', phone: MAIN },
    [{ contact_name: 'Peter Vermeulen', company: 'Goldlogic', email: 'peter.vermeulen@goldlogic.example' }],
    'none other_person',
  ],
  [
    'a colleague’s address beside the name of somebody of her family at the firm',
    { ...ALDER, contact_name: 'David Walters', email: 'michelle.walters@alder.com' },
    [{ ...ALDER, contact_name: 'David Walters', email: 'david.walters@alder.com' }],
    'review two_addresses',
  ],
  [
    'another initial before the family name',
    { ...ALDER, contact_name: 'David Walters', email: 'mwalters@alder.com' },
    [{ ...ALDER, contact_name: 'David Walters', email: 'david.walters@alder.com' }],
    'review two_addresses',
  ],
  [
    'two of one name, whom the host tells apart by a number, behind one number',
    { ...ALDER, contact_name: 'Anna Hansen', email: 'ahansen2@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Anna Hansen', email: 'ahansen@alder.com', phone: MAIN }],
    'review two_addresses',
  ],
  [
    'two given names, the second of them another, before a family name with a particle',
    { ...ALDER, contact_name: 'Luiz Otávio da Silva' },
    [{ ...ALDER, contact_name: 'Luiz Felipe da Silva' }],
    'none other_person',
  ],
  [
    'given names a letter apart, which are both names',
    { ...ALDER, contact_name: 'Cody Marsh' },
    [{ ...ALDER, contact_name: 'Cory Marsh' }],
    'none other_person',
  ],
  [
    'a family name beside a work address that spells a given name of no list',
    { ...ALDER, contact_name: 'Rodriguez', email: 'christelle.rodriguez@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Gérard Rodriguez', phone: MAIN }],
    'review spells_another',
  ],
  [
    'namesakes at two firms that begin alike, the second with a word of it again',
    { contact_name: 'Guangming Cai', company: 'Bold Water' },
    [
      { contact_name: 'Guangming Cai', email: 'guangming.cai@boldwater.com', company: 'Bold Water Marketing' },
      { contact_name: 'Guangming Cai', email: 'gcai@bwtreatment.co', company: 'Bold Water Water Treatment Inc.' },
    ],
    'review rivals',
  ],
  [
    'a family name beside a private address that spells another given name',
    { ...ALDER, contact_name: 'Turnbull', email: 'ruthturnbull12@gmail.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Valerie Turnbull', email: 'valerie.turnbull@alder.com', phone: MAIN }],
    'review spells_another',
  ],
  [
    'a given name beside a work address that spells another family name',
    { ...ALDER, contact_name: 'Ján', email: 'jan_stastna@alder.com', phone: MAIN },
    [{ ...ALDER, contact_name: 'Ján Matějková', phone: MAIN }],
    'review spells_another',
  ],
];

const ONE_PERSON: readonly Row[] = [
  [
    'called by a name of the West, whose own one is frequent in Korea, at the hour',
    { ...ALDER, contact_name: 'Tony Seo', email: 'mseo@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Minji Seo', email: 'mseo@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'called by a name of the West before a family name of Vietnam, at the hour',
    { ...ALDER, contact_name: 'Jenny Đinh', email: 'tdinh@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Thắng Đinh', email: 'tdinh@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'two halves of the name that the shared address is made of',
    { ...ALDER, contact_name: 'Jens', email: 'jens.johansson@alder.com' },
    [{ ...ALDER, contact_name: 'Johansson', email: 'jens.johansson@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'two slips in a given name that the shared address has right',
    { ...ALDER, contact_name: 'Ammyt Pillai', email: 'amit.pillai@alder.com', phone: '+12125550101' },
    [{ ...ALDER, contact_name: 'Amit Pillai', email: 'amit.pillai@alder.com', phone: MAIN }],
    'linked agrees C-1',
  ],
  [
    'two slips in a family name that the shared address has right',
    { ...ALDER, contact_name: 'Jonathan Gret', email: 'j.grant@alder.com', phone: '+12125550101' },
    [{ ...ALDER, contact_name: 'Jonathan Grant', email: 'j.grant@alder.com', phone: MAIN }],
    'linked agrees C-1',
  ],
  [
    'an M. and a second address, both made of the whole name, at the same hour',
    { ...ALDER, contact_name: 'M. Hall-Mason', email: 'hallmason.michael@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Michael Hall-Mason', email: 'michael_hallmason@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'an assistant’s address, with name, direct number and hour, where one side tells no firm',
    { ...ALDER, contact_name: 'Mikael Öberg', email: 'ruth.imai@alder.com', phone: MAIN, starts_at: HOUR },
    [{ contact_name: 'Mikael Öberg', phone: MAIN, starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'a slip at the beginning of the address, a short form, at the same hour',
    { ...ALDER, contact_name: 'Mick Young', email: 'nichael.young@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Michael Young', email: 'michael.young@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'a short form of a name that has a slip, with the address',
    { ...ALDER, contact_name: 'Peggy Goodwin', email: 'mgoodwin@alder.com' },
    [{ ...ALDER, contact_name: 'Marfaret Goodwin', email: 'mgoodwin@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'an initial at the firm and the hour, behind the number of a colleague of another name',
    { ...ALDER, contact_name: 'S. Miller', phone: MAIN, starts_at: HOUR },
    [
      { ...ALDER, contact_name: 'Steven Miller', phone: '+12125550101', starts_at: HOUR },
      { ...ALDER, contact_name: 'Hans Graf', phone: MAIN, starts_at: HOUR - 7_200_000 },
    ],
    'linked agrees C-1',
  ],
  [
    'a name at the firm, behind the number of a row without one whose address is another’s',
    { ...ALDER, contact_name: 'Mario Bianco', email: 'mbianco@libero.it', phone: MAIN },
    [
      { ...ALDER, contact_name: 'Mario Bianco', email: 'mario.bianco@alder.com' },
      { ...ALDER, email: 'geoffrey.wood@alder.com', phone: MAIN },
    ],
    'linked agrees C-1',
  ],
  [
    'the firm of a branch, of a number that the same name took along from another firm',
    { company: 'Alder Systems EMEA', contact_name: 'John Smith', phone: MAIN, starts_at: HOUR },
    [
      { ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', phone: MAIN },
      { company: 'Birch Foods', contact_name: 'John Smith', email: 'js@birch.com', phone: MAIN, starts_at: HOUR },
    ],
    'linked agrees C-1',
  ],
  [
    'a middle name and a direct number, at the same hour',
    { ...ALDER, contact_name: 'Mohammed Ahmed Saleh', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Ahmed Saleh', phone: MAIN, starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'a slip that makes another name, with the address, at the same hour',
    { ...ALDER, contact_name: 'Caro Bianchi', email: 'bianchi@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Carlo Bianchi', email: 'bianchi@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'a pet form that no list has, with the address, at the same hour',
    { ...ALDER, contact_name: 'Jurriaantje Bos', email: 'bos@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Jurrina Bos', email: 'bos@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'another family name with the address, at the same hour',
    { ...ALDER, contact_name: 'Barbara Ward', email: 'barbara.turner@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Barbara Turner', email: 'barbara.turner@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'another family name with the direct number, at the same hour',
    { ...ALDER, contact_name: 'Barbara Ward', phone: MAIN, starts_at: HOUR },
    [
      {
        ...ALDER,
        contact_name: 'Barbara Turner',
        email: 'barbara.turner@alder.com',
        phone: MAIN,
        starts_at: HOUR,
      },
    ],
    'linked agrees C-1',
  ],
  [
    'a first letter apart at the firm, at the same hour',
    { ...ALDER, contact_name: 'Inés Verrer', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Inés Ferrer', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'the firm one letter apart, at the same hour',
    { contact_name: 'John Smith', company: 'Sy Mill Industries', starts_at: HOUR },
    [{ contact_name: 'John Smith', company: 'Sky Mill Industries', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'the firm at another domain, at the same hour',
    { ...ALDER, contact_name: 'John Smith', email: 'jsmith@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@aldersystems.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'an ending that lost a letter',
    { ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.co' },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'a short form and a second address, both made of the whole name, at the same hour',
    { ...ALDER, contact_name: 'Mel Stone', email: 'mstone@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Melissa Stone', email: 'stone.melissa@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'an initial and a second address, both made of the whole name, at the same hour',
    { ...ALDER, contact_name: 'J. Smith', email: 'jsmith@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'another family name than the address, with the direct number, at the same hour',
    { ...ALDER, contact_name: 'William Hunter', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'William Kelly', email: 'w.kelly@alder.com', phone: MAIN, starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'an assistant’s address, with the direct number, a slip in the name, at the same hour',
    { ...ALDER, contact_name: 'Jmaes Martin', email: 'ruth.imai@alder.com', phone: MAIN, starts_at: HOUR },
    [{ ...ALDER, contact_name: 'James Martin', email: 'james.martin@alder.com', phone: MAIN, starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'a short form, beside an address that repeats the whole name',
    { ...ALDER, contact_name: 'Lottie Walker' },
    [{ ...ALDER, contact_name: 'Charlotte Walker', email: 'charlootte@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'a surname of two at the firm, with the number and at the hour of one',
    { ...ALDER, contact_name: 'Khan', phone: MAIN, starts_at: HOUR },
    [
      { ...ALDER, contact_name: 'Lina Khan', phone: MAIN, starts_at: HOUR },
      { ...ALDER, contact_name: 'Omar Khan', email: 'omar.khan@alder.com', starts_at: HOUR + 86_400_000 },
    ],
    'linked agrees C-1',
  ],
  [
    'an ending that no host has',
    { ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.con' },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.org' }],
    'linked agrees C-1',
  ],
  [
    'another ending at the same hour',
    { ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.net', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'another ending, the right one told beside it',
    { contact_name: 'John Smith', email: 'john.smith@alder.net', domain: 'alder.com' },
    [{ ...ALDER, contact_name: 'John Smith', email: 'john.smith@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'a private address, the firm shortened, at the same hour',
    { company: 'Alder', contact_name: 'John Smith', email: 'jsmith@gmail.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'John Smith', email: 'jsmith@aldersystems.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'the firm shortened, at the domain under which the client knows it',
    { company: 'Alder', contact_name: 'John Smith', email: 'john.smith@ads-group.com' },
    [
      { ...ALDER, contact_name: 'John Smith', phone: '+12125550101' },
      { ...ALDER, contact_name: 'Ruth Imai', email: 'ruth.imai@ads-group.com' },
    ],
    'linked agrees C-1',
  ],
  [
    'a firm written as the domain that spells it',
    { company: 'aldersystems.com', contact_name: 'Tom Cole' },
    [{ ...ALDER, contact_name: 'Thomas Cole' }],
    'linked agrees C-1',
  ],
  [
    'a slip in both names under one address',
    { ...ALDER, contact_name: 'Savid Yarople', email: 'david.yarpole@alder.com' },
    [{ ...ALDER, contact_name: 'David Yarpole', email: 'david.yarpole@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'called by a name of the West before an East Asian family name, at the hour',
    { ...ALDER, contact_name: 'Grace Situ', email: 'jun.situ@alder.com', starts_at: HOUR },
    [{ ...ALDER, contact_name: 'Jun Situ', email: 'jun.situ@alder.com', starts_at: HOUR }],
    'linked agrees C-1',
  ],
  [
    'a department behind the name of the firm',
    { contact_name: 'Juan Zhao', company: 'Alder Systems – Sales Dept.' },
    [{ contact_name: 'Juan Zhao', company: 'Alder Systems Inc.', email: 'juan.zhao@alder-int.com' }],
    'linked agrees C-1',
  ],
  [
    'the initial of the name behind a short form',
    { ...ALDER, contact_name: 'R. Bradson', email: 'rbradson@alder.com' },
    [{ ...ALDER, contact_name: 'Dick Bradson', email: 'rbradson@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'another family name with address, direct number and firm',
    { ...ALDER, contact_name: 'Barbara Ward', email: 'barbara.turner@alder.com', phone: '+12125550101' },
    [{ ...ALDER, contact_name: 'Barbara Turner', email: 'barbara.turner@alder.com', phone: '+12125550101' }],
    'linked agrees C-1',
  ],
  [
    'a slip in the name, and a second address that has it right',
    { ...ALDER, contact_name: 'Ruth Herris', email: 'harris.ruth@alder.com' },
    [{ ...ALDER, contact_name: 'Ruth Harris', email: 'rharris@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'a short form, and a second address with the full one',
    { ...ALDER, contact_name: 'Josh Parsons', email: 'joshua.parsons@alder.com' },
    [{ ...ALDER, contact_name: 'Joshua Parsons', email: 'jparsons@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'a slip in a short address that no longer spells the name',
    { ...ALDER, contact_name: 'Sylvie Brun', email: 'sburn@alder.com' },
    [{ ...ALDER, contact_name: 'Sylvie Brun', email: 'sbrun@alder.com' }],
    'linked agrees C-1',
  ],
  [
    'twice in the CRM, once without an address',
    {
      company: 'Alder Systems',
      contact_name: 'Nora Schön',
      email: 'nora.schoen@gmail.com',
      domain: 'alder.com',
      starts_at: HOUR,
    },
    [
      {
        company: 'Alder Systems',
        contact_name: 'Nora Schön',
        email: 'nschoen@alder.com',
        phone: '+12125550101',
        starts_at: HOUR,
      },
      { company: 'Alder Systems', contact_name: 'Nora Schön', phone: '+12125550101' },
    ],
    'linked agrees C-1',
  ],
];

describe('people who are easily taken for each other', () => {
  test.each(TWO_PEOPLE)('%s: not linked', (_, lead, people, wanted) => {
    expect(saidOf(lead, people)).toBe(wanted);
  });
});

describe('one person in two forms', () => {
  test.each(ONE_PERSON)('%s: linked', (_, lead, people, wanted) => {
    expect(saidOf(lead, people)).toBe(wanted);
  });
});
