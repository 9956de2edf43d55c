import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minorUnits, purseOf, toText } from '../src/price/money.ts';
import { type Confidence, incrementHundredths } from '../src/sample/confidence.ts';
import { planOf } from '../src/sample/designs/aql.ts';
import type { Chosen, Design } from '../src/sample/designs/design.ts';
import { sizeFor } from '../src/sample/designs/error.ts';
import { DESIGNS, type DesignName } from '../src/sample/designs/table.ts';
import { type Candidate, Draw, hashOf } from '../src/sample/draw.ts';
import { boundsOf } from '../src/sample/interval.ts';
import { judgeSample, type Reviewed } from '../src/sample/judge.ts';
import { diceOf } from './support/dice.ts';

const purse = purseOf('USD', 'half_up');
const dollars = (text: string) => purse.parse(text) ?? purse.zero;
const lead = (id: string, amount = '300.00'): Candidate => ({ id, amount: dollars(amount) });

async function designOf(name: DesignName, text: string, confidence: Confidence = '95%'): Promise<Design> {
  const design = (await DESIGNS[name].load())(text, { confidence, expected: '50%', purse });
  if (!design) throw new Error(`--${name} ${text}`);
  return design;
}

function take(design: Design, items: readonly Candidate[], seed = 'S') {
  const draw = new Draw(seed, design.most, () => 0);
  for (const item of items) draw.add(item);
  const taken = design.take(draw.pool(purse.sum(items.flatMap(({ amount }) => amount ?? []))));
  if ('reason' in taken) throw new Error(taken.reason);
  return taken;
}
const idsOf = (chosen: readonly Chosen<Candidate>[]): string[] => chosen.map(({ item }) => item.id);

describe('sizes', () => {
  test.each([
    [1000, 0.05, 0.5, '95%', 278],
    [10_000_000, 0.05, 0.5, '95%', 385],
    [1000, 0.05, 0.5, '90%', 214],
    [1000, 0.05, 0.5, '99%', 400],
    [1000, 0.05, 0.1, '95%', 122],
    [43, 0.05, 0.5, '95%', 39],
    [1, 0.05, 0.5, '95%', 1],
    [200, 0.001, 0.5, '95%', 200],
  ] as const)('%i to %d either way, %d expected, at %s: %i', (items, error, expected, confidence, size) => {
    expect(sizeFor(items, error, expected, confidence)).toBe(size);
  });

  test('no sample of a long stream is larger than what is held of it', async () => {
    for (const error of ['1%', '5%', '20%']) {
      const { most } = await designOf('error', error);
      for (const items of [10, 1000, 1e6, 1e9])
        expect(sizeFor(items, Number.parseFloat(error) / 100, 0.5, '95%')).toBeLessThanOrEqual(most);
    }
  });
});

describe('acceptance plans', () => {
  // letter, sample, accept/reject; the ones with an arrow name the plan that is used
  const PLANS = `
    1.0 51 E E 13 0/1   | 1.0 90 E E 13 0/1    | 1.0 91 F E 13 0/1    | 1.0 150 F E 13 0/1  | 1.0 151 G H 50 1/2
    1.0 280 G H 50 1/2  | 1.0 281 H H 50 1/2   | 1.0 500 H H 50 1/2   | 1.0 501 J J 80 2/3  | 1.0 1200 J J 80 2/3
    1.0 1201 K K 125 3/4 | 1.0 3200 K K 125 3/4 | 1.0 3201 L L 200 5/6 | 1.0 10000 L L 200 5/6
    2.5 51 E F 20 1/2   | 2.5 90 E F 20 1/2    | 2.5 91 F F 20 1/2    | 2.5 151 G G 32 2/3  | 2.5 281 H H 50 3/4
    2.5 501 J J 80 5/6  | 2.5 1201 K K 125 7/8 | 2.5 3201 L L 200 10/11
    4.0 51 E E 13 1/2   | 4.0 91 F F 20 2/3    | 4.0 151 G G 32 3/4   | 4.0 281 H H 50 5/6  | 4.0 501 J J 80 7/8
    4.0 1201 K K 125 10/11 | 4.0 3201 L L 200 14/15`;
  test.each(PLANS.split(/[|\n]/).flatMap((line) => line.trim() || []))('%s', (line) => {
    const [aql = '', items, letter, used, size, numbers = ''] = line.split(' ');
    const [accept, reject] = numbers.split('/').map(Number);
    expect(planOf(aql as '1.0', Number(items))).toEqual({ letter, used, size: Number(size), accept, reject });
  });

  test.each([0, 1, 50, 10_001])('a lot of %i is outside the table', async (items) => {
    expect(planOf('2.5', items)).toBeUndefined();
    const design = await designOf('aql', '2.5');
    const pool = { items, amount: undefined, ranked: [] };
    expect(design.take(pool)).toMatchObject({ reason: expect.stringContaining('51 to 10000') });
  });
});

