import { describe, expect, test } from 'vitest';
import {
  answered,
  type Draft,
  EMPTY,
  type Register,
  readRegister,
  registerText,
  sent,
  standsOtherwise,
} from '../src/dispute/register.ts';
import { isWrong, readReply } from '../src/dispute/reply.ts';

const draft = (id: string, disputeBy: string | null = null): Draft => ({
  id,
  line_id: id,
  meeting_id: null,
  disputed: '400.00',
  reason: 'unproven',
  clause: '2.3',
  dispute_by: disputeBy,
});
const reply = (dispute: string, answer: string, amount: string | null = null) => ({
  dispute,
  answer,
  amount,
  note: null,
  line: 2,
});
const statesOf = (all: Register): Record<string, string[]> =>
  Object.fromEntries(all.disputes.map(({ id, events }) => [id, events.map((e) => `${e.on} ${e.state}`)]));
const sure = (result: ReturnType<typeof answered>): Register => {
  if (Array.isArray(result)) throw new Error(result.map((p) => p.args.reason).join());
  return result;
};

describe('the register of disputes', () => {
  const all = sent(
    EMPTY,
    [draft('A', '2026-07-03T17:00:00-04:00'), draft('B', '2026-07-02T17:00:00-04:00')],
    '2026-07-03',
  );
  test('a dispute is open from the day it was sent, or expired where its window was over', () => {
    expect(statesOf(all)).toEqual({ A: ['2026-07-03 open'], B: ['2026-07-03 expired'] });
  });
  test('sending once more changes nothing that stands there', () => {
    expect(sent(all, [draft('A'), draft('C')], '2026-07-04').disputes.map((d) => d.id)).toEqual(['A', 'B', 'C']);
    expect(statesOf(sent(all, [draft('A')], '2026-07-04'))).toEqual(statesOf(all));
  });
  const dearer = { ...draft('A', '2026-07-03T17:00:00-04:00'), disputed: '450.00', reason: 'not_rebooked' };
  const standing = (register: Register) => {
    const [a] = register.disputes;
    return [a?.disputed, a?.reason, ...(a?.events.map((e) => `${e.on} ${e.state}`) ?? [])];
  };
  const told = (register: Register, drafts: readonly Draft[], on: string) =>
    standsOtherwise(register, drafts, on, '2026-06', 'f').map((p) => `${p.args.dispute} ${p.args.what}`);
  test('sent again for another amount or another reason it is open anew', () => {
    const rebutted = sure(answered(all, [reply('A', 'reject')], '2026-07-03', 'f'));
    const after = sent(rebutted, [dearer], '2026-07-03');
    expect(standing(after)).toEqual([
      '450.00',
      'not_rebooked',
      '2026-07-03 open',
      '2026-07-03 rebutted',
      '2026-07-03 open',
    ]);
    expect(after.disputes[0]?.events.at(-1)?.note).toBe('was 400.00, unproven');
    expect(told(rebutted, [dearer], '2026-07-03')).toEqual([]);
    const other = sent(all, [{ ...dearer, disputed: '400.00' }], '2026-07-03');
    expect(standing(other)).toEqual(['400.00', 'not_rebooked', '2026-07-03 open', '2026-07-03 open']);
  });
  test('what is decided, or dearer after its window, stands, and that is told', () => {
    const accepted = sure(answered(all, [reply('A', 'accept')], '2026-07-03', 'f'));
    expect(sent(accepted, [dearer], '2026-07-03')).toEqual(accepted);
    expect(told(accepted, [dearer], '2026-07-03')).toEqual(['A is accepted at 400.00 since 2026-07-03, and stays so']);
    expect(sent(all, [dearer], '2026-07-04')).toEqual(all);
    const stands = 'A stands at 400.00 (unproven) since 2026-07-03, and stays so: 450.00 (not_rebooked) was sent';
    expect(told(all, [dearer], '2026-07-04')).toEqual([`${stands} after its window was over`]);
    expect(told(all, [dearer], '2026-07-02')).toEqual([`${stands} before that, on 2026-07-02`]);
    // Less can be asked for at any time.
    const cheaper = sent(all, [{ ...dearer, disputed: '50.00' }], '2026-07-09');
    expect(standing(cheaper)).toEqual(['50.00', 'not_rebooked', '2026-07-03 open', '2026-07-09 open']);
  });
  test('what is open and stands in the pack of its period no more is told', () => {
    const june = sent(EMPTY, [draft('2026-06 A'), draft('2026-06 B'), draft('2026-05 A')], '2026-07-03');
    const answers = sure(answered(june, [reply('2026-06 B', 'withdraw')], '2026-07-04', 'f'));
    expect(told(answers, [], '2026-07-05')).toEqual(['2026-06 A is open since 2026-07-03, and is not in this pack']);
    expect(told(answers, [draft('2026-06 A')], '2026-07-05')).toEqual([]);
  });
  test.each([
    ['accept', '10.00'],
    ['reject', '10.00'],
    ['withdraw', '10.00'],
    ['counter', '400.01'],
    ['settle', '-1.00'],
  ])('%s beside %s is half understood', (answer, amount) => {
    expect(Array.isArray(answered(all, [reply('A', answer, amount)], '2026-07-05', 'f'))).toBe(true);
  });
  test('all and nothing of what is disputed are amounts of it', () => {
    for (const amount of ['0.00', '400.00'])
      expect(statesOf(sure(answered(all, [reply('A', 'settle', amount)], '2026-07-05', 'f'))).A?.[1]).toBe(
        '2026-07-05 settled',
      );
  });
  test.each([
    ['accept', null, 'accepted'],
    ['reject', null, 'rebutted'],
    ['counter', '10.00', 'rebutted'],
    ['settle', '10.00', 'settled'],
    ['withdraw', null, 'withdrawn'],
  ])('%s', (answer, amount, state) => {
    const after = sure(answered(all, [reply('A', answer, amount)], '2026-07-05', 'f'));
    expect(statesOf(after).A).toEqual(['2026-07-03 open', `2026-07-05 ${state}`]);
    expect(answered(after, [reply('A', answer, amount)], '2026-07-06', 'f')).toEqual(after);
    const again = answered(after, [reply('A', 'settle', '11.00')], '2026-07-06', 'f');
    expect(Array.isArray(again)).toBe(state !== 'rebutted');
  });
  test('of a reply with a mistake nothing is taken down', () => {
    expect(Array.isArray(answered(all, [reply('A', 'accept'), reply('B', 'accept')], '2026-07-05', 'f'))).toBe(true);
    expect(Array.isArray(answered(all, [reply('A', 'constructor')], '2026-07-05', 'f'))).toBe(true);
  });
  test('is read as it was written, and no other way', () => {
    expect(readRegister(registerText(all), 'f')).toEqual(all);
    for (const text of ['', '{}', registerText(all).replace('"A"', '"A" '), registerText(all).slice(0, -2)])
      expect(readRegister(text, 'f')).toMatchObject({ code: 'disputes_broken' });
  });
});

