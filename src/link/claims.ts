import type { ChainFacts } from '../judge/facts.ts';
import type { Instant, LineKind, RowRef } from '../model.ts';
import type { InputFile, InvoiceLine, Meeting } from '../read/records.ts';
import { isIn, type Period, parsePeriod } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { compareNatural } from './keys.ts';
import { rowsOf, type Slot } from './slots.ts';

/** One vendor line that asks for money, tied to the chain it asks for. Money stays text until it is priced. */
export interface Claim<C extends ChainFacts = ChainFacts> {
  readonly id: string;
  readonly lineId: string | null;
  /** What the vendor calls the meeting or lead. */
  readonly meetingId: string | null;
  readonly kind: LineKind;
  readonly chain: C | undefined;
  /** The drop row behind the claim, where one is known. */
  readonly meeting: Meeting | undefined;
  readonly row: RowRef;
  /** Number of the invoice, else its file; undefined where there is none. */
  readonly invoice: string | undefined;
  readonly period: Period;
  /** What is asked for; undefined where the vendor names no amount. */
  readonly amount: string | undefined;
  readonly quantity: number;
  readonly unitPrice: string | undefined;
  /** How many of how many leads of a line without ids. */
  readonly part: { readonly of: number; readonly taken: number; readonly isLast: boolean } | undefined;
}

export interface ClaimInput<C extends ChainFacts> {
  readonly chains: readonly C[];
  readonly invoice: readonly InvoiceLine[];
  readonly files: readonly InputFile[];
  readonly period: Period;
  readonly sow: Sow;
  /** The day on which a chain is recognized, where it is billable. */
  readonly recognizedOn: (chain: C, row?: Meeting) => string | undefined;
}

interface Ties<C> {
  readonly byRow: ReadonlyMap<string, readonly { chain: C; slot: Slot; row: Meeting }[]>;
  readonly byLead: ReadonlyMap<string, readonly { chain: C; slot: Slot; row: Meeting }[]>;
}

/** Every claim of every period: invoice lines, else drop rows that ask for money (DESIGN section 1). */
export function linkClaims<C extends ChainFacts>(input: ClaimInput<C>): Claim<C>[] {
  const ties = tiesOf(input.chains);
  return input.invoice.length ? fromInvoice(input, ties) : fromDrops(input);
}

function tiesOf<C extends ChainFacts>(chains: readonly C[]): Ties<C> {
  const byRow = new Map<string, { chain: C; slot: Slot; row: Meeting }[]>();
  const byLead = new Map<string, { chain: C; slot: Slot; row: Meeting }[]>();
  for (const chain of chains) {
    for (const slot of chain.slots) {
      for (const row of rowsOf(slot)) {
        for (const [index, key] of [
          [byRow, row.id],
          [byLead, row.lead_id],
        ] as const) {
          if (key === undefined) continue;
          const known = index.get(key);
          if (known) known.push({ chain, slot, row });
          else index.set(key, [{ chain, slot, row }]);
        }
      }
    }
  }
  return { byRow, byLead };
}

function fromInvoice<C extends ChainFacts>(input: ClaimInput<C>, ties: Ties<C>): Claim<C>[] {
  const { period } = input;
  const named = new Set<C>();
  const lines = input.invoice.map((line) => {
    const byMeeting = line.meeting_id !== undefined ? ties.byRow.get(line.meeting_id) : undefined;
    const byLead =
      line.lead_id !== undefined ? (ties.byLead.get(line.lead_id) ?? ties.byRow.get(line.lead_id)) : undefined;
    const tied = byMeeting ?? byLead ?? [];
    const of = (line.period === undefined ? undefined : parsePeriod(line.period)) ?? period;
    // An id that two chains share means the one that counts in the line's period.
    const found = tied.find(({ chain, row }) => isIn(of, input.recognizedOn(chain, row) ?? '')) ?? tied[0];
    if (found) named.add(found.chain);
    return { line, found };
  });
  const waiting = queues(input, named);
  return lines.flatMap(({ line, found }): Claim<C>[] => {
    const kind = kindOf(line);
    const claim: Claim<C> = {
      id: line.line_id ?? line.meeting_id ?? line.lead_id ?? `${line.invoice_no ?? line.row.file}:${line.row.line}`,
      lineId: line.line_id ?? null,
      meetingId: line.meeting_id ?? line.lead_id ?? null,
      kind,
      chain: found?.chain,
      meeting: found?.row,
      row: line.row,
      invoice: line.invoice_no ?? line.row.file,
      period: (line.period === undefined ? undefined : parsePeriod(line.period)) ?? period,
      amount: line.amount,
      quantity: line.quantity ?? 1,
      unitPrice: line.unit_price,
      part: undefined,
    };
    const hasId = line.meeting_id !== undefined || line.lead_id !== undefined;
    const isLead = kind === 'lead' || kind === 'replacement';
    return hasId || !isLead ? [claim] : split(claim, line, waiting);
  });
}

const TAX = '(?:sales tax|tax|vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|gst|hst|btw)';
const RATE = String.raw`\d+(?:[.,]\d+)?\s*%`;
/** A line that is nothing but a tax and its rate: `USt. 19 %`, `VAT (20%)`, `zzgl. 19 % MwSt.`. */
const TAX_LINE = new RegExp(
  String.raw`^(?:plus |zzgl\.? |\+ ?)?(?:${TAX}\.?:?\s*[([@]?\s*(?:${RATE})?|${RATE}\s*${TAX}\.?)\s*[)\]]?$`,
  'i',
);