test('what is unavailable counts as failed', () => {
  const plan = { method: 'aql', size: 20, aql: '2.5', letter: 'E', used: 'F', accept: 1, reject: 2 } as const;
  const verdictOf = (results: readonly Reviewed['result'][]) => {
    const reviewed = Array.from({ length: 20 }, (_, i): Reviewed => {
      return { id: `L${i}`, amount: undefined, isCertain: false, result: results[i] ?? 'pass', shouldPay: undefined };
    });
    const { verdict, failing } = judgeSample(plan, reviewed, { items: 60, amount: undefined }, '95%', purse);
    return [verdict, failing?.least];
  };
  expect(verdictOf([])).toEqual(['accepted', 0]);
  expect(verdictOf(['unavailable'])).toEqual(['accepted', 1]);
  expect(verdictOf(['unavailable', 'fail'])).toEqual(['rejected', 2]);
});

describe('by money', () => {
  const invoice = Array.from({ length: 160 }, (_, i) => lead(`L${i}`, '400.00'));

  test('64,000 with 3,200 tolerable: interval 1,066.67, 60 drawn', async () => {
    for (const tolerable of ['3200.00', '5%']) {
      const { plan, chosen } = take(await designOf('money', tolerable), invoice);
      expect(plan).toEqual({ method: 'money', size: 60, tolerable: '3200.00', factor: '3.0', interval: '1066.67' });
      expect(chosen.every(({ isCertain }) => !isCertain)).toBe(true);
    }
    expect(take(await designOf('money', '5%', '90%'), invoice).plan).toMatchObject({
      factor: '2.3',
      interval: '1391.30',
      size: 46,
    });
    expect(take(await designOf('money', '5%', '99%'), invoice).plan).toMatchObject({
      factor: '4.6',
      interval: '695.65',
      size: 92,
    });
  });

  async function judged(
    wrong: Readonly<Record<number, Partial<Reviewed>>>,
    items = invoice,
    confidence: Confidence = '95%',
  ) {
    const { plan, chosen } = take(await designOf('money', '3200.00', confidence), items);
    const reviewed = chosen.map(({ item, isCertain }, i): Reviewed => {
      return { id: item.id, amount: item.amount, isCertain, result: 'pass', shouldPay: undefined, ...wrong[i] };
    });
    const amount = purse.sum(items.flatMap((item) => item.amount ?? []));
    const { money, verdict, errors } = judgeSample(plan, reviewed, { items: items.length, amount }, confidence, purse);
    if (!money) throw new Error('no money');
    return {
      projected: toText(money.projected),
      most: toText(money.most),
      verdict,
      errors: errors.map((e) => [toText(e.projected), toText(e.bound)]),
    };
  }

  test('no error: at most what is tolerable', async () => {
    for (const confidence of ['90%', '95%', '99%'] as const)
      expect(await judged({}, invoice, confidence)).toEqual({
        projected: '0.00',
        most: '3200.00',
        verdict: 'accepted',
        errors: [],
      });
  });

  test('an error adds the part that is wrong, of an interval, times what the factor grows by', async () => {
    expect(await judged({ 7: { result: 'fail' } })).toEqual({
      projected: '1066.67',
      most: '5066.67',
      verdict: 'rejected',
      errors: [['1066.67', '1866.67']],
    });
    expect(await judged({ 7: { result: 'fail', shouldPay: dollars('300.00') } })).toMatchObject({
      projected: '266.67',
      most: '3666.67',
    });
    // The largest part first: 1 x 1.75, then 0.5 x 1.55.
    expect(await judged({ 3: { result: 'fail', shouldPay: dollars('200.00') }, 9: { result: 'unavailable' } })).toEqual(
      {
        projected: '1600.00',
        most: '5893.34',
        verdict: 'rejected',
        errors: [
          ['1066.67', '1866.67'],
          ['533.33', '826.67'],
        ],
      },
    );
  });

  test('what is as dear as the interval is taken for certain and stands for itself', async () => {
    const dear = [...invoice, lead('D1', '1066.66'), lead('D2', '1066.67'), lead('D3', '5000.00')];
    const { chosen } = take(await designOf('money', '3200.00'), dear);
    expect(
      chosen
        .filter(({ isCertain }) => isCertain)
        .map(({ item }) => item.id)
        .sort(),
    ).toEqual(['D2', 'D3']);
    const at = chosen.findIndex(({ item }) => item.id === 'D3');
    expect(await judged({ [at]: { result: 'fail' } }, dear)).toMatchObject({ projected: '5000.00', most: '8200.00' });
  });

  test('the interval itself is as dear as the interval', async () => {
    const items = [...invoice, lead('D1', '999.99'), lead('D2', '1000.00')];
    const { chosen } = take(await designOf('money', '3000.00'), items);
    expect(chosen.filter(({ isCertain }) => isCertain).map(({ item }) => item.id)).toEqual(['D2']);
  });

  test('a review of everything leaves no doubt, and the bound is never more than all', async () => {
    const few = [lead('A', '2000.00'), lead('B', '1500.00')];
    expect(await judged({ 0: { result: 'fail' } }, few)).toMatchObject({
      projected: '2000.00',
      most: '2000.00',
      verdict: 'accepted',
    });
    const all = Object.fromEntries(invoice.map((_, i) => [i, { result: 'unavailable' as const }]));
    expect(await judged(all)).toMatchObject({ most: '64000.00' });
  });

  test('the factor grows as in the tables of auditors', () => {
    const first = (confidence: Confidence) => [1, 2, 3, 4].map((n) => incrementHundredths(confidence, n));
    expect([first('90%'), first('95%'), first('99%')]).toEqual([
      [158, 144, 136, 131],
      [175, 155, 146, 140],
      [203, 177, 164, 156],
    ]);
  });
});

