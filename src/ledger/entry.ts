import type { Audited } from '../audit.ts';
import type { Records } from '../read/records.ts';
import { carryOf } from './carry.ts';
import type { Closing } from './closing.ts';
import { newFacts } from './facts.ts';
import type { KeptRules, LedgerEntry } from './file.ts';

/** What the ledger keeps of an audit: its report, what it was judged by, what it rests on and what it leaves open. */
export function entryOf(
  { document, owed, minima, touches }: Audited,
  rules: KeptRules,
  records: Records,
  before: readonly Closing[],
): LedgerEntry {
  const closed = { ...document, closed: true };
  const last = before.at(-1);
  return {
    schema: 'leadaudit/ledger@1',
    period: document.period.label,
    previous: last?.sha256 ?? null,
    rules,
    facts: { ...newFacts(records, before), touches },
    carry: carryOf({ document: closed, owed, minima }, last?.carry),
    document: closed,
  };
}
