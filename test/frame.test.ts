import { expect, test } from 'vitest';
import { wrapFor } from '../src/cli/terminal.ts';
import { frame } from '../src/problems/frame.ts';
import { problem } from '../src/problems/problem.ts';

const PLAIN = { strong: (t: string) => t, faint: (t: string) => t, alarm: (t: string) => t };
const told = problem(
  'unknown_key',
  { file: 'rules.yaml', line: 2, column: 1 },
  {
    key: 'rulez',
    parent: 'the file',
    nearest: 'rules',
    valid: 'version, sow, sources, matching, rules, fees, metrics',
  },
  'rulez: 1',
);
const shownOn = (stream: Parameters<typeof wrapFor>[0]): string[] =>
  frame(told, PLAIN, (t) => t, wrapFor(stream)).split('\n');

test('a problem is wrapped to the width of a terminal', () => {
  expect(shownOn({ isTTY: true, columns: 50 })).toEqual([
    'error[unknown_key] unknown key "rulez" in the',
    '                   file; did you mean "rules"?',
    ' --> rules.yaml:2:1',
    '2 | rulez: 1',
    '  | ^',
    'why:  A misspelt clause would otherwise be a',
    '      clause that never applies.',
    'help: valid here: version, sow, sources, matching,',
    '      rules, fees, metrics',
    '',
  ]);
});

test('in a pipe each of its sentences is one line', () => {
  const lines = shownOn({ columns: 50 });
  expect(lines).toEqual(shownOn({}));
  expect(lines[0]).toBe('error[unknown_key] unknown key "rulez" in the file; did you mean "rules"?');
  expect(lines.at(-2)).toBe('help: valid here: version, sow, sources, matching, rules, fees, metrics');
});