describe('the draw', () => {
  test('is the SHA-256 of the seed, a line feed and the id: printf "S\\nL01" | sha256sum', () => {
    expect(hashOf('S', 'L01')).toBe('40083e02092dc0ffdda3714e594ec88a09ce4d4f4e77b8f2cc3658c89c5f7ee3');
  });

  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 60 });
  const leads = ids.chain((all) =>
    fc.tuple(
      ...all.map((id) => fc.constantFrom('150.00', '300.00', '350.00', '900.00').map((amount) => lead(id, amount))),
    ),
  );
  const designs = fc.constantFrom(['size', '7'], ['error', '20%'], ['money', '1500.00']) as fc.Arbitrary<
    [DesignName, string]
  >;

  test('is the same whatever the order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(leads, designs, fc.string(), async (items, [name, text], seed) => {
        const design = await designOf(name, text);
        const shuffled = [...items].sort((a, b) => (hashOf('x', a.id) < hashOf('x', b.id) ? -1 : 1));
        expect(idsOf(take(design, shuffled, seed).chosen)).toEqual(idsOf(take(design, items, seed).chosen));
      }),
    );
  });

  test('rows that are added displace nobody but by a smaller place: the rest keep their order', async () => {
    await fc.assert(
      fc.asyncProperty(leads, leads, designs, async (items, more, [name, text]) => {
        const design = await designOf(name, text);
        const known = new Set(items.map(({ id }) => id));
        const added = more.filter(({ id }) => !known.has(id));
        const before = idsOf(take(design, items).chosen);
        const after = take(design, [...added, ...items]);
        const kept = idsOf(after.chosen).filter((id) => known.has(id));
        // Those of before that are still drawn stand first among the old ones, in their old order; each that is not had its place taken by a new one.
        expect(kept.slice(0, before.length)).toEqual(before.slice(0, kept.length));
        const lost = before.filter((id) => !kept.includes(id)).length;
        const won = idsOf(after.chosen).filter((id) => !known.has(id)).length;
        expect(lost).toBeLessThanOrEqual(won);
      }),
    );
  });

  test('holds no more of a long stream than it can need, and draws the same', () => {
    const [short, whole] = [new Draw('S', 20, () => 0), new Draw('S', Number.POSITIVE_INFINITY, () => 0)];
    for (let i = 0; i < 5000; i++) for (const draw of [short, whole]) draw.add(lead(`C-${i}`));
    const [a, b] = [short.pool(undefined), whole.pool(undefined)];
    expect([a.items, a.ranked.length]).toEqual([5000, 20]);
    expect(a.ranked.map(({ item }) => item.id)).toEqual(b.ranked.slice(0, 20).map(({ item }) => item.id));
  });
});

