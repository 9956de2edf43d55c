import type { RowRef } from '../model.ts';
import { HELD_SOURCES, type HeldSource, type InputFile, type RecordOf, type Records } from '../read/records.ts';
import type { Closing } from './closing.ts';

type Row = RecordOf<HeldSource>;

const keyOf = ({ source, sha256 }: Pick<InputFile, 'source' | 'sha256'>): string => `${source} ${sha256}`;
const nameOf = ({ source, file }: Pick<RowRef, 'source' | 'file'>): string => `${source} ${file}`;

/**
 * What is known now: the facts of closed periods and the files at hand. A file that a closing holds is not read twice; a record of a closed period that stands in a
 * newer file is read there. Drops of closed periods came before all others.
 */
export function withClosed(given: Records, closings: readonly Closing[]): Records {
  if (!closings.length) return given;
  const kept = new Set(closings.flatMap((closing) => closing.facts.files.map(keyOf)));
  const files = given.files.filter((file) => !kept.has(keyOf(file)));
  const fresh = new Set(files.map(nameOf));
  const shift =
    1 +
    Math.max(
      0,
      ...closings.flatMap((c) => HELD_SOURCES.flatMap((s) => (c.facts.held[s] ?? []).map((row) => row.drop))),
    );
  const held = Object.fromEntries(
    HELD_SOURCES.map((source) => {
      const rows = (given[source] as readonly Row[])
        .filter((row) => fresh.has(nameOf(row.row)))
        .map((row) => ({ ...row, drop: row.drop + shift }));
      const newer = new Set(rows.map((row) => identityOf(source, row)));
      const closed = closings.flatMap((closing) =>
        ((closing.facts.held[source] ?? []) as readonly Row[])
          .filter((row) => !newer.has(identityOf(source, row)))
          .map((row) => ({ ...row, row: apart(row.row, closing, fresh) })),
      );
      return [source, [...closed, ...rows]];
    }),
  ) as unknown as Records;
  const rowsIn = new Map<string, number>();
  for (const source of HELD_SOURCES)
    for (const { row } of held[source]) rowsIn.set(nameOf(row), (rowsIn.get(nameOf(row)) ?? 0) + 1);
  const closedFiles = closings.flatMap((closing) =>
    closing.facts.files.map((info): InputFile => {
      const { file } = apart(info, closing, fresh);
      return {
        ...info,
        file,
        rows: rowsIn.get(nameOf({ source: info.source, file })) ?? 0,
        quarantined: 0,
        leftOut: 0,
      };
    }),
  );
  return { ...held, calls: given.calls, files: [...closedFiles, ...files] };
}

/** A file of the same name with other content is another file. */
function apart<R extends Pick<RowRef, 'source' | 'file'>>(row: R, { period }: Closing, fresh: ReadonlySet<string>): R {
  return fresh.has(nameOf(row)) ? { ...row, file: `${row.file} (closed ${period.label})` } : row;
}

/** What makes two rows of a source the same record in two exports. A meeting's rows are told apart where slots are made. */
function identityOf(source: HeldSource, row: Row): string {
  const { id, uid, starts_at } = row as { id?: string; uid?: string; starts_at?: number };
  if (source === 'meetings') return nameOf(row.row);
  // An id may be the contact's: with the start it is one meeting.
  const key = uid ?? (source === 'crm' || source === 'opportunities' ? id : undefined);
  if (key !== undefined) return `${key} ${starts_at}`;
  return JSON.stringify(Object.entries(row.raw).sort());
}

/** The facts of a run that no closing holds yet: they are what a new closing keeps. */
export function newFacts(given: Records, closings: readonly Closing[]): Pick<Closing['facts'], 'files' | 'held'> {
  const kept = new Set(closings.flatMap((closing) => closing.facts.files.map(keyOf)));
  const files = given.files.filter((file) => file.source !== 'calls' && !kept.has(keyOf(file)));
  const fresh = new Set(files.map(nameOf));
  const held = Object.fromEntries(
    HELD_SOURCES.flatMap((source) => {
      const rows = (given[source] as readonly Row[]).filter((row) => fresh.has(nameOf(row.row)));
      return rows.length ? [[source, rows]] : [];
    }),
  );
  return { files, held };
}
