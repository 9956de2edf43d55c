import { describe, expect, test } from 'vitest';
import { traceOf } from '../src/report/explain.ts';
import { metricsOf } from '../src/report/measured/document.ts';
import { renderMetrics } from '../src/report/measured/terminal.ts';
import { PLAIN, render } from '../src/report/render.ts';
import { runCase } from './support/cases.ts';

const { document } = await runCase('.', 'rules.example.yaml', '');
if (!document) throw new Error('the example month has no report');

/** Lines that a terminal would break itself; a single long word, such as a path, is its matter. */
const tooWide = (text: string, width: number): string[] =>
  text.split('\n').filter((line) => line.length > width && /\S {1,2}\S/.test(line));

describe.each([40, 50, 60, 72, 80, 100])('on %i columns', (width) => {
  test('the report keeps to them', async () => {
    const text = await render(document, { format: 'table', width });
    expect(tooWide(text, width)).toEqual([]);
    expect(text).toMatch(/^L04[\s\S]*? no_show_not_cured/m);
  });

  test('so do the figures', () => {
    const text = renderMetrics(metricsOf(document), { table: 'metrics', isRaw: false, width, paint: PLAIN });
    expect(tooWide(text, width)).toEqual([]);
  });

  test('so does the trace of every claim', () => {
    for (const claim of document.claims)
      expect(tooWide(traceOf(claim, document, { width, paint: PLAIN }), width)).toEqual([]);
  });
});

test('a trace keeps later lines under the first', () => {
  const claim = document.claims.find(({ id }) => id === 'L04');
  if (!claim) throw new Error('no L04');
  expect(traceOf(claim, document, { width: 60, paint: PLAIN })).toContain(
    [
      '  linked  attendance DC-1030 to DC-1030 57 bits: the fields',
      '          agree, and nobody else comes near',
      '          meeting_id +40, title +10 (company: "Birchfield',
      '          Controls", "Northwind Instruments x Birchfield',
      '          Controls"), time +7',
    ].join('\n'),
  );
});

test('figures on few columns stand with their names', async () => {
  const text = await render(document, { format: 'table', width: 50 });
  expect(text).toContain(
    'show_rate\n  reported 86.0%, restated 78.3%, verified 67.4%,\n    off by 7.74 pp\n  outside 1 pp',
  );
  expect(text).toContain('PAY      7,275.00 USD  of 14,850.00 claimed');
});

test('a trace says where the line names no meeting', () => {
  const claim = document.claims.find(({ id }) => id === 'L04');
  const [own] = claim?.evidence ?? [];
  if (!claim || !own) throw new Error('no L04');
  const told = {
    code: 'lines_without_ids',
    severity: 'info',
    message: '',
    evidence: [own],
  } satisfies (typeof document.findings)[number];
  const meetingOf = (findings: typeof document.findings): string | undefined =>
    /^ {2}meeting .*/m.exec(traceOf(claim, { ...document, findings }, { width: 200, paint: PLAIN }))?.[0];
  expect(meetingOf([])).toBe('  meeting      DC-1030');
  expect(meetingOf([told])).toBe(
    '  meeting      DC-1030: the line names none, and this one is next in order of recognition',
  );
});
