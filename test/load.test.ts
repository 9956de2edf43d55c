import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inForce, termsText, versionsOf } from '../src/sow/amendments.ts';
import { ANOMALY_NAMES } from '../src/sow/anomaly-names.ts';
import { peel } from '../src/sow/defaults.ts';
import { loadSow, type ReadNamed } from '../src/sow/load.ts';
import type { Sow } from '../src/sow/sow.ts';

const SOW = { id: 'A', client: 'Alder', vendor: 'Brightline', currency: 'USD', time_zone: 'America/New_York' };
/** A rules file of these sections, a key a line; JSON is YAML. */
const fileOf = (sections: object): string => JSON.stringify({ version: '1', sow: SOW, ...sections }, null, 1);
const load = (sections: object, named?: ReadNamed) => loadSow(fileOf(sections), 'rules.yaml', named);
const sound = (sections: object, named?: ReadNamed): Sow => {
  const { sow, problems } = load(sections, named);
  if (!sow) throw new Error(JSON.stringify(problems));
  return sow;
};
/** Problems by what they say; what is valid is asked for by the tests that are about it. */
const told = (sections: object, named?: ReadNamed) =>
  load(sections, named).problems.map(({ code, args: { valid: _, ...args } }) => ({ code, ...args }));

const sowOf = (cells: object) => ({ sow: { ...SOW, ...cells } });
const criteria = (employees: unknown) => ({ rules: { qualification: { criteria: { employees } } } });
const meetings = (cells: object) => ({ sources: { meetings: [{ file: 'm.csv', ...cells }] } });

describe('a key that a block cannot have', () => {
  test.each<[object, string, string, string | undefined]>([
    [{ rulez: {} }, 'rulez', 'the file', 'rules'],
    [{ nothing_like_it: {} }, 'nothing_like_it', 'the file', undefined],
    [sowOf({ curency: 'x' }), 'curency', 'sow', 'currency'],
    [{ rules: { noshow: {} } }, 'noshow', 'rules', 'no_show'],
    [{ rules: { toString: {} } }, 'toString', 'rules', undefined],
    [{ rules: { no_show: { cure_withn: '1 day' } } }, 'cure_withn', 'rules.no_show', 'cure_within'],
    [{ fees: { rates: { tiers: [{ upto: '1', price: '5.00' }] } } }, 'upto', 'fees.rates.tiers.0', 'up_to'],
    [{ metrics: { show_rate: { tolerence: 'exact' } } }, 'tolerence', 'metrics.show_rate', 'tolerance'],
    [criteria({ mni: '5' }), 'mni', 'rules.qualification.criteria.employees', 'min'],
    [
      { rules: { qualification: { criteria: { any: [{ employees: { mni: '5' } }] } } } },
      'mni',
      'rules.qualification.criteria.any.0.employees',
      'min',
    ],
    [meetings({ fiel: 'x' }), 'fiel', 'sources.meetings.0', 'file'],
    [{ sources: { meetings: { file: 'm.csv', presett: 'x' } } }, 'presett', 'sources.meetings', 'preset'],
    [meetings({ columns: { strats_at: 'B' } }), 'strats_at', 'sources.meetings.0.columns', 'starts_at'],
    [{ sources: { calls: [{ file: 'x', columns: { talkk: 'B' } }] } }, 'talkk', 'sources.calls.0.columns', 'talk'],
    [{ sources: { calls: { file: 'x', columns: { talkk: 'B' } } } }, 'talkk', 'sources.calls.columns', 'talk'],
    [meetings({ values: { outcom: { X: 'held' } } }), 'outcom', 'sources.meetings.0.values', 'outcome'],
  ])('%j', (sections, key, parent, nearest) => {
    const problems = told(sections).filter(({ code }) => code === 'unknown_key');
    expect(problems).toEqual([{ code: 'unknown_key', key, parent, nearest }]);
  });

  test('is told with those that it can have, at its place', () => {
    const [problem] = load({ fees: { rates: { tiers: [{ upto: '1', price: '5.00' }] } } }).problems;
    expect(problem?.args.valid).toBe('up_to, price');
    expect([problem?.place, problem?.excerpt]).toEqual([
      { file: 'rules.yaml', line: 14, column: 6 },
      '     "upto": "1",',
    ]);
    const [column] = load({ sources: { decisions: [{ file: 'x', columns: { reson: 'B' } }] } }).problems;
    expect(column?.args.valid).toMatch(/^\w+(, \w+)*, reason(, \w+)*$/);
    const [either] = load({
      rules: { qualification: { criteria: { country: 'US' }, require: { at_last: '1' } } },
    }).problems.filter(({ code }) => code === 'unknown_key');
    expect(either?.args).toMatchObject({ nearest: 'at_least', valid: 'at_least' });
  });

  test('that answers a question of one’s own is one that it can have', () => {
    expect(told(meetings({ columns: { 'answers.team': 'Team' } }))).toEqual([]);
  });
});

