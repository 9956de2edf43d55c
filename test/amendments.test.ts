import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { AuditDocument } from '../src/report/document.ts';
import { inForce } from '../src/sow/amendments.ts';
import { loadSow } from '../src/sow/load.ts';
import type { Sow } from '../src/sow/sow.ts';
import { scratchFolder } from './support/cases.ts';
import { auditOf, type Month, month, readMonth, rulesText, sowOf } from './support/month.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const folder = join(scratch.path, 'month');
const RUNS = { seed: 6, numRuns: 20 };
const [ALL, LATER] = ['2026-05-01..2026-12-31', '2026-10-31'];

/** The SOW of a month with amendments, as a file would say them. */
function amended(m: Month, amendments: readonly object[]): Sow {
  const text = JSON.stringify({ ...JSON.parse(rulesText(m)), amendments });
  const { sow, problems } = loadSow(text, 'rules.yaml');
  if (!sow) throw new Error(JSON.stringify(problems));
  return sow;
}

/** What an audit says, apart from which file it rests on, what the file assumes and by which version. */
function said(doc: AuditDocument | undefined): unknown {
  const { sow: _, assumptions: __, ...rest } = doc ?? {};
  return JSON.parse(JSON.stringify(rest, (key, value: unknown) => (key === 'terms' ? null : value)));
}

/** All rules of one month in place of another's: the evidence clause cannot be struck. */
const inPlace = (before: Month, after: Month) => ({
  strike: Object.keys(before.rules.rules).filter((key) => key !== 'evidence' && before.rules.rules[key as 'evidence']),
  rules: after.rules.rules,
});
const pair = fc.tuple(month, month).map(([m, other]): readonly [Month, Month] => [
  { ...m, rules: { ...m.rules, rules: { ...m.rules.rules, evidence: other.rules.rules.evidence } } },
  { ...m, rules: { ...m.rules, rules: other.rules.rules } },
]);

describe('an amendment', { timeout: 300_000 }, () => {
  test('of which nothing was booked changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([m, other]) => {
        const { sow, records } = await readMonth(m, folder);
        const later = amended(m, [{ from: '2090-01-01', ...inPlace(m, other) }]);
        expect(said(await auditOf({ sow: later, records }, ALL, LATER))).toEqual(
          said(await auditOf({ sow, records }, ALL, LATER)),
        );
      }),
      RUNS,
    );
  });

  test('under which all was booked is the SOW', async () => {
    let different = 0;
    await fc.assert(
      fc.asyncProperty(pair, async ([m, other]) => {
        const { sow, records } = await readMonth(m, folder);
        const always = amended(m, [{ from: '1990-01-01', ...inPlace(m, other) }]);
        const wanted = said(await auditOf({ sow: sowOf(other), records }, ALL, LATER));
        expect(said(await auditOf({ sow: always, records }, ALL, LATER))).toEqual(wanted);
        if (JSON.stringify(said(await auditOf({ sow, records }, ALL, LATER))) !== JSON.stringify(wanted)) different++;
      }),
      RUNS,
    );
    expect(different).toBeGreaterThan(10);
  });

  test('builds on those before it, whatever their order in the file', () => {
    const text = (amendments: readonly object[]): string =>
      JSON.stringify({
        ...base,
        rules: { billable: { event: 'held' }, no_show: { cure_within: '7 days', attempts: 3 } },
        amendments,
      });
    const first = { from: '2026-06-01', name: 'One', rules: { no_show: { cure_within: '9 days' } } };
    const second = { from: '2026-07-01', rules: { no_show: { attempts: 4 } }, strike: ['billable'] };
    for (const list of [
      [first, second],
      [second, first],
    ]) {
      const { sow } = loadSow(text(list), 'rules.yaml');
      if (!sow) throw new Error('the rules are sound');
      const on = (day: string) => {
        const { rules } = inForce(sow, day);
        return [rules.no_show?.cure_within?.text, rules.no_show?.attempts, rules.billable?.event];
      };
      expect(on('2026-05-31')).toEqual(['7 days', 3, 'held']);
      expect(on('2026-06-01')).toEqual(['9 days', 3, 'held']);
      expect(on('2026-07-01')).toEqual(['9 days', 4, undefined]);
    }
  });

  test('switches on a block that is not there, and leaves one that is as it is', () => {
    const rules = { no_show: { attempts: 3 } };
    const amendments = [{ from: '2026-06-15', rules: { no_show: {}, embargo: {} } }];
    const { sow } = loadSow(JSON.stringify({ ...base, rules, amendments }), 'rules.yaml');
    const amended = sow && inForce(sow, '2026-06-15').rules;
    expect([amended?.no_show?.attempts, amended?.embargo !== undefined]).toEqual([3, true]);
  });

  test.each([
    ['a key that no rule has', { from: '2026-06-15', rules: { no_show: { cure_withn: '9 days' } } }, 'unknown_key', 15],
    ['a value that is none', { from: '2026-06-15', rules: { no_show: { attempts: 'many' } } }, 'wrong_value', 15],
    ['a block that is none', { from: '2026-06-15', rules: { noshow: {} } }, 'unknown_key', 14],
    ['a struck key that is not there', { from: '2026-06-15', strike: ['embargo'] }, 'wrong_value', 14],
    ['no change', { from: '2026-06-15' }, 'wrong_value', 11],
    ['no date', { from: '15 June', strike: ['no_show'] }, 'wrong_value', 12],
  ])('with %s is told where it stands', (_, amendment, code, line) => {
    const text = `${JSON.stringify({ ...base, rules: { no_show: { attempts: 3 } } }, null, 1).replace(/\n}$/, ',')}\n "amendments": [\n${JSON.stringify(amendment, null, 1)}\n ]\n}`;
    const at = text.split('\n').indexOf(' "amendments": [') + 1;
    const { problems } = loadSow(text, 'rules.yaml');
    expect(problems.map((p) => [p.code, p.place.line && p.place.line - at])).toEqual([[code, line - 10]]);
  });

  test('that begins on the same day as another is told', () => {
    const amendments = ['a', 'b'].map((name) => ({ from: '2026-06-15', name, rules: { no_show: { attempts: 3 } } }));
    const { problems } = loadSow(JSON.stringify({ ...base, amendments }), 'rules.yaml');
    expect(problems.map((p) => [p.code, p.args.reason])).toEqual([
      ['wrong_value', 'two amendments hold from the same day: make them one'],
    ]);
  });

  test('repeats no problem of the file that it builds on', () => {
    const text = JSON.stringify({
      ...base,
      rules: { no_show: { attempts: 'many' }, attendance: { overlap: 'a while' } },
      amendments: [{ from: '2026-06-15', rules: { no_show: { cure_within: '9 days' } } }],
    });
    expect(loadSow(text, 'rules.yaml').problems).toHaveLength(2);
  });
});

const base = {
  version: 1,
  sow: { id: 'A', client: 'Alder', vendor: 'Brightline', currency: 'USD', time_zone: 'America/New_York' },
};
