import type { RowRef } from '../model.ts';
import {
  HELD_SOURCES,
  type HeldSource,
  type InputFile,
  type InvoiceLine,
  type RecordOf,
  type Records,
} from '../read/records.ts';
import type { Period } from '../sow/period.ts';
import type { Closing } from './closing.ts';
import { closedLines } from './lines.ts';

type Row = RecordOf<HeldSource>;

const keyOf = ({ source, sha256 }: Pick<InputFile, 'source' | 'sha256'>): string => `${source} ${sha256}`;
const nameOf = ({ source, file }: Pick<RowRef, 'source' | 'file'>): string => `${source} ${file}`;

/**
 * What is known now: the facts of closed periods and the files at hand. A file that a closing holds is not read twice; a record of a closed period that stands in a
 * newer file, at hand or in a later closing, is read there. Drops of a closed period came before those of later ones, and before all at hand.
 */
export function withClosed(given: Records, closings: readonly Closing[]): Records {
  if (!closings.length) return given;
  const kept = new Set(closings.flatMap((closing) => closing.facts.files.map(keyOf)));
  const files = given.files.filter((file) => !kept.has(keyOf(file)));
  const fresh = new Set(files.map(nameOf));
  const drops = dropsBefore(closings);
  const names = closings.map(
    (_, i) => new Set([...closings.slice(i + 1).flatMap((c) => c.facts.files), ...files].map(nameOf)),
  );
  const closed = closedLines(given, closings);
  const placed = closings.map((closing, i) => ({ closing, drop: drops[i] ?? 0, newerNames: names[i] ?? fresh }));
  const held = Object.fromEntries(
    HELD_SOURCES.map((source) => {
      const rows = (given[source] as readonly Row[])
        .filter((row) => fresh.has(nameOf(row.row)))
        .map((row) => ({ ...ofPeriod(row, closed.get(row.row)), drop: row.drop + (drops.at(-1) ?? 0) }));
      const newer = new Set(rows.flatMap((row) => identityOf(source, row) ?? []));
      const before = placed.toReversed().map(({ closing, drop, newerNames }) => {
        const told = ((closing.facts.held[source] ?? []) as readonly Row[]).map((row) => ({
          row,
          identity: identityOf(source, row),
        }));
        const left = told.filter(({ identity }) => identity === undefined || !newer.has(identity));
        for (const { identity } of told) if (identity !== undefined) newer.add(identity);
        return left.map(({ row }) => ({
          ...ofPeriod(row, closing.period),
          drop: row.drop + drop,
          row: apart(row.row, closing, newerNames),
        }));
      });
      return [source, [...before.toReversed().flat(), ...rows]];
    }),
  ) as unknown as Records;
  const rowsIn = new Map<string, number>();
  for (const source of HELD_SOURCES)
    for (const { row } of held[source]) rowsIn.set(nameOf(row), (rowsIn.get(nameOf(row)) ?? 0) + 1);
  const closedFiles = placed.flatMap(({ closing, newerNames }) =>
    closing.facts.files.map((info): InputFile => {
      const { file } = apart(info, closing, newerNames);
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

/** How many drops came before those of each closing, and last before those at hand: each closing counts its own from 0. */
export function dropsBefore(closings: readonly Closing[]): readonly number[] {
  const before = [0];
  for (const { facts } of closings) {
    const own = HELD_SOURCES.flatMap((source) => (facts.held[source] ?? []).map((row) => row.drop));
    before.push((before.at(-1) ?? 0) + own.reduce((most, drop) => Math.max(most, drop), -1) + 1);
  }
  return before;
}

/** A file of the same name with other content is another file. */
function apart<R extends Pick<RowRef, 'source' | 'file'>>(row: R, { period }: Closing, newer: ReadonlySet<string>): R {
  return newer.has(nameOf(row)) ? { ...row, file: `${row.file} (closed ${period.label})` } : row;
}

/** A line of an invoice that names no period belongs to the one that it was closed in. */
function ofPeriod(row: Row, closed: Period | undefined): Row {
  const line: InvoiceLine | undefined = row.row.source === 'invoice' ? row : undefined;
  return closed && line && line.period === undefined ? ({ ...line, period: closed.label } as Row) : row;
}

/** What makes two rows of a source the same record in two exports. A later drop never takes a meeting away: what it says of one is told where slots are made. */
function identityOf(source: HeldSource, row: Row): string | undefined {
  if (source === 'meetings') return undefined;
  const { id, uid, starts_at, stage, stage_at, deal_status, is_closed, is_won } = row as {
    id?: string;
    uid?: string;
    starts_at?: number;
    stage?: string;
    stage_at?: number;
    deal_status?: string;
    is_closed?: boolean;
    is_won?: boolean;
  };
  // A newer export says where an opportunity stands now: where it stood before is its history.
  if (source === 'opportunities' && id !== undefined)
    return JSON.stringify([id, stage, stage_at, deal_status, is_closed, is_won]);
  // An id may be the contact's: with the start it is one meeting.
  const key = uid ?? (source === 'crm' ? id : undefined);
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
