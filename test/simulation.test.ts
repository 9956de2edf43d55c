import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { purseOf } from '../src/price/money.ts';
import { namedBeside } from '../src/read/files.ts';
import { readSources } from '../src/read/read.ts';
import type { SimulationDocument } from '../src/report/simulation/document.ts';
import { checkSimulation } from '../src/report/simulation/invariants.ts';
import { simulate } from '../src/simulate.ts';
import { type Change, readChanges } from '../src/sow/changes.ts';
import { loadSow } from '../src/sow/load.ts';

const PATH = 'rules.example.yaml';
const sowWith = (changes: readonly Change[]) => {
  const { sow } = loadSow(readFileSync(PATH, 'utf8'), PATH, namedBeside(PATH), changes);
  if (!sow) throw new Error('the rules are sound');
  return sow;
};

const { changes } = readChanges(['rules.no_show.cure_within=7 days', 'fees.retainer={amount: 100.00}'], {});
const base = sowWith([]);
const { records, period } = await readSources(base, {
  baseDir: '.',
  workingDir: '.',
  overrides: {},
  period: undefined,
});
const variant = (...made: Change[]) => ({ sow: sowWith(made), records });
const { document } = await simulate(
  variant(),
  [
    {
      title: 'both',
      notApplied: [],
      whole: variant(...changes),
      changes: changes.map((change) => ({ path: change.path.join('.'), from: null, to: null, alone: variant(change) })),
    },
  ],
  { period },
);
if (!document) throw new Error('the example month can be simulated');
const purse = purseOf('USD', 'half_up');

test('a sound simulation passes', () => {
  expect(document.alternatives[0]?.claims.length).toBeGreaterThan(1);
  expect(document.alternatives[0]?.others).toMatchObject([{ kind: 'retainer', difference: '100.00' }]);
  expect(checkSimulation(document, purse)).toEqual([]);
});

type Alternative = SimulationDocument['alternatives'][number];
const less = <T extends { readonly interaction: string }>([first, ...rest]: readonly T[]): T[] =>
  rest.concat(first ? [{ ...first, interaction: '9.00' }] : []);
const TAMPERINGS: readonly (readonly [
  invariant: string,
  what: string,
  tamper: (a: Alternative) => Partial<Alternative>,
])[] = [
  ['difference', 'a payable amount that grew', ({ totals }) => ({ totals: { ...totals, payable: '1.00' } })],
  ['claims and fees', 'a claim that is gone', ({ claims }) => ({ claims: claims.slice(1) })],
  ['claims and fees', 'a fee that is gone', () => ({ others: [] })],
  [
    'changes',
    'a change worth more',
    ({ changes }) => ({ changes: changes.map((c) => ({ ...c, difference: '7.00' })) }),
  ],
  ['interaction', 'a claim with more left over', ({ claims }) => ({ claims: less(claims) })],
  ['change', 'an effect that is gone', ({ others }) => ({ others: others.map((o) => ({ ...o, effects: [] })) })],
];

test.each(TAMPERINGS)('%s: %s is seen', (invariant, _, tamper) => {
  const tampered = { ...document, alternatives: document.alternatives.map((a) => ({ ...a, ...tamper(a) })) };
  expect(checkSimulation(tampered, purse).map((p) => p.args.invariant)).toContain(invariant);
});

test('every invariant is tampered with', () => {
  const source = readFileSync('src/report/simulation/invariants.ts', 'utf8');
  const named = source.slice(source.indexOf('function checksOf')).matchAll(/^\s+\[?'([\w ]+)',/gm);
  expect(new Set([...named].map(([, name]) => name))).toEqual(new Set(TAMPERINGS.map(([name]) => name)));
});
