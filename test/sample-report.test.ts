import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { purseOf, toText } from '../src/price/money.ts';
import { outlineOfSample } from '../src/report/outline/sample.ts';
import { redacted } from '../src/report/redact.ts';
import { renderAs } from '../src/report/render.ts';
import type { DocumentKind, Format } from '../src/report/renderers.ts';
import { sampleDocumentOf } from '../src/report/sample/build.ts';
import { type SampleDocument, sampleDocument } from '../src/report/sample/document.ts';
import { SAMPLE_TABLES } from '../src/report/sample/tables.ts';
import { renderSample } from '../src/report/sample/terminal.ts';
import { DESIGNS, type DesignName } from '../src/sample/designs/table.ts';
import { Draw } from '../src/sample/draw.ts';
import type { Item } from '../src/sample/item.ts';
import { judgeSample } from '../src/sample/judge.ts';
import { leadsOf } from '../src/sample/leads.ts';
import { type Answer, readResults } from '../src/sample/results.ts';
import { loadSow } from '../src/sow/load.ts';
import { runCase } from './support/cases.ts';
import { filledWith, HOSTILE_TEXTS } from './support/hostile-texts.ts';

const { document } = await runCase('.', 'rules.example.yaml', '');
const { sow } = loadSow(readFileSync('rules.example.yaml', 'utf8'), 'rules.example.yaml');
if (!document || !sow) throw new Error('the example month has no report');
const purse = purseOf('USD', 'half_up');
const leads = leadsOf({ document, sow, vendor: { invoice: [], meetings: [], files: [] }, recordings: [] }, purse);
const audit = document;

/** The sample of the example month, with every third one failed where it is reviewed. */
async function sampleOf(name: DesignName, text: string, isReviewed: boolean): Promise<SampleDocument> {
  const confidence = '95%';
  const design = (await DESIGNS[name].load())(text, { confidence, expected: '50%', purse });
  if (!design) throw new Error(`--${name} ${text}`);
  const draw = new Draw<Item>('S', design.most, () => 0);
  // A lot that the table of plans has.
  for (const item of [1, 2, 3].flatMap((n) => leads.items.map((lead) => ({ ...lead, id: `${lead.id}-${n}` }))))
    draw.add(item);
  const amount = purse.sum([leads.amount, leads.amount, leads.amount]);
  const pool = draw.pool(amount);
  const taken = design.take(pool);
  if ('reason' in taken) throw new Error(taken.reason);
  const whole = { items: pool.items, amount };
  const answers = taken.chosen.map(
    ({ item, isCertain }, i): Answer => ({
      id: item.id,
      amount: item.amount,
      isCertain,
      result: i % 3 ? 'pass' : i % 2 ? 'fail' : 'unavailable',
      shouldPay: undefined,
      by: 'Dana',
      note: 'heard',
    }),
  );
  const judgement = judgeSample(taken.plan, answers, whole, confidence, purse);
  const reviewed = isReviewed ? { file: 'sheet.csv', sha256: '0', answers, judgement } : undefined;
  const { leftOut } = leads;
  return sampleDocumentOf({ audit, of: 'leads', seed: 'S', confidence, whole, leftOut, taken, reviewed });
}

const KIND: DocumentKind<SampleDocument> = {
  tables: SAMPLE_TABLES,
  terminal: async () => renderSample,
  outline: async () => outlineOfSample,
  sheets: async () => SAMPLE_TABLES,
};
const EVERY = [
  ['error', '10%'],
  ['aql', '2.5'],
  ['money', '10%'],
  ['size', '7'],
] as const;
const all = await Promise.all(
  EVERY.flatMap(([name, text]) => [sampleOf(name, text, false), sampleOf(name, text, true)]),
);

describe.each(all.map((doc) => [`${doc.plan.method}${doc.review ? ', reviewed' : ''}`, doc] as const))(
  '%s',
  (_, doc) => {
    test('is as its schema says', () => {
      expect(sampleDocument.parse(doc)).toEqual(doc);
    });

    test('names nobody where that is asked', () => {
      const shown = JSON.stringify(redacted(doc, [], { how: 'digits' }));
      for (const { contact } of doc.items) expect(shown).not.toContain(contact);
      expect(shown).toContain(`"hash":"${doc.items[0]?.hash}"`);
    });

    test('fits 80 columns', async () => {
      const shown = String(await renderAs(KIND, doc, { format: 'table', width: 80 }));
      for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    });
  },
);

// What is foreign is shown by the same words whatever the plan.
describe.each(all.slice(0, 2).map((doc) => [doc.review ? 'a review' : 'a sheet', doc] as const))('%s', (_, doc) => {
  test.each(Object.entries(HOSTILE_TEXTS))('%s is text in it', async (_, text) => {
    const heard = doc.items.map((item) => ({ ...item, recordings: [text], by: text }));
    const filled = filledWith({ ...doc, items: heard }, text);
    for (const format of ['table', 'csv', 'markdown', 'html'] satisfies Format[]) {
      const shown = String(await renderAs(KIND, filled, { format, table: 'sample' }));
      expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}\uffff]/u);
      expect(shown).not.toMatch(/^\s*::|##\[/m);
    }
  });
});

test('leads of the example: what is supported or open, and nothing that is disputed', () => {
  const byId = new Map(audit.claims.map((claim) => [claim.id, claim]));
  const outcomes = leads.items.map(({ id }) => byId.get(id)?.outcome);
  expect([...new Set(outcomes)].sort()).toEqual(['matched', 'open', 'underclaimed', 'wrong_rate']);
  const kept = new Set(leads.items.map(({ id }) => id));
  const rest = audit.claims.filter(({ id, outcome }) => !kept.has(id) && outcome !== 'unclaimed');
  expect(rest.every(({ supported, outcome }) => Number(supported) === 0 && outcome !== 'open')).toBe(true);
  for (const { id, amount } of leads.items) {
    const { outcome, claimed, supported } = byId.get(id) ?? { outcome: '', claimed: '', supported: '' };
    const [asked, ours] = [Number(claimed), Number(supported)];
    expect([id, Number(amount && toText(amount))]).toEqual([id, outcome === 'open' ? asked : Math.min(asked, ours)]);
  }
  expect(leads.leftOut.reduce((n, { items }) => n + items, 0)).toBe(rest.length);
});

test('a sheet is read back whatever the ids are', async () => {
  // Half a character has no bytes.
  const hostile = Object.values(HOSTILE_TEXTS).map((text) => text.replace(/\p{Cs}/gu, ''));
  const ids = [...hostile, "'quoted", 'a;=b', ' padded ', 'L01'];
  const items = ids.map((id): Item => ({ ...(leads.items[0] as Item), id }));
  const chosen = items.map((item) => ({ item, hash: '', isCertain: false }));
  const plan = { method: 'size', size: ids.length } as const;
  const parts = { audit, of: 'leads', seed: '=S', confidence: '95%', leftOut: [], reviewed: undefined } as const;
  const doc = sampleDocumentOf({ ...parts, whole: { items: ids.length, amount: undefined }, taken: { plan, chosen } });
  for (const isRaw of [false, true]) {
    const filled = { ...doc, items: doc.items.map((item) => ({ ...item, result: 'pass' as const })) };
    const sheet = String(await renderAs(KIND, filled, { format: 'csv', table: 'sample', isRaw }));
    const { answers, problems } = readResults(sheet, 'sheet.csv', { seed: '=S', plan, chosen }, purse);
    expect(problems).toEqual([]);
    expect(answers.map(({ id }) => id)).toEqual(ids);
  }
});
