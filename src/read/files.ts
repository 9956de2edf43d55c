import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import type { ReadNamed } from '../sow/load.ts';
import { monthsOf, type Period, parsePeriod } from '../sow/period.ts';

/** A file that a source names: what it is called in reports, and where it is. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

const GLOB = /[*?{}[\]]/;
const isGlob = (path: string): boolean => GLOB.test(path);

/** The files of a pattern, sorted by name; empty when nothing matches. A file that is called so is meant by its name. `<period>` takes the label of the period, or each month of a range. */
export function filesOf(pattern: string, baseDir: string, period: string | undefined): NamedFile[] {
  return labelsFor(pattern, period)
    .map((label) => pattern.replaceAll('<period>', label))
    .flatMap((path): NamedFile[] => {
      if (path === '-') return [{ name: '-', path: '-' }];
      const found =
        isGlob(path) && !existsSync(resolve(baseDir, path))
          ? globSync(path, { cwd: baseDir, absolute: true, onlyFiles: true })
          : [resolve(baseDir, path)];
      return found
        .map((file) => ({ name: nameOf(file, baseDir), path: file }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    });
}

function labelsFor(pattern: string, period: string | undefined): string[] {
  if (!pattern.includes('<period>') || period === undefined) return [''];
  const parsed = parsePeriod(period);
  return parsed && period.includes('..') ? monthsOf(parsed) : [period];
}

/** Relative to the rules file where it lies below it, so that reports do not depend on the working folder. */
function nameOf(path: string, baseDir: string): string {
  const inside = relative(baseDir, path);
  return (inside.startsWith('..') || isAbsolute(inside) ? path : inside).split(sep).join('/');
}

/** The newest period among the files that a pattern with `<period>` could mean, wherever they lie. */
export function newestLabel(pattern: string, baseDir: string): string | undefined {
  if (!pattern.includes('<period>')) return undefined;
  const found = globSync(pattern.replaceAll('<period>', '*'), { cwd: baseDir, absolute: true, onlyFiles: true });
  const parts = partsOf(resolve(baseDir, pattern));
  const at = parts.findIndex((part) => part.includes('<period>'));
  const [before = '', after = ''] = (parts[at] ?? '').split('<period>');
  const labels = found.flatMap((file) => periodIn(partsOf(file)[at]?.slice(before.length) ?? '', after) ?? []);
  return labels.sort((a, b) => (a.to < b.to ? 1 : -1))[0]?.label;
}

const partsOf = (path: string): string[] => path.split(sep).join('/').split('/');

/** The period with which a name begins that goes on as it should: the longest one where anything may follow. */
function periodIn(name: string, after: string): Period | undefined {
  if (!isGlob(after)) return name.endsWith(after) ? parsePeriod(name.slice(0, name.length - after.length)) : undefined;
  const [next = ''] = after.split(GLOB, 1);
  for (let end = name.length; end > 0; end--) {
    const period = name.startsWith(next, end) ? parsePeriod(name.slice(0, end)) : undefined;
    if (period) return period;
  }
  return undefined;
}

/** What of some patterns means a file that was named by hand: by its path, else by its name alone where none does. */
export function meaning<T extends { readonly pattern: string }>(
  file: string,
  baseDir: string,
  all: readonly T[],
): { readonly byPath: readonly T[]; readonly byName: readonly T[] } {
  const own = relative(baseDir, file).split(sep).join('/');
  const lastOf = (path: string): string => path.split('/').at(-1) ?? path;
  const byPath = all.filter(({ pattern }) => patternOf(pattern.replace(/^\.\//, '')).test(own));
  const byName = byPath.length ? [] : all.filter(({ pattern }) => patternOf(lastOf(pattern)).test(lastOf(own)));
  return { byPath, byName };
}

/** `drops/<period>/*.{csv,json}` as a pattern of paths. */
const patternOf = (glob: string): RegExp => new RegExp(`^${expressionOf(glob)}$`);

const expressionOf = (glob: string): string =>
  glob
    .split(/(<period>|\*\*\/|\*|\?|\{[^{}]*\}|\[[^\]]+\])/)
    .map((part) => {
      if (/^\{.*\}$/.test(part)) return `(?:${part.slice(1, -1).split(',').map(expressionOf).join('|')})`;
      if (/^\[.*\]$/.test(part)) return part.replace(/^\[!/, '[^');
      return WILD[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
const WILD: Readonly<Record<string, string>> = { '<period>': '[^/]+', '**/': '(?:.*/)?', '*': '[^/]*', '?': '[^/]' };

/** Reads small files that a rules file names, relative to it. */
export function namedBeside(rulesFile: string): ReadNamed {
  return (name) => {
    const path = resolve(dirname(rulesFile), name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
}