describe('a key that is missing', () => {
  test.each<[object, string, string, string]>([
    [{ sow: undefined }, 'sow', 'the file', 'a block of keys'],
    [{ version: undefined }, 'version', 'the file', '1'],
    [{ sow: { ...SOW, currency: undefined } }, 'currency', 'sow', 'a currency code such as USD'],
    [{ rules: { billable: {} } }, 'event', 'rules.billable', 'booked | held | delivered | accepted | opportunity'],
    [{ rules: { qualification: {} } }, 'criteria', 'rules.qualification', 'a block of keys'],
    [{ fees: { rates: { tiers: [{}] } } }, 'price', 'fees.rates.tiers.0', 'an amount such as "350.00"'],
    [{ matching: { titles: [{ level: 'vp' }] } }, 'title', 'matching.titles.0', 'text'],
  ])('%j', (sections, key, parent, expected) => {
    expect(told(sections)).toEqual([{ code: 'missing_key', key, parent, expected }]);
  });

  test('is told at the block that lacks it', () => {
    const { place } = load({ fees: { rates: { tiers: [{ up_to: '1' }] } } }).problems[0] ?? {};
    expect(place).toEqual({ file: 'rules.yaml', line: 13, column: 5 });
  });
});

describe('a value that its key cannot have', () => {
  const NUMBER = 'a number, or a duration that a stopwatch measures, such as `60 seconds` or `48 hours`';
  const CONDITIONS = 'conditions such as `{ in: [...] }`, a value, or a list of values';
  const ENTRY = 'an entry such as `{ file: drop.csv }`, or a list of such';
  const DAYS = 'sun | mon | tue | wed | thu | fri | sat';
  const MEASURED = 'meetings | chains | calls | sessions | handovers | roster | claims';
  const HOLIDAYS = 'a list of dates, or the path of an .ics file';
  test.each<[object, string, string, string | undefined]>([
    [{ rules: 'x' }, 'rules', '"x" is not valid', 'a block of keys'],
    [{ rules: ['x'] }, 'rules', 'a list is not valid', 'a block of keys'],
    [{ metrics: ['x'] }, 'metrics', 'a list is not valid', 'a block of keys'],
    [{ metrics: { show_rate: 'x' } }, 'metrics.show_rate', '"x" is not valid', 'a block of keys'],
    [sowOf({ client_domains: 'a.com' }), 'sow.client_domains', '"a.com" is not valid', 'a list'],
    [sowOf({ client_domains: { a: 'b' } }), 'sow.client_domains', 'a block of keys is not valid', 'a list'],
    [sowOf({ currency: ['USD'] }), 'sow.currency', 'a list is not valid', 'a currency code such as USD'],
    [{ version: ['1'] }, 'version', 'a list is not valid here', '1'],
    [sowOf({ starts: 'soon' }), 'sow.starts', '"soon" is not a date such as 2026-06-30', 'a date such as 2026-06-30'],
    [sowOf({ business_hours: { days: [] } }), 'sow.business_hours.days', 'a list is not valid', 'at least one entry'],
    [sowOf({ business_hours: { days: [['mon']] } }), 'sow.business_hours.days.0', 'a list is not valid here', DAYS],
    [
      sowOf({ business_hours: { holidays: { a: 'b' } } }),
      'sow.business_hours.holidays',
      'a block of keys is not valid',
      HOLIDAYS,
    ],
    [
      sowOf({ business_hours: { holidays: ['x'] } }),
      'sow.business_hours.holidays.0',
      '"x" is not a date such as 2026-06-30',
      'a date such as 2026-06-30',
    ],
    [criteria({ min: 'few' }), 'rules.qualification.criteria.employees.min', '"few" is not valid', NUMBER],
    [criteria([]), 'rules.qualification.criteria.employees', 'a list is not valid', 'at least one entry'],
    [criteria(' '), 'rules.qualification.criteria.employees', '" " is not valid', CONDITIONS],
    [{ sources: { meetings: 'm.csv' } }, 'sources.meetings', '"m.csv" is not valid', ENTRY],
    [{ sources: { meetings: {} } }, 'sources.meetings', 'needs `file`', undefined],
    [{ sources: { meetings: [{}] } }, 'sources.meetings.0', 'needs `file`', undefined],
    [
      meetings({ columns: { starts_at: [] } }),
      'sources.meetings.0.columns.starts_at',
      'a list is not valid',
      'at least one entry',
    ],
    [
      { checks: { anomalies: { enabled: 'some' } } },
      'checks.anomalies.enabled',
      '"some" is not valid',
      `\`all\`, or a list of ${ANOMALY_NAMES.join(', ')}`,
    ],
    [{ amendments: [{ from: '2026-01-01', rules: 'x' }] }, 'amendments.0.rules', '"x" is not valid', 'a block of keys'],
    [{ amendments: [{ from: '2026-01-01' }] }, 'amendments.0', 'changes nothing', undefined],
    [
      {
        amendments: [
          { from: '2026-01-01', strike: ['evidence'] },
          { from: '2026-01-01', rules: { no_show: {} } },
        ],
        rules: { evidence: {} },
      },
      'amendments',
      'two amendments hold from the same day: make them one',
      undefined,
    ],
  ])('%j', (sections, path, reason, expected) => {
    expect(told(sections)).toEqual([{ code: 'wrong_value', path, reason, expected }]);
  });

  test.each<[object, string, string, string | undefined, string]>([
    [{ version: '2' }, 'version', '2', '1', '1'],
    [sowOf({ business_hours: { days: ['mun'] } }), 'sow.business_hours.days.0', 'mun', 'sun', DAYS],
    [{ metrics: { show_rate: { of: 'meeting' } } }, 'metrics.show_rate.of', 'meeting', 'meetings', MEASURED],
    [{ metrics: { show_rate: { of: 'feelings' } } }, 'metrics.show_rate.of', 'feelings', 'meetings', MEASURED],
    [{ metrics: { show_rate: { of: 'xyz' } } }, 'metrics.show_rate.of', 'xyz', undefined, MEASURED],
  ])('%j, of a few words', (sections, path, given, nearest, expected) => {
    const reason = `"${given}" is not valid here`;
    expect(told(sections)).toEqual([{ code: 'wrong_value', path, reason, nearest, expected }]);
  });

  test('stands at the value; a file that is none, at its start', () => {
    const { place } = load(sowOf({ starts: 'soon' })).problems[0] ?? {};
    expect(place).toEqual({ file: 'rules.yaml', line: 9, column: 13 });
    for (const [text, reason] of [
      ['x', '"x" is not valid'],
      ['[x]', 'a list is not valid'],
    ] as const)
      expect(loadSow(text, 'rules.yaml').problems).toMatchObject([
        { code: 'wrong_value', place: { line: 1, column: 1 }, args: { path: 'the file', reason } },
      ]);
    expect(loadSow('', 'rules.yaml').problems.map(({ args }) => args.key)).toEqual(['version', 'sow']);
    expect(loadSow('a: [', 'rules.yaml').problems.map(({ code }) => code)).toEqual(['bad_yaml']);
  });

  test('is told beside clauses that clash in what is sound', () => {
    const clashes = { rules: { billable: { event: 'accepted' }, no_show: { attempts: 'many' }, noshow: {} } };
    const codes = (sections: object) => load(sections).problems.map(({ code }) => code);
    expect(codes(clashes)).toEqual(['contradiction', 'wrong_value', 'unknown_key']);
    expect(codes({ fees: { rates: { tiers: [{ price: '5.005' }] } }, sow: { ...SOW, id: '' } })).toHaveLength(2);
    expect(codes({ metrics: { unheard_of: {}, show_rate: 'x' } })).toEqual(['contradiction', 'wrong_value']);
    expect(codes({ metrics: { own: { of: 'calls' }, show_rate: 'x' } })).toEqual(['wrong_value']);
    expect(codes({ rules: 'x', fees: ['x'] })).toEqual(['wrong_value', 'wrong_value']);
    expect(codes({ metrics: { own: { of: 'x' } } })).toEqual(['wrong_value']);
    const [clash] = load({ rules: { billable: { event: 'accepted' } } }).problems;
    expect(clash?.args).toEqual({
      reason: 'accepted leads are billable, but rules.acceptance does not say when a lead is accepted',
      help: 'add rules.acceptance',
    });
    expect(clash?.place).toEqual({ file: 'rules.yaml', line: 12, column: 4 });
  });
});

