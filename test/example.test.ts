import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { render } from '../src/report/render.ts';
import { TABLES, type TableName } from '../src/report/tables.ts';
import { runCase } from './support/cases.ts';

const { document } = await runCase('.', 'rules.example.yaml', '');
if (!document) throw new Error('the example month has no report');

describe('the example month in every format', () => {
  test('terminal, 80 columns', async () => {
    const text = await render(document, { format: 'table', width: 80 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    await expect(text).toMatchFileSnapshot('golden/example.txt');
  });
  test.each(Object.keys(TABLES) as TableName[])('csv of %s', async (table) => {
    await expect(await render(document, { format: 'csv', table })).toMatchFileSnapshot(`golden/example-${table}.csv`);
  });
  test('json', async () => {
    await expect(await render(document, { format: 'json' })).toMatchFileSnapshot('golden/example.json');
  });
  test('ndjson has a record a claim', async () => {
    const lines = (await render(document, { format: 'ndjson' })).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(document.claims.map((c) => c.id));
  });
});

describe('the published schemas', () => {
  const ajv = new Ajv({ strict: false });
  const schemaOf = (file: string) => ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  test('hold for the audit document', () => {
    const validate = schemaOf('schemas/audit.schema.json');
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...document, claims: [{ id: 'L1' }] })).toBe(false);
  });
  test('hold for the example rules as an editor reads them', () => {
    const validate = schemaOf('rules.schema.json');
    const rules = parse(readFileSync('rules.example.yaml', 'utf8'), { schema: 'core' });
    expect(validate(rules), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...rules, rulez: {} })).toBe(false);
  });
});
