import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DIALECTS, type DialectName } from '../../src/measure/sql/dialects.ts';

/** A column of a table of calls, and how it is typed everywhere. */
export type Types = Readonly<Record<string, 'text' | 'number' | 'wall time' | 'moment'>>;

/** A warehouse that is really there. */
export interface Engine {
  /** Loads a CSV as the table `calls`, runs a query over it, and gives its result as CSV with a header. */
  result(csv: string, types: Types, sql: string): Promise<string>;
  stop(): void;
}

const require = createRequire(resolve('test/engines/package.json'));

/** Starts the engine of a dialect, or says why there is none. */
export const ENGINES: Readonly<Record<DialectName, () => Engine | { readonly absent: string }>> = {
  duckdb: () => {
    if (!has('@duckdb/node-api')) return { absent: 'run npm install --prefix test/engines' };
    const typeOf = { text: 'VARCHAR', number: 'DOUBLE', 'wall time': 'TIMESTAMP', moment: 'TIMESTAMPTZ' };
    return {
      async result(csv, types, sql) {
        const { DuckDBInstance } = require('@duckdb/node-api');
        const connection = await (await DuckDBInstance.create(':memory:')).connect();
        const columns = Object.entries(types).map(([name, type]) => `'${name}': '${typeOf[type]}'`);
        const out = `${csv}.duckdb.csv`;
        await connection.run(`CREATE TABLE calls AS FROM read_csv('${csv}', header = true, columns = {${columns}})`);
        await connection.run(`COPY (${sql.trim().replace(/;$/, '')}) TO '${out}' (HEADER)`);
        return readFileSync(out, 'utf8');
      },
      stop: () => {},
    };
  },
  clickhouse: () => {
    if (!has('chdb')) return { absent: 'run npm install --prefix test/engines' };
    const typeOf = {
      text: 'Nullable(String)',
      number: 'Nullable(Float64)',
      'wall time': "DateTime64(3, 'UTC')",
      moment: "DateTime64(3, 'UTC')",
    };
    return {
      async result(csv, types, sql) {
        const { Session } = require('chdb');
        const session = new Session();
        const columns = Object.entries(types).map(
          ([name, type]) => `${DIALECTS.clickhouse.identifier(name)} ${typeOf[type]}`,
        );
        try {
          session.query(`CREATE TABLE calls (${columns}) ENGINE = Memory`);
          const structure = columns.join(', ').replaceAll(/[\\']/g, '\\$&');
          session.query(
            `INSERT INTO calls SELECT * FROM file('${csv}', CSVWithNames, '${structure}') SETTINGS date_time_input_format = 'best_effort'`,
          );
          return session.query(sql, 'CSVWithNames');
        } finally {
          session.cleanup();
        }
      },
      stop: () => {},
    };
  },
  postgres: () => {
    const bin = postgresBin();
    if (bin === undefined) return { absent: "no postgresql: apt-get install postgresql, or your system's" };
    const typeOf = { text: 'text', number: 'double precision', 'wall time': 'timestamp', moment: 'timestamptz' };
    const folder = mkdtempSync(join(tmpdir(), 'leadaudit-postgres-'));
    const data = join(folder, 'data');
    mkdirSync(data);
    // A server refuses to run as root.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) execFileSync('chown', ['-R', 'postgres', folder]);
    const as = (command: string, args: readonly string[], input?: string): string => {
      const all = isRoot ? ['-u', 'postgres', '--', join(bin, command), ...args] : [...args];
      return execFileSync(isRoot ? 'runuser' : join(bin, command), all, { cwd: folder, encoding: 'utf8', input });
    };
    as('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C']);
    as('pg_ctl', [
      '-D',
      data,
      '-w',
      '-o',
      `-k ${folder} -c listen_addresses='' -c fsync=off`,
      '-l',
      join(folder, 'log'),
      'start',
    ]);
    const psql = (...args: string[]): string =>
      as('psql', ['-h', folder, '-U', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', ...args]);
    return {
      async result(csv, types, sql) {
        const columns = Object.entries(types).map(
          ([name, type]) => `${DIALECTS.postgres.identifier(name)} ${typeOf[type]}`,
        );
        const query = join(folder, 'query.sql');
        writeFileSync(query, sql);
        const rows = join(folder, 'calls.csv');
        writeFileSync(rows, readFileSync(csv));
        psql('-c', `SET client_min_messages TO warning; DROP TABLE IF EXISTS calls; CREATE TABLE calls (${columns})`);
        psql('-c', `\\copy calls from '${rows}' csv header`);
        return psql('--csv', '-f', query);
      },
      stop: () => void as('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']),
    };
  },
};

function has(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** The newest server that Debian installed. */
function postgresBin(): string | undefined {
  const root = '/usr/lib/postgresql';
  const version = existsSync(root)
    ? readdirSync(root)
        .sort((a, b) => Number(a) - Number(b))
        .at(-1)
    : undefined;
  return version === undefined ? undefined : join(root, version, 'bin');
}
