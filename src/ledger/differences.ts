import type { Closing } from './closing.ts';
import type { LedgerEntry } from './file.ts';

const SHOWN = 5;

/** What an entry says otherwise than the closing that is there, most telling first. */
export function differencesOf(closed: Closing, now: Pick<LedgerEntry, 'document' | 'facts'>): string[] {
  const totals = Object.entries(closed.document.totals).flatMap(([key, amount]) => {
    const other = now.document.totals[key as keyof typeof now.document.totals];
    return other === amount ? [] : [`${key} ${amount} then, ${other} now`];
  });
  const then = new Map(closed.document.claims.map((c) => [c.id, c]));
  const claims = now.document.claims.flatMap((c) => {
    const before = then.get(c.id);
    if (!before) return [`claim ${c.id} is new`];
    return before.outcome === c.outcome && before.supported === c.supported
      ? []
      : [`claim ${c.id} ${before.outcome} ${before.supported} then, ${c.outcome} ${c.supported} now`];
  });
  const gone = [...then.keys()].filter((id) => !now.document.claims.some((c) => c.id === id));
  const shas = new Set(closed.facts.files.map((file) => `${file.file} ${file.sha256}`));
  const files = now.facts.files.flatMap(({ file, sha256 }) =>
    shas.has(`${file} ${sha256}`) ? [] : [`${file} is another file`],
  );
  const all = [...totals, ...claims, ...gone.map((id) => `claim ${id} is gone`), ...files];
  if (!all.length) return ['other rules, or other facts that change no amount'];
  return all.length > SHOWN ? [...all.slice(0, SHOWN), `${all.length - SHOWN} more`] : all;
}
