import type { Dice } from './dice.ts';
import { BRAND_ENDS, BRANDS, ENDINGS, FIRSTS, LASTS, LEGALS, SINGLES, TRADES } from './link-world-firm-words.ts';
import type { Numbers } from './link-world-numbers.ts';
import { countriesOf, cultureOf, familyOf } from './link-world-people.ts';
import { folded, slipped, spelledOut, unaccented } from './link-world-text.ts';

/** A firm as it calls itself. */
export interface Firm {
  /** Its first word, which other firms may share. */
  readonly head: string;
  /** What is left of the name for a hasty reader: firms of one stem are taken for each other. */
  readonly stem: string;
  /** The whole name without its legal form. */
  readonly name: string;
  readonly legal: string;
  readonly domain: string;
  /** The domain can be told from the name. */
  readonly isPlainDomain: boolean;
  /** The host of its e-mail addresses. */
  readonly host: string;
  readonly pattern: Pattern;
  readonly country: string;
  readonly culture: string;
  readonly switchboard: string;
  readonly roleAddress: string;
}

const legalsOf = (country: string): readonly string[] => LEGALS[country] ?? ['Ltd', ''];
export const PATTERNS = [
  'first.last',
  'first.last',
  'first.last',
  'flast',
  'flast',
  'first',
  'f.last',
  'firstlast',
  'first_last',
  'last',
  'lastf',
  'last.first',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** A host's labels: letters, digits and dashes. */
const label = (text: string, dash: string): string =>
  spelledOut(text)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', dash);
const ROLES = ['info', 'office', 'sales', 'contact', 'kontakt', 'hello', 'admin', 'support', 'mail', 'enquiries'];

/** Makes the firms of a world: no two have the same name or domain. */
export class Firms {
  readonly #names = new Set<string>();
  readonly #domains = new Set<string>();
  readonly #numbers: Numbers;
  readonly #heads: string[] = [];

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  /** A firm; with `like` one whose name begins with the same word but is another firm. */
  make(dice: Dice, like?: Firm): Firm {
    for (;;) {
      const culture = like?.culture ?? cultureOf(dice).key;
      const country = like?.country ?? dice.pick(countriesOf(culture));
      const [head, name] = like
        ? [like.head, `${like.head} ${dice.pick(TRADES)}`]
        : this.#named(culture, country, dice);
      if (this.#names.has(folded(name))) continue;
      const ending = dice.pick(ENDINGS[country] ?? [country.toLowerCase(), country.toLowerCase(), 'com']);
      const isPlainDomain = !!like || dice.chance(0.88);
      const words = label(name, ' ').split(' ');
      const stem = isPlainDomain
        ? dice.pick([label(name, ''), label(name, ''), label(name, '-'), ...(like ? [] : [label(head, '')])])
        : dice.chance(0.5) && words.length > 1
          ? `${words.map((word) => word[0]).join('')}-${dice.pick(['group', 'online', 'int', 'hq', 'net'])}`
          : dice.pick(['get', 'try', 'my', 'go']) + dice.pick(BRANDS) + dice.pick(BRAND_ENDS);
      const domain = `${stem}.${ending}`;
      if (this.#domains.has(domain) || stem.length < 3) continue;
      this.#names.add(folded(name));
      this.#domains.add(domain);
      if (!like) this.#heads.push(head);
      return {
        head,
        stem: folded(name.replace(/^The | (Group|International|& Partners|and Associates|Europe|of America)$/g, '')),
        name,
        legal: dice.pick(legalsOf(country)),
        domain,
        isPlainDomain,
        host: dice.chance(0.03) ? `${dice.pick(['mail', 'corp', country.toLowerCase()])}.${domain}` : domain,
        pattern: dice.pick(PATTERNS),
        country,
        culture,
        switchboard: this.#numbers.throw(country, false, dice),
        roleAddress: `${dice.pick(ROLES)}@${domain}`,
      };
    }
  }

  /** Its head word and its whole name. */
  #named(culture: string, country: string, dice: Dice): readonly [string, string] {
    const kind = dice.whole(0, 99);
    const family = (): string => familyOf(culture, dice).name;
    if (kind < 18) {
      const head = family();
      const son =
        country === 'DE' || country === 'AT'
          ? 'Söhne'
          : country === 'FR'
            ? 'Fils'
            : country === 'ES' || country === 'MX'
              ? 'Hijos'
              : 'Sons';
      return [
        head,
        dice.pick([
          `${head} & ${son}`,
          `${head} ${dice.pick(TRADES)}`,
          `${head} & ${family()}`,
          `${head}, ${family()} & ${family()}`,
        ]),
      ];
    }
    const head =
      kind < 34
        ? dice.pick(SINGLES)
        : kind < 44 && this.#heads.length
          ? dice.pick(this.#heads)
          : kind < 60
            ? cap(dice.pick(BRANDS) + dice.pick(BRAND_ENDS))
            : dice.chance(0.2)
              ? `${dice.pick(FIRSTS)} ${cap(dice.pick(LASTS))}`
              : dice.pick(FIRSTS) + dice.pick(LASTS);
    if (kind < 34 || dice.chance(0.75))
      return [
        head,
        `${dice.chance(0.04) ? 'The ' : ''}${head} ${dice.pick(TRADES)}${dice.chance(0.15) ? ` ${dice.pick(['Group', 'International', '& Partners', 'and Associates', 'Europe', 'of America'])}` : ''}`,
      ];
    return [head, head];
  }
}
const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name with its legal form, as a register has it. */
export const registered = ({ name, legal }: Firm, dice: Dice): string =>
  legal ? `${name}${dice.chance(0.25) && /^(Inc|LLC|Ltd|L\.L\.C|Limited|Co)/.test(legal) ? ',' : ''} ${legal}` : name;

/** The same firm in other words; nothing is lost that tells it from others. */
export const reworded = (firm: Firm, dice: Dice): string => {
  const { name, legal, country } = firm;
  return dice.pick([
    () => name,
    () => `${name} ${dice.pick(legalsOf(country).filter((form) => form))}`,
    () => name.replace('&', 'and').replace(/^The /, ''),
    () => registered(firm, dice).toUpperCase(),
    () => unaccented(name).toLowerCase(),
    () => spelledOut(`${name} ${legal}`.trim()),
    () => `${name}${dice.pick([' (HQ)', ' - Sales', ' (Head Office)'])}`,
    () =>
      name
        .replace('Technologies', 'Tech')
        .replace('International', "Int'l")
        .replace('Manufacturing', 'Mfg')
        .replace('Services', 'Svcs')
        .replace('Group', 'Grp'),
    () => `  ${name}  ${legal}`,
  ])();
};

/** The firm in a form that other firms may share: initials, its head word alone, a slip. */
export function obscured(firm: Firm, dice: Dice): string {
  const words = firm.name
    .replace(/^The /, '')
    .split(/[\s,&]+/)
    .filter((word) => word && word !== 'and' && word !== 'of');
  const forms = [() => slipped(firm.name, dice)];
  if (words.length > 2) forms.push(() => unaccented(words.map((word) => word[0]).join('')).toUpperCase());
  if (firm.head !== firm.name && firm.head.length > 3) forms.push(() => firm.head);
  return dice.pick(forms)();
}

/** The domain where the company should stand. */
export const asDomain = ({ domain }: Firm, dice: Dice): string =>
  dice.pick([domain, domain, `www.${domain}`, `https://www.${domain}/`, `http://${domain}`, domain.toUpperCase()]);
