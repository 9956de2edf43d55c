import { getDomain } from 'tldts';
import { type CompanyName, compareCompanies, labelOf, nameAndDomain, parseCompany, spelledBy } from './companies.ts';

/** An account: its name, its registrable domain, or both. */
export interface Account {
  readonly name: CompanyName | undefined;
  readonly domain: string | undefined;
}

/** An account by its cells; a domain that is written in that of the company counts where there is no other. */
export function accountNamed(company: string | undefined, domain: string | undefined): Account {
  const written = company === undefined ? undefined : nameAndDomain(company);
  const beside = written?.domain && (getDomain(written.domain) ?? written.domain);
  return { name: written && parseCompany(written.name), domain: domain ?? beside };
}

/** Whether two accounts are surely one, may be, or are two. */
export type AccountLevel = 'same' | 'doubtful' | 'other';

/**
 * Compares by domain where both have one, else by name. In doubt are a name that is one slip apart, a branch in a country, one name under two domains, one domain with two
 * endings, and a name that the domain of the other spells: nothing else of a list speaks for or against them.
 */
export function compareAccounts(a: Account, b: Account): AccountLevel {
  const names = a.name && b.name ? compareCompanies(a.name, b.name) : undefined;
  const [one, other] = [a, b].map(({ domain }) => domain && labelOf(domain));
  if (a.domain !== undefined && a.domain === b.domain) return 'same';
  if (a.domain !== undefined && b.domain !== undefined)
    return names === 'same' || names === 'near' || (one === other && names !== 'other') ? 'doubtful' : 'other';
  if (names === 'same') return 'same';
  const spells =
    (a.name && other !== undefined && spelledBy(a.name, other) === 'same') ||
    (b.name && one !== undefined && spelledBy(b.name, one) === 'same');
  return names === 'near' || (spells && names !== 'other') ? 'doubtful' : 'other';
}

/** Shorter names allow no slip. */
const LEAST_FOR_SLIPS = 5;

/** Keys of which accounts that are not `other` share one: a name with a slip shares what is left of both without a letter, a branch its first word. */
export function accountKeys(account: Account): string[] {
  const { name, domain } = account;
  const spelled = [
    ...new Set([name?.squeezed, name?.plainSqueezed, name?.plainWritten, domain && labelOf(domain)]),
  ].flatMap((text) => text || []);
  const slips = spelled.flatMap((text) =>
    text.length < LEAST_FOR_SLIPS ? [] : Array.from(text, (_, i) => text.slice(0, i) + text.slice(i + 1)),
  );
  const others = [domain && `domain ${domain}`, name && `words ${name.sorted}`, name && `head ${name.words[0]}`];
  return [...others.flatMap((key) => key || []), ...new Set([...spelled, ...slips].map((text) => `spelled ${text}`))];
}