describe('a file that the rules name', () => {
  const hours = (holidays: unknown) => sowOf({ business_hours: { holidays } });
  const wrong = (path: string, reason: string) => [{ code: 'wrong_value', path, reason }];
  const ICS = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260703\r\nEND:VEVENT\r\nEND:VCALENDAR';

  test('of holidays is read, must be there and must be a calendar', () => {
    expect(sound(hours('days.ics'), (path) => (path === 'days.ics' ? ICS : undefined)).holidays).toEqual([
      '2026-07-03',
    ]);
    expect(sound(hours(['2026-12-25'])).holidays).toEqual(['2026-12-25']);
    expect(sound({}).holidays).toEqual([]);
    const at = 'sow.business_hours.holidays';
    expect(told(hours('days.ics'))).toEqual(wrong(at, 'no file "days.ics"'));
    expect(told(hours('days.ics'), () => 'x')).toEqual(wrong(at, '"days.ics" is not an iCalendar file'));
    expect(load(hours('days.ics')).problems[0]?.place).toEqual({ file: 'rules.yaml', line: 10, column: 16 });
    // To lint a file from elsewhere the calendar does not matter.
    expect(sound(hours('days.ics'), () => null).holidays).toEqual([]);
    const closed = sound(hours('days.ics'), () => ICS).clock;
    expect(closed.businessDaysBetween('2026-07-02', '2026-07-03')).toBe(0);
  });

  test('of waivers is read, must be there and must hold waivers', () => {
    const entry = '- { id: L1, decision: billable, by: Ann, reason: agreed, expires: 2026-12-31 }';
    const named = (text: string | undefined | null) =>
      load({ waivers: 'w.yaml' }, (path) => (path === 'w.yaml' ? text : undefined));
    expect(named(entry).sow?.waivedBy).toMatchObject([{ id: 'L1', by: 'Ann', line: 1 }]);
    expect(sound({}).waivedBy).toEqual([]);
    expect(named(null).sow?.waivedBy).toEqual([]);
    expect(told({ waivers: 'w.yaml' })).toEqual(wrong('waivers', 'no file "w.yaml"'));
    const broken = named('a: b');
    expect(broken.sow).toBeUndefined();
    expect(broken.problems).toMatchObject([{ code: 'wrong_value', place: { file: 'w.yaml', line: 1 } }]);
  });
});

