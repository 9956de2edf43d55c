import type { Audited } from '../audit.ts';
import { lookup } from '../judge/lookup.ts';
import { isLess, type Money, type Purse, smaller } from '../price/money.ts';
import type { Meeting } from '../read/records.ts';
import type { DocumentClaim } from '../report/document.ts';
import { termsText, versionsOf } from '../sow/amendments.ts';
import type { Sow } from '../sow/sow.ts';
import type { Item, LeftOut } from './item.ts';
import { fieldsIn, qualificationText } from './look-for.ts';

export interface Leads {
  readonly items: readonly Item[];
  readonly leftOut: readonly LeftOut[];
  readonly amount: Money;
}

type Found = Pick<Audited, 'document' | 'vendor' | 'sow' | 'recordings'>;

/** The leads that the period's claims ask for and the audit does not dispute, each with the money that is at stake. */
export function leadsOf(audited: Found, purse: Purse): Leads {
  const claims = audited.document.claims.filter(({ outcome, adjusts }) => outcome !== 'unclaimed' && adjusts === null);
  const own = claims.filter(({ chain, reason }) => chain !== null && reason !== 'adjustment');
  const priced = own.map((claim) => ({ claim, amount: atStake(claim, purse) }));
  const billed = priced.filter(({ amount }) => isLess(purse.zero, amount));
  const detail = detailsOf(audited);
  const leftOut = [
    { why: 'for no lead that is known', items: claims.length - own.length },
    { why: 'of which nothing is supported or open', items: own.length - billed.length },
  ];
  return {
    items: billed.map(({ claim, amount }) => ({ id: claim.id, amount, ...detail(claim) })),
    leftOut: leftOut.filter(({ items }) => items > 0),
    amount: purse.sum(billed.map(({ amount }) => amount)),
  };
}

/** What is paid for a claim, or may be. */
function atStake({ outcome, claimed, supported }: DocumentClaim, purse: Purse): Money {
  const [asked, ours] = [claimed, supported].map((text) => purse.parse(text) ?? purse.zero);
  return outcome === 'open' ? (asked ?? purse.zero) : smaller(asked ?? purse.zero, ours ?? purse.zero);
}

/** Rows by the ids under which they are billed. */
const rowsNamed = lookup((row: Meeting) => [row.id, row.lead_id]);

/** What is known of a claim's lead: the document's words, and the vendor's own rows, the newest drop first. */
function detailsOf({
  document,
  vendor,
  sow,
  recordings,
}: Found): (claim: DocumentClaim) => Omit<Item, 'id' | 'amount'> {
  const chains = new Map(document.chains.map((chain) => [chain.id, chain]));
  const files = new Map(recordings.map(({ row, file }) => [`${row.file} ${row.line}`, file]));
  const linked = document.links.filter(({ source, decision }) => source === 'recordings' && decision === 'linked');
  const terms = new Map(versionsOf(sow).map((version) => [termsText(version), version]));
  return (claim) => {
    const slots = chains.get(claim.chain ?? '')?.slots ?? [];
    const rows = rowsNamed(vendor.meetings, [claim.meeting_id ?? undefined, ...slots.map(({ id }) => id)]).sort(
      (a, b) => b.drop - a.drop,
    );
    const slot = slots.find(({ id }) => id === claim.meeting_id) ?? slots.at(-1);
    const heard = linked.flatMap((link) => {
      const isOwn = slots.some(({ id }) => id === link.claim);
      return isOwn ? (files.get(`${link.file} ${link.line}`) ?? `${link.file}:${link.line}`) : [];
    });
    const version = terms.get(claim.terms) ?? sow;
    const first = <K extends 'email' | 'phone' | 'agent'>(key: K): string | null =>
      rows.find((row) => row[key] !== undefined)?.[key] ?? null;
    const delivered = rows.find((row) => row.delivered_at !== undefined)?.delivered_at;
    return {
      contact: claim.contact,
      company: claim.company,
      email: first('email'),
      phone: first('phone'),
      agent: first('agent'),
      meeting: claim.meeting_id,
      at: slot?.starts_at ?? (delivered === undefined ? null : sow.clock.zone.format(delivered)),
      recordings: [...new Set([...rows.flatMap(({ recording }) => recording ?? []), ...heard])],
      stated: statedOf(rows, version),
      lookFor: qualificationText(version),
    };
  };
}

/** The facts that the SOW asks for, as the vendor states them. */
function statedOf(rows: readonly Meeting[], { rules }: Sow): string {
  const asked = fieldsIn(rules.qualification?.criteria ?? {});
  return asked
    .flatMap((field) => {
      const key = field.replace(/^answers\./, '');
      const said = rows.map((row) => row.raw[field] ?? row.answers?.[field] ?? row.answers?.[key]).find(Boolean);
      return said === undefined ? [] : [`${field}: ${said}`];
    })
    .join('; ');
}
