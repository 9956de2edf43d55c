// The same task with DuckDB on two threads.
import process, { argv } from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await connection.run('SET preserve_insertion_order=false');
const columns = `{call_id:'VARCHAR',started_at:'TIMESTAMPTZ',agent:'VARCHAR',agent_name:'VARCHAR',campaign:'VARCHAR',phone:'VARCHAR',
  contact_name:'VARCHAR',company:'VARCHAR',disposition:'VARCHAR',duration:'INT',talk:'INT',hold:'INT',wrap:'INT',recording:'VARCHAR'}`;
const result = await connection.runAndReadAll(`
  with calls as (
    select agent, disposition, phone, cast(timezone('America/New_York', started_at) as date) as day
    from read_csv('${argv[2].replaceAll("'", "''")}', header = true, columns = ${columns})
  )
  select
    (select count(*) from calls),
    (select count(*) from (select agent, disposition, count(*) from calls group by all)),
    (select sum(n - 1) from (select phone, day, count(*) as n from calls group by all))`);
const [[rows, groups, repeated]] = result.getRowsJson();
process.stdout.write(`${JSON.stringify({ rows: Number(rows), groups: Number(groups), repeated: Number(repeated) })}\n`);
