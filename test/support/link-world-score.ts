import type { World } from './link-world.ts';

/** What an engine says of one lead. */
interface Link {
  readonly lead: string;
  readonly decision: 'linked' | 'review' | 'none';
  readonly id: string | undefined;
}

interface Tally {
  leads: number;
  /** Links to somebody else, to anybody for a lead about nobody, or for one that cannot be decided. */
  wrong: number;
  /** Leads about a person of the CRM, and how many of them were linked to that person. */
  linkable: number;
  linkedRight: number;
  review: number;
  none: number;
}
interface Score extends Tally {
  /** Right links as a share of the linkable leads. */
  readonly recall: number;
  readonly reviewShare: number;
  readonly undecidable: number;
  readonly undecidableNotInReview: number;
  readonly wrongLeads: readonly string[];
  /** A lead counts under each of its kinds. */
  readonly byKind: ReadonlyMap<string, Tally>;
}

const tally = (): Tally => ({ leads: 0, wrong: 0, linkable: 0, linkedRight: 0, review: 0, none: 0 });

/** Compares links with the truth; a lead without a link counts as `none`. */
export function score(world: World, links: readonly Link[]): Score {
  const said = new Map(links.map((link) => [link.lead, link]));
  const all = tally();
  const byKind = new Map<string, Tally>();
  const wrongLeads: string[] = [];
  let [undecidable, undecidableNotInReview] = [0, 0];
  for (const [lead, truth] of world.truth) {
    const { decision, id } = said.get(lead) ?? { decision: 'none', id: undefined };
    const isRight = decision === 'linked' && truth.kind === 'same' && id !== undefined && truth.ids.has(id);
    const isWrong = decision === 'linked' && !isRight;
    if (isWrong) wrongLeads.push(lead);
    if (truth.kind === 'undecidable') {
      undecidable++;
      if (decision !== 'review') undecidableNotInReview++;
    }
    for (const kind of world.kinds.get(lead)?.split(' + ') ?? []) if (!byKind.has(kind)) byKind.set(kind, tally());
    for (const t of [all, ...(world.kinds.get(lead)?.split(' + ') ?? []).map((kind) => byKind.get(kind) ?? tally())]) {
      t.leads++;
      if (isWrong) t.wrong++;
      if (truth.kind === 'same') t.linkable++;
      if (isRight) t.linkedRight++;
      if (decision === 'review') t.review++;
      if (decision === 'none') t.none++;
    }
  }
  return {
    ...all,
    recall: all.linkable ? all.linkedRight / all.linkable : 1,
    reviewShare: all.leads ? all.review / all.leads : 0,
    undecidable,
    undecidableNotInReview,
    wrongLeads,
    byKind,
  };
}

/** The tallies of a score as a table, the worst kinds first. */
export function scoreTable({ byKind, ...all }: Score): string {
  const rows = [...byKind].sort(
    ([, a], [, b]) => b.wrong - a.wrong || b.linkable - b.linkedRight - (a.linkable - a.linkedRight),
  );
  return [['all', all] as const, ...rows]
    .map(([kind, t]) =>
      [
        t.leads,
        `wrong ${t.wrong}`,
        `right ${t.linkedRight}/${t.linkable}`,
        `review ${t.review}`,
        `none ${t.none}`,
        kind,
      ].join('\t'),
    )
    .join('\n');
}
