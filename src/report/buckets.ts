import { cellPlacesOf } from '../link/completed.ts';
import { rowsOf } from '../link/slots.ts';
import { CLAIM_OUTCOMES, type ClaimOutcome, type RowRef, SOURCE_NAMES, type SourceName } from '../model.ts';
import { HELD_SOURCES } from '../read/records.ts';
import { isIn } from '../sow/period.ts';
import type { AuditDocument } from './document.ts';
import type { AuditParts } from './parts.ts';

/** Puts every input row into exactly one bucket; the counts add up to the rows of the files. */
export function bucketsOf(f: AuditParts): AuditDocument['buckets'] {
  const place = placesOf(f);
  const counts = new Map<string, { source: SourceName; bucket: string; rows: number }>();
  const count = (source: SourceName, bucket: string, rows: number): void => {
    if (rows === 0) return;
    const key = `${source} ${bucket}`;
    const known = counts.get(key);
    if (known) known.rows += rows;
    else counts.set(key, { source, bucket, rows });
  };
  for (const { source, rows, quarantined, leftOut } of f.records.files) {
    count(source, 'quarantined', quarantined);
    count(source, 'left_out', leftOut);
    if (source === 'calls') count(source, 'evidence_used', rows - quarantined - leftOut);
  }
  for (const source of HELD_SOURCES) {
    const known = new ByRow<true>();
    for (const { row } of f.known[source]) known.set(row, true);
    for (const { row } of f.records[source])
      count(source, known.get(row) ? (place.get(row) ?? 'evidence_unused') : 'after_as_of', 1);
  }
  const order = (b: { source: SourceName; bucket: string }): string =>
    `${String(SOURCE_NAMES.indexOf(b.source)).padStart(2, '0')} ${b.bucket}`;
  return [...counts.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What is said of rows. Sources and files are few: no row needs a text as its key. */
class ByRow<T> {
  readonly #sources = new Map<SourceName, Map<string, Map<number, T>>>();
  get = ({ source, file, n }: RowRef): T | undefined => this.#sources.get(source)?.get(file)?.get(n);
  set({ source, file, n }: RowRef, said: T): void {
    const files = this.#sources.get(source) ?? new Map<string, Map<number, T>>();
    const rows = files.get(file) ?? new Map<number, T>();
    this.#sources.set(source, files.set(file, rows.set(n, said)));
  }
}

function placesOf(f: AuditParts): ByRow<string> {
  const place = new ByRow<string>();
  const put = (row: RowRef, bucket: string): void => place.set(row, bucket);
  const claimedChains = new Set(f.audited.map((c) => c.chain));
  const { zone } = f.sow.clock;
  for (const chain of f.chains) {
    for (const slot of chain.slots) {
      const isOwn = claimedChains.has(chain) || isIn(f.period, zone.dateAt(slot.start ?? chain.deliveredAt));
      for (const { row } of rowsOf(slot)) put(row, 'duplicate');
      for (const row of cellPlacesOf(slot.record)) put(row, isOwn ? 'evidence_used' : 'out_of_period');
    }
    for (const decision of chain.decisions) put(decision.row, 'evidence_used');
    for (const opportunity of chain.opportunities) put(opportunity.row, 'evidence_used');
    for (const ruling of chain.rulings)
      for (const row of ruling.evidence) if (row.source === 'customers') put(row, 'evidence_used');
  }
  for (const { place: at, decision } of f.links)
    if (at) put(at, decision === 'linked' ? 'evidence_used' : 'evidence_unused');
  for (const metric of f.metrics) for (const row of metric.evidence) put(row, 'evidence_used');
  for (const { row, login_at: at } of f.known.sessions)
    if (at !== undefined) put(row, isIn(f.period, zone.dateAt(at)) ? 'evidence_used' : 'out_of_period');
  for (const { row } of f.figures) put(row, 'evidence_used');
  for (const claim of f.claims) put(claim.row, 'out_of_period');
  // A line that was split has several outcomes: its row lies with the first in order of precedence.
  const worst = (a: ClaimOutcome, b: string | undefined): string => {
    const other = CLAIM_OUTCOMES.indexOf(b as ClaimOutcome);
    return other >= 0 && other < CLAIM_OUTCOMES.indexOf(a) ? (b as string) : a;
  };
  for (const c of f.audited) if (c.claim) put(c.claim.row, worst(c.outcome, place.get(c.claim.row)));
  return place;
}
