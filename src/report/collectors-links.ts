import { type Found, found } from '../judge/rule.ts';
import type { Link } from '../link/evidence.ts';
import { seenText } from '../link/seen.ts';
import type { RowRef } from '../model.ts';
import { inForce, versionsOf } from '../sow/amendments.ts';
import { nearId } from './near-ids.ts';
import type { AuditParts } from './parts.ts';

/** What a person should know of rows that were tied to meetings and people, or to none. */
export const OF_LINKS: readonly ((f: AuditParts) => readonly Found[])[] = [
  decisions,
  dealsInDoubt,
  evidence,
  decidedLinks,
];

/** Decisions that are about nothing that is known, and those that no clause asks for. */
function decisions({ known, chains, sow, links }: AuditParts): Found[] {
  const used = new Set(chains.flatMap((chain) => chain.decisions));
  const asked = new Set(links.flatMap(({ decision, place }) => (decision === 'review' && place ? [place] : [])));
  const idle = known.decisions.filter((d) => d.decision !== 'undecided' && !used.has(d) && !asked.has(d.row));
  const heard = new Set(chains.flatMap((chain) => (chain.terms.rules.acceptance ? chain.decisions : [])));
  const isMute = (d: (typeof idle)[number]): boolean =>
    used.has(d) ? !heard.has(d) : !inForce(sow, sow.clock.zone.dateAt(d.at ?? 0)).rules.acceptance;
  const mute = known.decisions.filter((d) => d.decision !== 'undecided' && isMute(d));
  return [
    ...idle.map((d) => {
      const id = d.meeting_id ?? d.lead_id ?? d.contact_name ?? d.email ?? d.company ?? d.domain ?? '?';
      const near = nearId(id, known.meetings);
      return found(
        'unused_decision',
        { id, near: near === undefined ? '' : `; "${near}" differs in leading zeros alone` },
        [d.row],
      );
    }),
    ...(mute.length
      ? [
          found(
            'decisions_without_clause',
            { rows: mute.length },
            mute.map((d) => d.row),
          ),
        ]
      : []),
  ];
}

/** Deals in doubt are told in one line, and aloud where money hangs on whose they are. */
function dealsInDoubt({ links, sow }: AuditParts): Found[] {
  const open = links.filter(({ source, decision }) => source === 'opportunities' && decision === 'review');
  if (!open.length) return [];
  const isPaid = versionsOf(sow).some(({ rules, fees }) => rules.billable?.event === 'opportunity' || fees.clawback);
  const told = found('opportunities_in_doubt', { rows: open.length }, placesOf(open));
  return [isPaid ? { ...told, severity: 'warning' } : told];
}

const OF_NO_MEETING: ReadonlySet<Link['source']> = new Set(['invoice', 'opportunities', 'inbound', 'handovers']);

/** Of requests and hand-overs in doubt the rule says what they would change. */
function evidence({ links: all }: AuditParts): Found[] {
  const links = all.filter(({ source }) => !OF_NO_MEETING.has(source));
  const open = links.filter((link) => link.decision === 'review');
  const people = open.filter((link) => link.slot);
  const shifted = links.filter((link) => link.isOtherZone);
  const sources = [...new Set(links.map((link) => link.source))];
  return [
    ...open
      .filter((link) => !link.slot)
      .map((link) =>
        found(
          'ambiguous_evidence',
          {
            id: link.id ?? `${link.place?.file}:${link.place?.line}`,
            slots: link.rivals.map((slot) => slot.id).join(', '),
          },
          placesOf([link]),
        ),
      ),
    ...(people.length ? [found('person_in_doubt', { claims: people.length }, placesOf(people))] : []),
    ...(shifted.length
      ? [
          found(
            'other_zone',
            { rows: shifted.length, files: [...new Set(shifted.flatMap((link) => link.place?.file ?? []))].join(', ') },
            placesOf(shifted),
          ),
        ]
      : []),
    ...sources.flatMap((source) => {
      const idle = placesOf(links.filter((link) => link.source === source && link.decision === 'none'));
      return idle.length ? [found('unused_evidence', { rows: idle.length, source }, idle)] : [];
    }),
  ];
}

/** Decided links whose evidence changed, or that fit nothing any more. */
function decidedLinks({ decidedLinks: { standings } }: AuditParts): Found[] {
  return standings.flatMap(({ decision, state, what, rows }) => {
    if (state === 'holds') return [];
    const { claim, source, record, theirs, by, at } = decision;
    const args = { claim, record: `${source} ${record ?? `"${seenText(theirs)}"`}`, by, at, what };
    return [found(state === 'changed' ? 'link_decision_changed' : 'link_decision_unused', args, rows)];
  });
}

const placesOf = (links: readonly Link[]): RowRef[] => links.flatMap(({ place }) => place ?? []);