describe('a change of a clause', () => {
  test('that is not sound is a problem of the command line', () => {
    const change = { path: ['rules', 'no_show', 'attempts'], value: 'many' };
    const { sow, problems } = loadSow(fileOf({ rules: { no_show: {} } }), 'rules.yaml', undefined, [change]);
    expect(sow).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'wrong_value', place: { file: 'command line' } }]);
    expect(problems[0]?.excerpt).toBeUndefined();
  });

  test('holds in place of what the file says', () => {
    const change = { path: ['rules', 'no_show', 'attempts'], value: '4' };
    const text = fileOf({ rules: { no_show: { attempts: '3' } } });
    expect(loadSow(text, 'rules.yaml', undefined, [change]).sow?.rules.no_show?.attempts).toBe(4);
  });
});

describe('a SOW', () => {
  test('knows its file, its hash, and the length of a stopwatch', () => {
    const sections = {
      metrics: { talk: { of: 'sessions' }, billed: { of: 'claims' }, dials: { of: 'calls' }, show_rate: {} },
      checks: {},
      rules: { attendance: { overlap: '10 minutes' }, no_show: { cure_within: '7 days' } },
    };
    const sow = sound(sections);
    expect(sow.file).toBe('rules.yaml');
    expect(sow.sha256).toBe(createHash('sha256').update(fileOf(sections)).digest('hex'));
    const { rules } = sow;
    const lengths = [rules.attendance?.overlap, rules.no_show?.cure_within, undefined];
    expect(lengths.map((length) => sow.seconds(length))).toEqual([600, 0, 0]);
    expect(sow.versions).toEqual([]);
    expect(sow.amended).toBeUndefined();
  });

  test('cites the clause of each block that names one', () => {
    const { clauses } = sound({
      rules: { no_show: { clause: '6.1' }, embargo: {} },
      fees: { order: ['replacement', 'cap', 'tier'], cap: { clause: '7.2', per: 'month', max: '5' }, sla: [] },
    });
    expect([...clauses]).toEqual([
      ['rules.no_show', '6.1'],
      ['fees.cap', '7.2'],
    ]);
  });

  test('says which defaults it leaves in force, of the blocks that it has', () => {
    const assumed = (sections: object) => new Map(sound(sections).assumptions.map(({ key, value }) => [key, value]));
    const bare = assumed({});
    expect(bare.get('matching.rebooked_within')).toBe('30 days');
    expect(bare.get('fees.order')).toBe('replacement, cap, tier');
    expect(bare.has('rules.no_show.rebook_owner')).toBe(false);
    expect(bare.has('sow.business_hours.open')).toBe(false);
    // Lists that are empty by default are no assumptions.
    for (const key of ['sow.client_domains', 'matching.free_mail', 'metrics', 'amendments', 'sources', 'checks'])
      expect([key, bare.has(key)]).toEqual([key, false]);
    expect(['sow.country', 'waivers'].map((key) => bare.has(key))).toEqual([false, false]);
    expect([...bare.values()]).not.toContain('undefined');
    const full = assumed({
      ...sowOf({ business_hours: { open: '08:00' } }),
      matching: { rebooked_within: '9 days' },
      rules: { acceptance: { window: '5 days' } },
    });
    expect(full.has('matching.rebooked_within')).toBe(false);
    expect([full.has('sow.business_hours.open'), full.get('sow.business_hours.close')]).toEqual([false, '17:00']);
    expect(full.get('sow.business_hours.days')).toBe('mon, tue, wed, thu, fri');
    expect(full.get('sow.business_hours.holidays')).toBe('none');
    expect(full.get('rules.acceptance.silence')).toBe('review');
    // Of these another key decides what holds, or nothing does.
    const decided = (sections: object) =>
      ['rules.billable.recognized', 'rules.acceptance.starts', 'rules.acceptance.reasons', 'fees.hours.round'].map(
        (key) => assumed(sections).get(key),
      );
    expect(decided({})).toEqual([undefined, undefined, undefined, undefined]);
    const acceptance = { window: '5 days' };
    const held = { rules: { billable: { event: 'held' }, acceptance }, fees: { hours: { rate: '30.00' } } };
    expect(decided(held)).toEqual(['held', 'held', 'any', 'none']);
    expect(decided({ rules: { billable: { event: 'accepted' }, acceptance } }).slice(0, 2)).toEqual([
      'accepted',
      'delivered',
    ]);
    const given = {
      rules: {
        billable: { event: 'held', recognized: 'booked' },
        acceptance: { ...acceptance, starts: 'reported', reasons: ['geo'] },
      },
      fees: { hours: { rate: '30.00', round: '15 minutes' } },
    };
    expect(decided(given)).toEqual([undefined, undefined, undefined, undefined]);
    const receipt = (sections: object) =>
      assumed({ rules: { termination: { notice: '30 days' } }, ...sections }).get('rules.termination.after_hours');
    expect([receipt({}), receipt(sowOf({ business_hours: {} }))]).toEqual(['same', 'next_business_day']);
    // A list where a block should stand has no members, and a key is told once.
    expect(new Set(bare.keys()).size).toBe(sound({}).assumptions.length);
  });

  test('a schema is told from what its layers say', () => {
    const plain = peel(z.string());
    expect([plain.given, plain.isOptional, plain.description]).toEqual([undefined, false, undefined]);
    const layered = peel(z.string().describe('inner').default('x').optional());
    expect(layered).toMatchObject({ given: 'x', isOptional: true, description: 'inner' });
    expect(layered.schema).toBeInstanceOf(z.ZodString);
    expect(peel(z.string().describe('inner').prefault('y').describe('outer'))).toMatchObject({
      given: 'y',
      isOptional: false,
      description: 'outer',
    });
  });
});

