import { isWithin, plain, unspelled } from './text.ts';

/** A company's name in parts, in plain letters. */
export interface CompanyName {
  /** Words without legal forms, short forms written out. */
  readonly words: readonly string[];
  /** The same words as they are written. */
  readonly written: readonly string[];
  /** The words as one text: equal texts are equal names. */
  readonly key: string;
  /** The words without blanks, as a domain spells them. */
  readonly squeezed: string;
  /** The same with the spellings of an umlaut fallen together; so the words as they are written; and the digits alone. */
  readonly plainSqueezed: string;
  readonly plainWritten: string;
  readonly digits: string;
  /** The words in alphabetical order. */
  readonly sorted: string;
}

/** Legal forms, in plain letters, as they end a name. */
const LEGAL = new RegExp(
  `( (${[
    'inc|incorporated|llc|llp|lp|pllc|pc|ltd|limited|corp|corporation|co|company|and co|plc|pty|pvt|pvt ltd|pte|private limited',
    'gmbh|mbh|ag|kg|kgaa|ug|ohg|gbr|ev|eg|se|and co kg|co kg|sa|sas|sasu|sarl|sca|snc|scs|bv|nv|vof|bvba|sprl|cv|cvba',
    'gesmbh|ek|ekfm|ekfr|ag and co kg|gmbh and co kg|gmbh and co kgaa|ltee|eurl|gie|sagl|gcv|scrl|srls|sas de cv|lda|unipessoal lda|s a|sac|saa|eirl',
    'oy|oyj|ky|tmi|ab|ab publ|ab oy|oy ab|hb|kb|as|a s|asa|aps|ks|ehf|hf|srl|spa|sapa|sl|slu|sau|slp|sc|s de rl|s de rl de cv|sa de cv|sapi de cv|ltda|eireli',
    'sp|sp z oo|z oo|zoo|sp j|sp k|sp p|spj|sro|spol|spol s ro|doo|dd|ad|ood|eood|kft|bt|zrt|nyrt|ooo|oao|zao|pao|sti|ltd sti|kk|gk|yk|sdn|bhd|sdn bhd|tbk|pt',
    'jsc|cjsc|ojsc|pjsc|fze|fzc|fzco|fz llc|wll|saog|saoc|psc|pcl|anonim sirketi|limited sirketi|kabushiki kaisha',
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
  und: 'and',
  et: 'and',
  e: 'and',
  y: 'and',
  i: 'and',
  en: 'and',
  og: 'and',
  och: 'and',
  food: 'foods',
  network: 'networks',
  product: 'products',
  studio: 'studios',
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
  'freelance freelancer self employed selfemployed independent consultant contractor private individual personal retired student unemployed none na n a unknown tbd home owner homeowner housewife homemaker sole proprietor'.split(
    ' ',
  ),
);

/** A department behind a dash: `Acme - Sales`, `Acme – IT Dept.`; a place or a product there may be another firm. */
const DEPARTMENT =
  /\s[-–—|/]\s+(?:sales|marketing|purchasing|procurement|finance|accounting|accounts|hr|human resources|it|legal|operations|logistics|production|engineering|customer service|support|head office|headquarters|hq|main office)(?:\s+(?:dept\.?|department|team|office))?\s*$/i;

/** Takes a company's name apart; undefined where no word is left. */
export function parseCompany(company: string): CompanyName | undefined {
  const bare = plain(company.replace(/\([^)]*\)/g, ' ').replace(DEPARTMENT, ''))
    .replaceAll(',', ' ')
    .replace(/\s*&[&\s]*/g, ' and ')
    .replace(/\s+/g, ' ')
    .replace(/^the /, '')
    .trim();
  const short = bare.replace(LEGAL, '') || bare;
  if (!short || short.split(' ').every((word) => NONE.has(word))) return undefined;
  const written = short.split(' ');
  const words = written.map((word) => SHORT[word] ?? word);
  const squeezed = words.join('');
  return {
    words,
    written,
    key: words.join(' '),
    squeezed,
    plainSqueezed: unspelled(squeezed),
    plainWritten: unspelled(written.join('')),
    digits: squeezed.replace(/\D/g, ''),
    sorted: [...words].sort().join(' '),
  };
}

/** A cell of a company that holds its domain: `acme.com`, `www.acme.com/about`. */
export function writtenDomain(company: string): string | undefined {
  const host = /^(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:].*)?$/i.exec(company.trim())?.[1];
  return host?.toLowerCase();
}

/** What stands behind a name in brackets or behind a mark: `Acme (acme.com)`, `Acme [acme.com]`, `Acme - acme.com`. */
const BEHIND = /\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|<([^<>]*)>|(?:\s[-–—|/]|[,;|])\s*([^\s,;|]+))\s*$/;

/** A company's name and the domain that stands beside it, or in its place. */
export function nameAndDomain(company: string): { readonly name: string; readonly domain: string | undefined } {
  const whole = writtenDomain(company);
  if (whole !== undefined) return { name: company, domain: whole };
  const behind = BEHIND.exec(company);
  const domain = writtenDomain(behind?.slice(1).find((text) => text !== undefined) ?? '');
  return { name: domain === undefined ? company : company.slice(0, behind?.index), domain };
}

/** How two names of companies agree. */
export type CompanyLevel = 'same' | 'near' | 'part' | 'other';

export function compareCompanies(a: CompanyName, b: CompanyName): CompanyLevel {
  if (a.key === b.key || a.squeezed === b.squeezed || a.plainSqueezed === b.plainSqueezed) return 'same';
  const [x, y] = [a.words, b.words];
  if (x.length === y.length && a.sorted === b.sorted) return 'same';
  if (a.digits !== b.digits) return 'other';
  if (isSlip(x, y) || isSlip(a.written, b.written)) return 'near';
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  if (isBranch(many.join(' '), few.join(' '))) return 'near';
  const shared = few.filter((word) => !GENERIC.has(word));
  // A word that many share is only the beginning of a longer name.
  const isShort = shared.length > 0 || few.every((word, i) => word === many[i]);
  if (few.every((word) => many.includes(word)) && isShort) return 'part';
  return isAcronym(x, y) || isAcronym(y, x) || isShortSlip(a, b) || isSingled(a, b) ? 'part' : 'other';
}

/** A domain's own word without dashes and spellings of umlauts: `soehne-bau` of `soehne-bau.co.at` is `sohnebau`. */
export const labelOf = (domain: string): string => unspelled((domain.split('.')[0] ?? '').replaceAll('-', ''));

/** How a domain's own word spells the name: `harborlinefreight` whole, `harborline` a part. */
export function spelledBy(
  { plainSqueezed, plainWritten, words }: CompanyName,
  label: string,
): 'same' | 'part' | undefined {
  if (label.length < 3) return undefined;
  if (label === plainSqueezed || label === plainWritten) return 'same';
  const [first = ''] = words;
  return label.length > 3 && label === unspelled(first) && !GENERIC.has(first) ? 'part' : undefined;
}

/** One word with a slip, the others equal; short words allow none, nor do two words that many share (foods, goods). */
function isSlip(x: readonly string[], y: readonly string[]): boolean {
  if (x.length !== y.length) return x.join('').length > 7 && isWithin(x.join(''), y.join(''), 1);
  const at = x.findIndex((word, i) => word !== y[i]);
  const [word = '', other = ''] = [x[at], y[at]];
  if (x.some((same, i) => i !== at && same !== y[i])) return false;
  const [short, isShared] = [Math.min(word.length, other.length), isGeneric(word) || isGeneric(other)];
  // Two slips that make another beginning make another word (Wolflogic, Goldlogic).
  if (!isShared) return short > 4 && isWithin(word, other, word.length > 8 && word[0] === other[0] ? 2 : 1);
  if (short > 4 && singled(word) === singled(other)) return true;
  // A slip in a word that many share makes no other word, but for another letter at its beginning (health, wealth), and what tells the firm stands beside it.
  const isChangedAtFirst = word.length === other.length && word[0] !== other[0] && word.slice(1) === other.slice(1);
  return (
    !(isGeneric(word) && isGeneric(other)) &&
    !isChangedAtFirst &&
    short > 5 &&
    isWithin(word, other, 1) &&
    x.some((same, i) => i !== at && !isGeneric(same))
  );
}

/** Double letters as single ones. */
const singled = (text: string): string => text.replace(/(.)\1/g, '$1');

/** A letter written once or twice in a short word beside another one: Sky Hil, Sky Hill. */
const isSingled = (a: CompanyName, b: CompanyName): boolean =>
  a.words.length > 1 && a.words.length === b.words.length && singled(a.key) === singled(b.key);

/** One letter in a longer name: in a short word it may be another firm's name, in a word that many share it is. */
const isShortSlip = (a: CompanyName, b: CompanyName): boolean =>
  Math.min(a.squeezed.length, b.squeezed.length) > 7 &&
  isWithin(a.squeezed, b.squeezed, 1) &&
  !a.words.some((word, i) => word !== b.words[i] && (isGeneric(word) || isGeneric(b.words[i] ?? '')));

/** Where a branch is. */
const PLACES =
  /^ (uk|usa?|(of |north |latin |south )?america|canada|mexico|brazil|brasil|emea|dach|europe|deutschland|germany|austria|france|espana|spain|italia|italy|benelux|nederland|netherlands|belgium|schweiz|switzerland|nordics?|polska|poland|india|china|japan|singapore|australia|asia( pacific)?|apac|middle east|africa)$/;
/** Whether the longer name is the other, of which it tells the branch in a country. */
const isBranch = (long: string, short: string): boolean =>
  !isGeneric(short) && long.startsWith(short) && PLACES.test(long.slice(short.length));

/** Words that are left out of a name's initials. */
const UNSPOKEN = new Set(['and', 'of', 'the', 'for', 'de', 'et', 'und', 'y', 'e']);
const isGeneric = (word: string): boolean => GENERIC.has(word) || GENERIC.has(SHORT[word] ?? '');
function isAcronym([short, ...more]: readonly string[], long: readonly string[]): boolean {
  if (short === undefined || more.length || long.length < 3) return false;
  const initials = (words: readonly string[]): string => words.map((word) => word[0]).join('');
  const spoken = long.filter((word) => !UNSPOKEN.has(word));
  return short === initials(long) || (spoken.length > 2 && short === initials(spoken));
}
