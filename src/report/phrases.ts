import { plural, withCommas } from '../problems/sentence.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';

export { plural, withCommas };

/** What must be said first where rows are missing: such a report must not look complete. */
export const incomplete = (rows: number): string =>
  `INCOMPLETE: ${plural(rows, 'row')} could not be read and ${rows === 1 ? 'is' : 'are'} in no sum`;

export const quarantinedIn = (inputs: AuditDocument['inputs']): number =>
  inputs.reduce((n, input) => n + input.quarantined, 0);

/** Adds decimal texts of one currency exactly. */
export function sum(amounts: readonly string[]): string {
  const digits = amounts.reduce((most, a) => Math.max(most, a.split('.')[1]?.length ?? 0), 0);
  const minor = (text: string): bigint => {
    const [whole = '0', fraction = ''] = text.replace(/^--/, '').split('.');
    return BigInt(`${whole}${fraction.padEnd(digits, '0')}`);
  };
  const total = amounts.reduce((t, a) => t + minor(a), 0n);
  const text = String(total < 0n ? -total : total).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${total < 0n ? '-' : ''}${whole}${digits ? `.${text.slice(-digits)}` : ''}`;
}

/** The word that says most: the reason for what the audit denies, the outcome for what differs in price, period or number. */
export const headlineOf = (c: Pick<DocumentClaim, 'outcome' | 'reason'>): string =>
  c.outcome === 'overclaimed' || c.outcome === 'open' ? c.reason : c.outcome;
