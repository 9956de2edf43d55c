import type { Stats } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problem } from '../problems/problem.ts';
import { decodeWhole } from '../read/encoding.ts';
import { wasRead } from '../read/files-read.ts';
import { readFilledIn } from '../read/filled-in.ts';
import { type Content, piecesOf } from '../report/renderers.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './whole-file.ts';

/**
 * Writes a result where it was asked for: stdout, a file, or a folder (made when it ends with `/`) under the default name. A file is
 * whole or not there; false after a problem was shown.
 */
export async function deliver(
  content: Content,
  output: string | undefined,
  defaultName: string,
  terminal: Terminal,
): Promise<boolean> {
  if (output === undefined || output === '-') {
    terminal.out(content);
    return true;
  }
  const there: Stats | undefined = await stat(output).catch(() => undefined);
  const path = await pathOf(output, defaultName);
  const taken = await stat(path).catch(() => undefined);
  if (taken && wasRead(taken)) {
    const reason = 'this result was made from that file, which would be lost';
    terminal.problems([problem('unwritable_file', { file: path }, { reason })]);
    return false;
  }
  try {
    if (output.endsWith('/')) await mkdir(dirname(path), { recursive: true });
    // A device or a pipe is written to; only a file can be replaced.
    if (there && !there.isFile() && !there.isDirectory()) await writeFile(path, piecesOf(content));
    else await writeWhole(path, content, 'replace');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.problems([problem('unwritable_file', { file: path }, { reason: code ?? message })]);
    return false;
  }
  terminal.note(`wrote ${path}`);
  return true;
}

/**
 * Whether a sheet to be filled in may be written there: not over one in which somebody has filled in the column; false after a
 * problem was shown.
 */
export async function mayReplaceSheet(
  output: string | undefined,
  defaultName: string,
  column: string,
  terminal: Terminal,
): Promise<boolean> {
  if (output === undefined || output === '-') return true;
  const path = await pathOf(output, defaultName);
  // A pipe or a device holds nothing, and to read it would wait for ever.
  if (!(await stat(path).catch(() => undefined))?.isFile()) return true;
  const text = await sheetAt(path);
  const rows = text === undefined ? [] : readFilledIn(text, [column]);
  if (text !== undefined && ('reason' in rows || rows.every(({ cell }) => !cell(column)))) return true;
  const what = text === undefined ? 'what is there cannot be read' : `its column \`${column}\` is filled in`;
  terminal.problems([problem('unwritable_file', { file: path }, { reason: `${what}, which would be lost` })]);
  return false;
}

/** The text of a file that will be replaced; undefined where it cannot be read. */
async function sheetAt(path: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path);
    const { text } = decodeWhole(bytes, path);
    return text || !bytes.length ? text : undefined;
  } catch {
    return undefined;
  }
}

const pathOf = async (output: string, defaultName: string): Promise<string> =>
  (await isIntoFolder(output)) ? join(output, defaultName) : output;

/** Whether results go into a folder, under names of their own. */
export const isIntoFolder = async (output: string): Promise<boolean> => output.endsWith('/') || isFolder(output);

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true;