test('a reply is read with the delimiter of any spreadsheet, with its marks', () => {
  for (const text of [
    '\ufeffdispute,answer,counter_amount,comment\r\n2026-06 A,Counter,"1,175.00",\'=ok\r\n2026-06 B,,,\r\n',
    "dispute;answer;counter_amount;comment\n2026-06 A; counter ;1,175.00;'=ok\n",
  ]) {
    const read = readReply(text, 'f', 'EUR');
    expect(isWrong(read)).toBe(false);
    expect(read).toMatchObject([{ dispute: '2026-06 A', answer: 'counter', amount: '1175.00', note: '=ok' }]);
  }
});

test('an amount without an answer is no answer', () => {
  expect(isWrong(readReply('dispute,answer,counter_amount,comment\nA,,25.00,we agree\n', 'f', 'EUR'))).toBe(true);
});

test('where the vendor has columns of our names, ours are read', () => {
  const line = '2026-06 A,their dispute,their answer,their remark,reject,we were there';
  const text = `dispute (client),dispute,answer,comment,answer (client),comment (client)\n${line}\n`;
  expect(readReply(text, 'f', 'EUR')).toMatchObject([
    { dispute: '2026-06 A', answer: 'reject', note: 'we were there' },
  ]);
});

test.each([
  ['EUR', '100,00', '100.00'],
  ['EUR', '1.250,50', '1250.50'],
  ['EUR', '1,250.00', '1250.00'],
  ['EUR', '175 €', '175'],
  ['JPY', '1.250', '1250'],
])('a counter offer in %s of "%s" is %s', (currency, written, amount) => {
  const text = `dispute;answer;counter_amount\nA;counter;${written}\n`;
  expect(readReply(text, 'f', currency)).toMatchObject([{ amount }]);
});

test.each([
  ['EUR', 'half'],
  ['EUR', '1,2,3'],
  ['EUR', '1,250'],
  ['EUR', '1.250'],
  ['EUR', 'USD 100'],
])('a counter offer in %s of "%s" is not one amount', (currency, written) => {
  const text = `dispute;answer;counter_amount\nA;counter;${written}\n`;
  expect(readReply(text, 'f', currency)).toMatchObject([
    { code: 'bad_reply', args: { reason: `"${written}" is not one amount in ${currency}` } },
  ]);
});
