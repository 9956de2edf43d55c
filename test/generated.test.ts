import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS, type SchemaName, schemaText } from '../src/report/schemas.ts';
import { PAGES } from './support/pages.ts';

const FILES: Readonly<Record<SchemaName, string>> = { rules: 'rules.schema.json', audit: 'schemas/audit.schema.json' };

// `npm run golden` rewrites what is out of date; the diff is the review.
describe('generated files are up to date', () => {
  test.each(Object.entries(PAGES))('%s', async (file, text) => {
    await expect(text).toMatchFileSnapshot(resolve(file));
  });
  test.each(Object.keys(SCHEMAS) as SchemaName[])('schema of %s', async (name) => {
    await expect(schemaText(name)).toMatchFileSnapshot(resolve(FILES[name]));
  });
});
