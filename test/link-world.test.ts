import { describe, expect, test } from 'vitest';
import { linkWorld, type PersonCells, score, scoreTable, type World } from './support/link-world.ts';
import { duplicateWorld, scoreDuplicates } from './support/link-world-duplicates.ts';

const SIZE = { leads: 1500, people: 1500 };
const MIXES = ['standard', 'hard'] as const;
const worlds = new Map(MIXES.map((mix) => [mix, linkWorld(7, SIZE, mix)]));
const worldOf = (mix: (typeof MIXES)[number]): World => worlds.get(mix) as World;
const duplicates = duplicateWorld(7, 800);

/** The share of leads of a truth. */
const share = ({ truth }: World, kind: string): number =>
  [...truth.values()].filter((t) => t.kind === kind).length / truth.size;
const words = (name = ''): Set<string> =>
  new Set(
    name
      .normalize('NFD')
      .replace(/[\p{M}.,]/gu, '')
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((word) => word.length > 2),
  );
/** What a lead shows of a person: an equal address or number, or a word of the name. */
const touches = (a: PersonCells, b: PersonCells): boolean =>
  (a.email !== undefined && a.email === b.email) ||
  (a.phone !== undefined && a.phone === b.phone) ||
  [...words(a.contact_name)].some((word) => words(b.contact_name).has(word));

describe.each(MIXES)('the %s world of leads and people', (mix) => {
  const world = worldOf(mix);

  test('is the same for the same seed, and another for another', () => {
    const size = { leads: 60, people: 80 };
    expect(linkWorld(3, size, mix)).toEqual(linkWorld(3, size, mix));
    expect(linkWorld(4, size, mix).people).not.toEqual(linkWorld(3, size, mix).people);
  });

  test('has the size asked for, and a truth for every lead about rows that are there', () => {
    const ids = new Set(world.people.map(({ id }) => id));
    expect([world.leads.length, ids.size, world.truth.size, world.kinds.size]).toEqual([1500, 1500, 1500, 1500]);
    for (const { id } of world.leads) {
      const truth = world.truth.get(id);
      const about =
        truth?.kind === 'same' ? truth.ids : truth?.kind === 'undecidable' ? truth.among : new Set<string>();
      expect([...about].every((row) => ids.has(row))).toBe(true);
      expect(about.size > 0, id).toBe(truth?.kind !== 'nobody');
    }
  });

  test('keeps what cannot be decided rare', () => {
    expect(share(world, 'undecidable')).toBeLessThan(0.02);
    expect(share(world, 'undecidable')).toBeGreaterThan(0);
    expect(share(world, 'same')).toBeGreaterThan(mix === 'hard' ? 0.75 : 0.88);
  });

  test('has cells as the reader leaves them', () => {
    for (const { email, phone, domain } of [...world.leads, ...world.people]) {
      if (email !== undefined) expect(email).toMatch(/^[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]+$/);
      if (phone !== undefined) expect(phone).toMatch(/^\+\d{8,15}$/);
      if (domain !== undefined) expect(domain).toMatch(/^[a-z0-9.-]+\.[a-z]+$/);
    }
  });

  test('shows something of the person in every lead about one', () => {
    const rows = new Map(world.people.map((row) => [row.id, row]));
    const bare = world.leads.filter((lead) => {
      const truth = world.truth.get(lead.id);
      if (truth?.kind !== 'same' || /encoding|name as in|slip/.test(world.kinds.get(lead.id) ?? '')) return false;
      return ![...truth.ids].some((id) => touches(lead, rows.get(id) as PersonCells));
    });
    expect(bare.length).toBeLessThan(SIZE.leads * 0.01);
  });

  test('has no lead about nobody with the address and the name of somebody', () => {
    const byEmail = new Map(world.people.filter(({ email }) => email).map((row) => [row.email, row]));
    for (const lead of world.leads) {
      const row = byEmail.get(lead.email);
      if (world.truth.get(lead.id)?.kind !== 'nobody' || !row) continue;
      expect(words(lead.contact_name), lead.id).not.toEqual(words(row.contact_name));
    }
  });
});

describe('the score of links', () => {
  const world = worldOf('hard');
  const first = (ids: ReadonlySet<string>): string | undefined => [...ids][0];

  test('is full for the truth itself', () => {
    const perfect = score(
      world,
      [...world.truth].map(([lead, truth]) =>
        truth.kind === 'same'
          ? { lead, decision: 'linked', id: first(truth.ids) }
          : { lead, decision: truth.kind === 'nobody' ? 'none' : 'review', id: undefined },
      ),
    );
    expect(perfect).toMatchObject({ wrong: 0, recall: 1, undecidableNotInReview: 0 });
    expect(perfect.review).toBe(perfect.undecidable);
    expect(scoreTable(perfect).split('\n')[0]).toMatch(/^1500\twrong 0/);
  });

  test('counts every link that nothing proves', () => {
    const links = [...world.truth.keys()].map((lead) => ({ lead, decision: 'linked' as const, id: 'C-999999' }));
    const blind = score(world, links);
    expect([blind.wrong, blind.recall, blind.wrongLeads.length]).toEqual([1500, 0, 1500]);
    expect(score(world, [])).toMatchObject({
      wrong: 0,
      recall: 0,
      none: 1500,
      undecidableNotInReview: blind.undecidable,
    });
  });
});

describe('the world of duplicates', () => {
  test('has groups of two or three leads, and no lead in two of them', () => {
    const members = duplicates.groups.flatMap((group) => [...group]);
    expect(duplicates.leads.length).toBe(800);
    expect(new Set(members).size).toBe(members.length);
    expect(new Set(duplicates.groups.map(({ size }) => size))).toEqual(new Set([2, 3]));
    expect(new Set(duplicates.drops.values())).toEqual(new Set([0, 1, 2, 3]));
  });

  test('is scored pair by pair', () => {
    expect(
      scoreDuplicates(
        duplicates,
        duplicates.groups.map((group) => [...group]),
      ),
    ).toMatchObject({ precision: 1, recall: 1 });
    const [one, other] = duplicates.groups.map((group) => [...group]);
    const joined = scoreDuplicates(duplicates, [[...(one ?? []), ...(other ?? [])]]);
    expect(joined.wrong.length).toBe((one?.length ?? 0) * (other?.length ?? 0));
    expect(scoreDuplicates(duplicates, [])).toMatchObject({ found: 0, precision: 1, recall: 0 });
  });
});
