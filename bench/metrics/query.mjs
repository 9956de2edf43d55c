// The query that `leadaudit metrics --sql duckdb` printed, with DuckDB on two threads.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process, { argv } from 'node:process';

const { DuckDBInstance } = createRequire(new URL('../read/package.json', import.meta.url))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await connection.run('SET preserve_insertion_order=false');
const [, , file, sql] = argv;
await connection.run(
  `CREATE VIEW calls AS SELECT * REPLACE (CAST(started_at AS TIMESTAMPTZ) AS started_at) FROM read_csv('${file.replaceAll("'", "''")}', header = true, types = {'phone': 'VARCHAR'})`,
);
const rows = (await connection.runAndReadAll(readFileSync(sql, 'utf8'))).getRowsJson();
// Of each metric one row is there even where nothing was called.
const whole = (metric) =>
  rows.find(([id, , by, , out, calls]) => id === metric && by === '' && out === '' && Number(calls) > 0);
process.stdout.write(
  `${JSON.stringify({
    dials: Number(whole('dials')[8]),
    humans: Number(whole('connect_rate')[8]),
    conversations: Number(whole('conversations')[8]),
    talk: Number(whole('talk_time')[9]),
    contacts: Number(whole('contacts_attempted')[8]),
  })}\n`,
);
