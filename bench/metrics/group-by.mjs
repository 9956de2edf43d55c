// The one group-by of agent and disposition with DuckDB on two threads.
import { createRequire } from 'node:module';
import process, { argv } from 'node:process';

const { DuckDBInstance } = createRequire(new URL('../read/package.json', import.meta.url))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await connection.run('SET preserve_insertion_order=false');
const file = argv[2].replaceAll("'", "''");
const result = await connection.runAndReadAll(
  `SELECT agent, disposition, count(*) FROM read_csv('${file}', header = true, all_varchar = true) GROUP BY ALL`,
);
process.stdout.write(`${result.getRowsJson().length}\n`);
