import { describe, expect, test } from 'vitest';
import { type KeptTouch, touchCollector } from '../src/judge/touches.ts';
import { Registry } from '../src/link/identity/identity.ts';
import type { Call } from '../src/read/records.ts';

const contact = {
  email: 'ruth@harborline.example',
  contact_name: 'Ruth',
  phone: '+15550001',
  company: 'Harborline Inc',
};
const call = (n: number, at: string, more: Partial<Call> = {}): Call => ({
  raw: {},
  drop: 0,
  email: contact.email,
  started_at: Date.parse(at),
  row: { source: 'calls', file: 'calls.csv', line: n, n },
  ...more,
});
const may = call(2, '2026-05-04T15:00:00Z');
const june = call(2, '2026-06-04T15:00:00Z');
const REGISTRY = new Registry(new Set());
const collect = (calls: readonly Call[], kept: readonly KeptTouch[] = []) => {
  const collector = touchCollector([REGISTRY.contactOf(contact)], REGISTRY.freeMail, kept);
  collector.add(calls);
  const of = (level: 'contact' | 'account') => collector.log.of(REGISTRY.contactOf(contact), level).map((t) => t.at);
  return { kept: collector.kept(), touches: of('contact'), account: of('account') };
};

describe('touches that a closed period keeps', () => {
  test('are counted once, and kept once, whatever logs are given again', () => {
    const first = collect([may]);
    const second = collect([june], first.kept);
    // The log of June has another call in the same row of a file of the same name.
    expect(second.touches).toEqual([may.started_at, june.started_at]);
    expect(second.kept.map((t) => t.at)).toEqual([june.started_at]);
    const third = collect([may, june], [...first.kept, ...second.kept]);
    expect(third).toEqual({ kept: [], touches: second.touches, account: second.account });
  });

  test('say when, how long, in which row, and by which keys they were found', () => {
    const { kept } = collect([{ ...may, phone: contact.phone, talk: 90 }]);
    const keys = ['p +15550001', 'e ruth@harborline.example', 'd harborline.example'];
    expect(kept).toEqual([{ at: may.started_at, talk: 90, row: may.row, keys }]);
    // A key that nobody is claimed under is passed over.
    const elsewhere = kept.map((touch) => ({ ...touch, keys: ['e x@y.example', ...touch.keys] }));
    expect(collect([], elsewhere)).toMatchObject({ kept: [], touches: [may.started_at] });
  });

  test('by another key are kept again for that key only', () => {
    const { kept } = collect([may]);
    const byPhone = collect([{ ...may, phone: contact.phone }], kept).kept;
    expect(byPhone.map(({ keys }) => keys)).toEqual([['p +15550001']]);
  });
});

test('touches are outbound calls with a time, in order, of the person or of anybody there', () => {
  const boss = call(3, '2026-05-02T15:00:00Z', { email: 'boss@harborline.example' });
  const firm = call(4, '2026-05-01T15:00:00Z', { email: undefined, company: 'HARBORLINE' });
  const inbound = call(5, '2026-05-03T15:00:00Z', { direction: 'inbound' });
  const leg = call(6, '2026-05-03T15:05:00Z', { direction: 'neither' });
  const { touches, account, kept } = collect([june, boss, firm, inbound, leg, may, { ...may, started_at: undefined }]);
  expect(touches).toEqual([may.started_at, june.started_at]);
  expect(account).toEqual([firm.started_at, boss.started_at, may.started_at, june.started_at]);
  expect(kept).toHaveLength(4);
});

test('somebody called at another number is known by name at the firm, half a name tells nobody', () => {
  const claim = { contact_name: 'Ruth Äbert', company: 'Harborline Inc', phone: '+15550001' };
  const own = REGISTRY.contactOf(claim);
  const at = (contact_name: string, company: string) =>
    call(2, '2026-05-04T15:00:00Z', { email: undefined, phone: '+15559999', contact_name, company });
  const touchesOf = (claimed: Partial<typeof claim>, calls: readonly Call[]) => {
    const { add, log } = touchCollector([REGISTRY.contactOf(claimed)], REGISTRY.freeMail);
    add(calls);
    return {
      count: log.of(REGISTRY.contactOf(claimed), 'contact').length,
      could: log.couldShow({ ...own, phone: undefined }),
    };
  };
  expect(touchesOf(claim, [at('Abert, Ruth', 'HARBORLINE')])).toEqual({ count: 1, could: true });
  expect(touchesOf(claim, [at('Ruth Abert', 'Alder'), at('Rut Abert', 'Harborline')]).count).toBe(0);
  expect(touchesOf({ ...claim, contact_name: 'Ruth' }, [at('Ruth', 'Harborline')]).count).toBe(0);
  expect(touchesOf(claim, [call(2, '2026-05-04T15:00:00Z')])).toEqual({ count: 0, could: false });
});
