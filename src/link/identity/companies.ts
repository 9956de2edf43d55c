import { isWithin, plain, unspelled } from './text.ts';

/** A company's name in parts, in plain letters. */
export interface CompanyName {
  /** Words without legal forms, short forms written out. */
  readonly words: readonly string[];
  /** The words as one text: equal texts are equal names. */
  readonly key: string;
  /** The words without blanks, as a domain spells them. */
  readonly squeezed: string;
  /** The squeezed name with the spellings of an umlaut fallen together, and its digits alone. */
  readonly plainSqueezed: string;
  readonly digits: string;
  /** The words in alphabetical order. */
  readonly sorted: string;
}

/** Legal forms, in plain letters, as they end a name. */
const LEGAL = new RegExp(
  `( (${[
    'inc|incorporated|llc|llp|lp|pllc|pc|ltd|limited|corp|corporation|co|company|and co|plc|pty|pvt|pvt ltd|pte|private limited',
    'gmbh|mbh|ag|kg|kgaa|ug|ohg|gbr|ev|eg|se|and co kg|co kg|sa|sas|sasu|sarl|sca|snc|scs|bv|nv|vof|bvba|sprl|cv|cvba',
    'oy|oyj|ab|hb|kb|as|asa|aps|ks|ehf|hf|srl|spa|sapa|sl|slu|sau|slp|sc|s de rl|s de rl de cv|sa de cv|sapi de cv|ltda|eireli',
    'sp|sp z oo|z oo|zoo|sp j|sp k|sp p|spj|sro|spol|spol s ro|doo|dd|ad|ood|eood|kft|bt|zrt|nyrt|ooo|oao|zao|pao|sti|ltd sti|kk|gk|yk|sdn|bhd|sdn bhd|tbk|pt',
  ].join('|')}))+$`,
);
/** Short forms and what they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  intl: 'international',
  int: 'international',
  tech: 'technologies',
  technology: 'technologies',
  svcs: 'services',
  svc: 'services',
  service: 'services',
  mfg: 'manufacturing',
  sys: 'systems',
  system: 'systems',
  bros: 'brothers',
  assoc: 'associates',
  assocs: 'associates',
  grp: 'group',
  univ: 'university',
  natl: 'national',
  mgmt: 'management',
  mgt: 'management',
  ctr: 'center',
  centre: 'center',
  cons: 'consulting',
  soln: 'solutions',
  solns: 'solutions',
  solution: 'solutions',
  engr: 'engineering',
  eng: 'engineering',
  ind: 'industries',
  inds: 'industries',
  dist: 'distribution',
  ins: 'insurance',
  fin: 'financial',
  pharm: 'pharmaceuticals',
  pharma: 'pharmaceuticals',
  lab: 'labs',
  laboratories: 'labs',
  partner: 'partners',
  holding: 'holdings',
  saint: 'st',
  logistic: 'logistics',
};
/** Words that many companies share: they alone say of no two that they are one. */
const GENERIC = new Set(
  (
    'international technologies services systems group management center consulting solutions engineering industries ' +
    'distribution insurance financial pharmaceuticals labs partners holdings logistics software global worldwide digital media ' +
    'networks network data cloud capital energy health healthcare medical care foods food retail products product enterprises ' +
    'manufacturing associates brothers national american america usa us uk eu europe deutschland germany france the and of for de ' +
    'north south east west central company corp bank trust studio studios design construction properties ventures works'
  ).split(' '),
);

/** What stands where somebody has no company. */
const NONE = new Set(
  'freelance freelancer self employed selfemployed independent consultant contractor private individual personal retired student unemployed none na n a unknown tbd home owner sole proprietor'.split(
    ' ',
  ),
);

/** Takes a company's name apart; undefined where no word is left. */
export function parseCompany(company: string): CompanyName | undefined {
  const bare = plain(company.replace(/\([^)]*\)/g, ' '))
    .replaceAll(',', ' ')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .replace(/^the /, '')
    .trim();
  const short = bare.replace(LEGAL, '') || bare;
  if (!short || short.split(' ').every((word) => NONE.has(word))) return undefined;
  const words = short.split(' ').map((word) => SHORT[word] ?? word);
  const squeezed = words.join('');
  return {
    words,
    key: words.join(' '),
    squeezed,
    plainSqueezed: unspelled(squeezed),
    digits: squeezed.replace(/\D/g, ''),
    sorted: [...words].sort().join(' '),
  };
}

/** A cell of a company that holds its domain: `acme.com`, `www.acme.com/about`. */
export function writtenDomain(company: string): string | undefined {
  const host = /^(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:].*)?$/i.exec(company.trim())?.[1];
  return host?.toLowerCase();
}

/** How two names of companies agree. */
export type CompanyLevel = 'same' | 'near' | 'part' | 'other';

export function compareCompanies(a: CompanyName, b: CompanyName): CompanyLevel {
  if (a.key === b.key || a.squeezed === b.squeezed || a.plainSqueezed === b.plainSqueezed) return 'same';
  const [x, y] = [a.words, b.words];
  if (x.length === y.length && a.sorted === b.sorted) return 'same';
  if (a.digits !== b.digits) return 'other';
  if (isSlip(x, y)) return 'near';
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  const rest = many.filter((word) => !few.includes(word));
  const shared = few.filter((word) => !GENERIC.has(word));
  if (rest.length === many.length - few.length && shared.length) return 'part';
  return isAcronym(x, y) || isAcronym(y, x) ? 'part' : 'other';
}

/** How a domain's own word spells the name: `harborlinefreight` whole, `harborline` a part. */
export function spelledBy({ squeezed, words }: CompanyName, label: string): 'same' | 'part' | undefined {
  if (label.length < 3) return undefined;
  if (label === squeezed) return 'same';
  const [first = ''] = words;
  return label.length > 3 && label === first && !GENERIC.has(first) ? 'part' : undefined;
}

/** Some words with a slip each, the others equal; short words and words that many share allow none. */
function isSlip(x: readonly string[], y: readonly string[]): boolean {
  if (x.length !== y.length) return x.join('').length > 7 && isWithin(x.join(''), y.join(''), 1);
  let slips = 0;
  for (const [i, word] of x.entries()) {
    const other = y[i] ?? '';
    if (word === other) continue;
    if (Math.min(word.length, other.length) < 5 || GENERIC.has(word) !== GENERIC.has(other)) return false;
    if (GENERIC.has(word) || !isWithin(word, other, word.length > 8 ? 2 : 1)) return false;
    slips++;
  }
  return slips === 1;
}

const isAcronym = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === 1 && long.length > 2 && short[0] === long.map((word) => word[0]).join('');
