import { withCommas } from '../phrases.ts';
import type { AuditsDocument } from './document.ts';

/** How the sums of the summary hang together; what is denied and yet not disputed is in none of its columns, so it is named here. */
export function legendOf({ summary }: Pick<AuditsDocument, 'summary'>): string {
  const apart = summary.filter(({ undisputed }) => Number(undisputed) !== 0);
  const named = apart.map(({ vendor, sow, undisputed }) => `${vendor} (${sow}) ${withCommas(undisputed)}`).join(', ');
  const rest = named
    ? ` + what is not disputed (small differences that were cleared, credits that answer nothing): ${named}`
    : '';
  return `claimed = supported + dispute + open${rest}; payable adds what is owed without a claim, fees and credits`;
}
