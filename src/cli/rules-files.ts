import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { problem } from '../problems/problem.ts';
import { decodeWhole } from '../read/encoding.ts';
import { isMapping, readYaml } from '../sow/yaml.ts';
import { isFolder } from './output.ts';
import type { Terminal } from './terminal.ts';

/**
 * The rules files that `-c` names, in order, each once: files as they are, and of a folder those YAML files that have a `sow:`.
 * Undefined after the problem of a folder without any was shown.
 */
export async function rulesFilesIn(given: readonly string[], terminal: Terminal): Promise<string[] | undefined> {
  const files: string[] = [];
  for (const path of given) {
    const found = (await isFolder(path)) ? await inFolder(path, terminal) : [path];
    if (!found.length) {
      const pattern = join(path, '*.yaml');
      terminal.problems([problem('missing_rules', { file: path }, { path: pattern })]);
      return undefined;
    }
    files.push(...found);
  }
  return [...new Map(files.map((file) => [resolve(file), file])).values()];
}

/** Rules files by name. Other YAML, such as waivers, lies beside them; a file that cannot be read is not passed over. */
async function inFolder(folder: string, terminal: Terminal): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/i.test(name)).sort();
  const rules: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const yaml = await readFile(path).then(
      (bytes) => readYaml(decodeWhole(bytes, path).text, path),
      () => undefined,
    );
    const isOther = yaml && !yaml.problems.length && !(isMapping(yaml.value) && 'sow' in yaml.value);
    if (isOther) terminal.note(`passed over ${path}: it has no \`sow:\``);
    else rules.push(path);
  }
  return rules;
}