describe('amendments', () => {
  const file = (
    amendments: unknown,
    rules: object = { no_show: { attempts: '3', cure_within: '7 days' }, embargo: {} },
  ) => ({
    rules,
    amendments,
  });
  const first = { from: '2026-06-01', name: 'One', rules: { no_show: { cure_within: '9 days' } } };
  const second = {
    from: '2026-07-01',
    rules: { no_show: { attempts: '4' } },
    strike: ['embargo', 'no_show.cure_within'],
  };
  const says = (sow: Sow) => [
    sow.rules.no_show?.cure_within?.text,
    sow.rules.no_show?.attempts,
    sow.rules.embargo !== undefined,
  ];

  test.each([[[first, second]], [[second, first]]])('build on those of earlier dates: %j', (list) => {
    const sow = sound(file(list));
    expect(versionsOf(sow).map(says)).toEqual([
      ['7 days', 3, true],
      ['9 days', 3, true],
      [undefined, 4, false],
    ]);
    expect(versionsOf(sow).map(termsText)).toEqual([null, 'One from 2026-06-01', 'amendment from 2026-07-01']);
    const on = (day: string) => says(inForce(sow, day))[1];
    expect([on('2026-05-31'), on('2026-06-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([3, 3, 3, 4]);
    expect(inForce(sow, '2026-05-31')).toBe(sow);
    expect(inForce(sow, '2026-06-01')).toBe(sow.versions[0]);
    expect(sow.versions.map(({ versions, file, sha256 }) => [versions, file, sha256])).toEqual([
      [[], sow.file, sow.sha256],
      [[], sow.file, sow.sha256],
    ]);
  });

  test('strike what is there, and say what is not', () => {
    expect(told(file([{ from: '2026-06-01', strike: ['no_show.attempts'] }]))).toEqual([]);
    const { problems, sow } = load(file([{ from: '2026-06-01', strike: ['embargo', 'no_show.wait', 'accounts'] }]));
    expect(sow).toBeUndefined();
    expect(problems.map(({ code, args }) => [code, args.path, args.reason])).toEqual([
      ['wrong_value', 'amendments.0.strike.1', 'names no key that the rules have'],
      ['wrong_value', 'amendments.0.strike.2', 'names no key that the rules have'],
    ]);
    expect(problems.map(({ place }) => place.line)).toEqual([22, 23]);
    // What an earlier one struck is there no longer.
    const twice = [
      { from: '2026-06-01', strike: ['embargo'] },
      { from: '2026-07-01', strike: ['embargo'] },
    ];
    expect(told(file(twice))).toMatchObject([{ path: 'amendments.1.strike.0' }]);
  });

  test('leave the other keys of a block, take lists as one clause, and switch on what is not there', () => {
    const rules = { no_show: { attempts: '3' }, evidence: { held: ['crm', 'vendor'], enough: ['crm'] } };
    const list = [{ from: '2026-06-01', rules: { no_show: {}, embargo: {}, evidence: { enough: ['vendor'] } } }];
    const [, version] = versionsOf(sound(file(list, rules)));
    expect(version?.rules.no_show?.attempts).toBe(3);
    expect(version?.rules.embargo).toBeDefined();
    expect(version?.rules.evidence?.enough).toEqual(['vendor']);
    expect(version?.rules.evidence?.held).toEqual(['crm', 'vendor']);
  });

  test('have problems of their own, once, in their own block', () => {
    const broken = [
      { from: '2026-06-01', rules: { no_show: { attempts: 'many' } } },
      { from: '2026-07-01', rules: { no_show: { cure_within: '1 day' } } },
    ];
    const { problems } = load(file(broken));
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['wrong_value', 22]]);
    const both = [
      { from: '2026-06-01', rules: { no_show: { attempts: 'many' } } },
      { from: '2026-07-01', rules: { no_show: { attempts: '4', cure_within: 'long' } } },
    ];
    expect(told(file(both))).toMatchObject([
      { path: 'rules.no_show.attempts', reason: '"many" is not a whole number' },
      { path: 'rules.no_show.cure_within' },
    ]);
    const clash = [{ from: '2026-06-01', rules: { billable: { event: 'accepted' } } }];
    expect(load(file(clash)).problems.map(({ code, place }) => [code, place.line])).toEqual([['contradiction', 22]]);
    expect(told(file([{ from: 'soon', strike: ['embargo'] }]))).toMatchObject([{ path: 'amendments.0.from' }]);
    expect(told({ amendments: [{ from: ['x'], rules: { no_show: {} } }] })).toMatchObject([
      { path: 'amendments.0.from' },
    ]);
    expect(told({ amendments: 'x' })).toMatchObject([{ path: 'amendments', expected: 'a list' }]);
    expect(told({ amendments: { a: 'b' } })).toMatchObject([{ path: 'amendments', expected: 'a list' }]);
    expect(told(file([{ from: '2026-06-01', strike: 'embargo' }]))).toMatchObject([{ path: 'amendments.0.strike' }]);
    expect(told(file([{ from: '2026-06-01', name: ['x'], strike: ['embargo'] }]))).toMatchObject([
      { path: 'amendments.0.name' },
    ]);
  });
});

test('only capacity is held against a promise', () => {
  expect(told({ metrics: { capacity_delivered: { contracted: 640 } } })).toEqual([]);
  expect(told({ metrics: { agent_hours: { contracted: 640 } } })).not.toEqual([]);
  expect(told({ metrics: { capacity_delivered: { contracted: 0 } } })).not.toEqual([]);
});

test('a source may be one entry, and calls may come as aggregates', () => {
  expect(sound({ sources: { meetings: { file: 'm.csv' } } }).sources.meetings).toMatchObject([{ file: 'm.csv' }]);
  expect(told({ sources: { calls: { aggregates: 'a.json' } } })).toEqual([]);
  expect(told({ sources: { meetings: { aggregates: 'a.json' } } })).not.toEqual([]);
  expect(told({ sources: { calls: { aggregates: 'a.csv', file: 'calls.csv' } } })).not.toEqual([]);
  expect(told({ sources: { calls: [{ aggregates: 'a.csv' }, { file: 'calls.csv' }] } })).not.toEqual([]);
  expect(told({ sources: { calls: [{ file: 'may.csv' }, { file: 'june.csv' }] } })).toEqual([]);
});