/** What a line bills: without a kind a lead, unless it names none and is a tax; where money comes back a correction of one. */
function kindOf({ kind: told, amount, description, meeting_id, lead_id }: InvoiceLine): LineKind {
  const isTax = meeting_id === undefined && lead_id === undefined && TAX_LINE.test(description?.trim() ?? '');
  const kind = (told ?? (isTax ? 'tax' : 'lead')) as LineKind;
  const isBack = amount !== undefined && Number(amount) < 0;
  return isBack && (kind === 'lead' || kind === 'replacement') ? 'adjustment' : kind;
}

/** A line for leads without ids is split over the period's claimable drop rows, by recognition then id, up to its quantity. */
function split<C extends ChainFacts>(
  claim: Claim<C>,
  line: InvoiceLine,
  take: (period: Period, most: number) => readonly Claimable<C>[],
): Claim<C>[] {
  // A line for less than one lead names no lead.
  const quantity = Math.floor(quantityOf(line));
  if (quantity < 1) return [claim];
  const claimable = take(claim.period, quantity);
  const rest = quantity - claimable.length;
  const leads = claimable.map(
    (tie, i): Claim<C> => ({
      ...claim,
      meetingId: tie.row.id ?? null,
      chain: tie.chain,
      meeting: tie.row,
      quantity: 1,
      part: { of: quantity, taken: 1, isLast: rest === 0 && i === claimable.length - 1 },
    }),
  );
  return rest ? [...leads, { ...claim, quantity: rest, part: { of: quantity, taken: rest, isLast: true } }] : leads;
}

/** Hands out claimable rows of a period that no line names, each once. */
function queues<C extends ChainFacts>(
  input: ClaimInput<C>,
  named: ReadonlySet<C>,
): (period: Period, most: number) => readonly Claimable<C>[] {
  let rows: readonly Claimable<C>[] | undefined;
  const spent = new Set<Meeting>();
  const waiting = new Map<string, Iterator<Claimable<C>>>();
  return (period, most) => {
    rows ??= claimableRows(input)
      .filter(({ chain }) => !named.has(chain))
      .sort((a, b) => a.time - b.time || compareNatural(a.row.id ?? '', b.row.id ?? ''));
    const key = `${period.from} ${period.to}`;
    const queue = waiting.get(key) ?? rows.filter(({ at }) => isIn(period, at)).values();
    waiting.set(key, queue);
    const taken: Claimable<C>[] = [];
    while (taken.length < most) {
      const { value, done } = queue.next();
      if (done) break;
      if (spent.has(value.row)) continue;
      spent.add(value.row);
      taken.push(value);
    }
    return taken;
  };
}

function quantityOf(line: InvoiceLine): number {
  if (line.quantity !== undefined) return line.quantity;
  const [amount, price] = [Number(line.amount), Number(line.unit_price)];
  const whole = Math.round(amount / price);
  return price > 0 && Math.abs(whole * price - amount) < 1e-9 ? whole : 1;
}

interface Claimable<C> {
  readonly chain: C;
  readonly row: Meeting;
  /** Position of the row in its chain's event: the record before its copies. */
  readonly rank: number;
  readonly at: string;
  readonly time: Instant;
}

/** The drop rows that ask for money: `claimed` is yes; without that column held rows, or every row where bookings or deliveries are paid. */
function claimableRows<C extends ChainFacts>({ chains, files, sow, recognizedOn }: ClaimInput<C>): Claimable<C>[] {
  const marked = new Set(
    files.filter((f) => f.source === 'meetings' && f.columns.includes('claimed')).map((f) => f.file),
  );
  const zone = sow.clock.zone;
  return chains.flatMap((chain) => {
    const event = chain.terms.rules.billable?.event;
    const every = event === 'booked' || event === 'delivered';
    return chain.slots.flatMap((slot) =>
      [slot.record, ...slot.copies].flatMap((row, rank): Claimable<C>[] => {
        const recognized = recognizedOn(chain, row);
        const isLead = event === 'accepted' && row.starts_at === undefined;
        const asks = marked.has(row.row.file) ? row.claimed === true : every || isLead || row.outcome === 'held';
        if (!asks) return [];
        const own = row.starts_at ?? row.delivered_at ?? chain.deliveredAt;
        const time = recognized === undefined ? own : zone.startOf(recognized);
        return [{ chain, row, rank, at: recognized ?? zone.dateAt(own), time }];
      }),
    );
  });
}

function fromDrops<C extends ChainFacts>(input: ClaimInput<C>): Claim<C>[] {
  const months = new Map<string, Period>();
  const monthOf = (date: string): Period => {
    const label = date.slice(0, 7);
    const month = months.get(label) ?? (parsePeriod(label) as Period);
    months.set(label, month);
    return month;
  };
  return claimableRows(input)
    .sort(
      (a, b) =>
        compareNatural(a.chain.id, b.chain.id) || a.rank - b.rank || compareNatural(a.row.id ?? '', b.row.id ?? ''),
    )
    .map(
      ({ chain, row, at }): Claim<C> => ({
        id: row.id ?? '',
        lineId: null,
        meetingId: row.id ?? null,
        kind: 'lead',
        chain,
        meeting: row,
        row: row.row,
        invoice: undefined,
        // A claim from a drop lies in the audited period whenever its day does.
        period: isIn(input.period, at) ? input.period : monthOf(at),
        amount: row.amount,
        quantity: 1,
        unitPrice: undefined,
        part: undefined,
      }),
    );
}
