import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const DROP = `Meeting No;Kunde;Mail;Termin;Status
M-1;Anna Maier;anna@maier.example;02.06.2026 10:00;Stattgefunden
M-2;Bo Lang;bo@lang.example;13.06.2026 11:00;Nicht erschienen
M-3;Cleo Roth;cleo@roth.example;15.06.2026 09:00;Verschoben
`;
const write = (name: string, bytes: string | Uint8Array): string => {
  mkdirSync(scratch.path, { recursive: true });
  writeFileSync(join(scratch.path, name), bytes);
  return name;
};
const inspect = (...args: string[]) => leadaudit(['inspect', ...args], { cwd: scratch.path });

describe('inspect', () => {
  test('says what a file is, what is wrong with it and what to paste', async () => {
    const { code, stdout, stderr } = await leadaudit(['inspect', 'fixtures/example/drops/2026-06/invoice.csv']);
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(resolve('test/golden/inspect.txt'));
  });

  test('guesses columns and words of a file that it does not know, and marks what it guessed', async () => {
    const { stdout } = await inspect(write('drop.csv', DROP), '--source', 'meetings');
    const pasted = stdout.slice(stdout.indexOf('sources:'));
    expect(parse(pasted)).toEqual({
      sources: {
        meetings: [
          {
            file: 'drop.csv',
            time_zone: 'America/New_York',
            columns: expect.objectContaining({ id: 'Meeting No', starts_at: 'Termin', email: 'Mail' }),
            values: { outcome: { Stattgefunden: 'held', 'Nicht erschienen': 'no_show', Verschoben: 'rescheduled' } },
          },
        ],
      },
    });
    expect(pasted).toContain('# check:');
    expect(stdout).toContain('day first, proved by "13.06.2026 11:00" on line 3');
  });

  test('is unsure of a file of which it knows no header', async () => {
    const { stdout } = await inspect(write('strange.csv', 'Haus;Baum\nrot;12\nblau;13\n'));
    expect(stdout).toContain('unsure');
  });

  test('prints JSON that its schema describes', async () => {
    const { stdout } = await inspect(write('drop.csv', DROP), '--format', 'json');
    const schema = JSON.parse(readFileSync('schemas/inspection.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('reads gzip and stdin', async () => {
    const plain = JSON.parse((await inspect(write('drop.csv', DROP), '--format', 'json')).stdout).files[0];
    const packed = JSON.parse((await inspect(write('drop.csv.gz', gzipSync(DROP)), '--format', 'json')).stdout)
      .files[0];
    expect(packed.columns).toEqual(plain.columns);
    expect(packed.sha256).not.toBe(plain.sha256);
  });

  test('shows hostile cells, and never obeys them', async () => {
    const hostile = `id,starts_at,outcome\n"\u001b]0;owned\u0007",2026-06-02T10:00,held\n"\u202eM-2",2026-06-03T10:00,held\n`;
    const { stdout, stderr } = await inspect(write('hostile.csv', hostile));
    for (const obeyed of ['\u0007', '\u001b', '\u202e']) expect(stdout + stderr).not.toContain(obeyed);
  });

  test('ends with 2 where nothing can be read', async () => {
    for (const name of ['nowhere.csv', write('book.xlsx', 'PK\u0003\u0004rest'), write('empty.csv', '')]) {
      const { code, stdout, stderr } = await inspect(name);
      expect([name, code, stdout]).toEqual([name, 2, '']);
      expect(stderr).toMatch(/^error\[/);
    }
  });
});