describe('the interval', () => {
  // Against the definition, by exact counting of draws.
  const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  const tail = (failing: number, items: number, n: number, holds: (k: number) => boolean): number =>
    Array.from({ length: n + 1 }, (_, k) =>
      holds(k) ? choose(failing, k) * choose(items - failing, n - k) : 0,
    ).reduce((a, b) => a + b, 0) / choose(items, n);

  test('holds every number of failing that is not too unlikely, and no other', () => {
    for (const [items, n] of [
      [12, 5],
      [30, 13],
      [40, 1],
      [25, 25],
    ] as const)
      for (let x = 0; x <= n; x++) {
        const likely = Array.from({ length: items + 1 }, (_, failing) => failing).filter(
          (failing) => tail(failing, items, n, (k) => k >= x) > 0.025 && tail(failing, items, n, (k) => k <= x) > 0.025,
        );
        expect([items, n, x, boundsOf(x, n, items, '95%')]).toEqual([
          items,
          n,
          x,
          { least: likely[0], most: likely.at(-1) },
        ]);
      }
  });

  test('of a large population it is that of Clopper and Pearson', () => {
    const { least, most } = boundsOf(15, 278, 100_000_000, '95%');
    expect([least / 1e8, most / 1e8].map((x) => x.toFixed(4))).toEqual(['0.0305', '0.0874']);
  });

  /** How often a statement holds in seeded draws; every run draws the same. */
  async function coverage(
    name: DesignName,
    text: string,
    confidence: Confidence,
    rate: number,
    holds: 'share' | 'money',
  ): Promise<number> {
    const design = await designOf(name, text, confidence);
    const dice = diceOf(Math.round(rate * 1000));
    const items = Array.from({ length: 240 }, (_, i) => lead(`L${i}`, ['150.00', '300.00', '350.00', '400.00'][i % 4]));
    const wrong = new Set(items.filter(() => dice.chance(rate)).map(({ id }) => id));
    const amount = purse.sum(items.flatMap((item) => item.amount ?? []));
    const truth = purse.sum(items.flatMap((item) => (wrong.has(item.id) ? (item.amount ?? []) : [])));
    const runs = 300;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const { plan, chosen } = take(design, items, `run ${run}`);
      const reviewed = chosen.map(({ item, isCertain }): Reviewed => {
        return {
          id: item.id,
          amount: item.amount,
          isCertain,
          result: wrong.has(item.id) ? 'fail' : 'pass',
          shouldPay: undefined,
        };
      });
      const { failing, money } = judgeSample(plan, reviewed, { items: items.length, amount }, confidence, purse);
      if (holds === 'share') held += failing && failing.least <= wrong.size && wrong.size <= failing.most ? 1 : 0;
      else held += money && minorUnits(truth) <= minorUnits(money.most) ? 1 : 0;
    }
    return held / runs;
  }

  test.each([
    ['size', '40', '95%', 0.05, 'share'],
    ['size', '40', '90%', 0.3, 'share'],
    ['error', '10%', '95%', 0.15, 'share'],
    ['aql', '2.5', '99%', 0.1, 'share'],
    ['money', '10%', '95%', 0.05, 'money'],
    ['money', '10%', '90%', 0.2, 'money'],
    ['money', '4000.00', '99%', 0.1, 'money'],
  ] as const)(
    '--%s %s at %s, %d fail: the %s is inside as often as is said',
    async (name, text, confidence, rate, holds) => {
      expect(await coverage(name, text, confidence, rate, holds)).toBeGreaterThanOrEqual(
        Number.parseFloat(confidence) / 100,
      );
    },
  );

  test('by money a lead is drawn as often as its amount says', async () => {
    const design = await designOf('money', '5%');
    const items = Array.from({ length: 160 }, (_, i) => lead(`L${i}`, i % 4 ? '300.00' : '900.00'));
    const drawn = { dear: 0, cheap: 0 };
    for (let run = 0; run < 400; run++)
      for (const { item } of take(design, items, `run ${run}`).chosen)
        drawn[item.amount && minorUnits(item.amount) > 30_000n ? 'dear' : 'cheap']++;
    const odds = drawn.dear / 40 / (drawn.cheap / 120);
    expect(odds).toBeGreaterThan(2.6);
    expect(odds).toBeLessThan(3.1);
  });
});
