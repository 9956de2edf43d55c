import { describe, expect, test } from 'vitest';
import { type Acceptance, acceptanceOf, overRejectionCap } from '../src/judge/acceptance.ts';
import type { Decision } from '../src/read/records.ts';
import { day, endOfDay, HELD, LATER, meeting, sowWith } from './support/slots.ts';

describe('acceptance', () => {
  const decision = (word: string, at: number | undefined, reason?: string): Decision => ({
    ...meeting(),
    decision: word as never,
    at,
    reason,
  });
  const begins = { delivered: day(0), held: day(3), reported: day(6) };
  const judged = (
    terms: object,
    decisions: readonly Decision[],
    asOf = LATER,
    from: Partial<typeof begins> = begins,
  ) => {
    const sow = sowWith({ ...HELD, acceptance: terms });
    const beginnings = { delivered: day(0), held: undefined, reported: undefined, ...from };
    return acceptanceOf(decisions, beginnings, sow, sow.clock, asOf);
  };
  const said = (...given: Parameters<typeof judged>) => {
    const { state, at, ineffective } = judged(...given);
    return [state, at, ...ineffective.map(({ code }) => code)];
  };
  const five = { window: '5 days' };

  test('is none without a clause', () => {
    const sow = sowWith(HELD);
    expect(acceptanceOf([decision('accepted', day(1))], begins, sow, sow.clock, LATER)).toEqual({
      state: 'none',
      at: undefined,
      decision: undefined,
      ineffective: [],
    });
  });

  test('begins with what the SOW says, else with the meeting where meetings are paid', () => {
    expect(said(five, [])).toEqual(['silent', endOfDay(8)]);
    expect(said({ ...five, starts: 'delivered' }, [])).toEqual(['silent', endOfDay(5)]);
    expect(said({ ...five, starts: 'reported' }, [])).toEqual(['silent', endOfDay(11)]);
    const sow = sowWith({ billable: { event: 'delivered' }, acceptance: five });
    expect(acceptanceOf([], begins, sow, sow.clock, LATER).at).toBe(endOfDay(5));
  });

  test('is open until its end, and before it begins, and for ever without one', () => {
    expect(said(five, [], endOfDay(8) - 1)).toEqual(['open', endOfDay(8)]);
    expect(said(five, [], endOfDay(8))).toEqual(['silent', endOfDay(8)]);
    expect(said(five, [], LATER, { held: undefined as never })).toEqual(['open', undefined]);
    expect(said({}, [])).toEqual(['open', undefined]);
  });

  test('silence means what the SOW says', () => {
    expect(said({ ...five, silence: 'accepted' }, [])).toEqual(['deemed', endOfDay(8)]);
    expect(said({ ...five, silence: 'rejected' }, [])).toEqual(['deemed_rejected', endOfDay(8)]);
    expect(said({ ...five, silence: 'review' }, [])).toEqual(['silent', endOfDay(8)]);
  });

  test('the last decision that is valid counts', () => {
    const [yes, no] = [decision('accepted', day(4)), decision('rejected', day(5))];
    expect(said(five, [yes])).toEqual(['explicit', day(4)]);
    expect(said(five, [no])).toEqual(['rejected', day(5)]);
    expect(said(five, [no, yes])).toEqual(['rejected', day(5)]);
    expect(said(five, [decision('rejected', day(4)), decision('accepted', day(5))])).toEqual(['explicit', day(5)]);
    expect(judged(five, [yes, no]).decision).toBe(no);
  });

  test('of two that were made at once, and say both, nobody knows which holds', () => {
    const [yes, no] = [decision('accepted', day(4)), decision('rejected', day(4), 'geo')];
    for (const both of [
      [yes, no],
      [no, yes],
    ]) {
      expect(said(five, both)).toEqual(['doubtful', day(4)]);
      expect(said({ ...five, reasons: ['title'] }, both)[0]).toBe('explicit');
      expect(said(five, [...both, decision('accepted', day(5))])).toEqual(['explicit', day(5)]);
    }
  });

  test('a reason is one of the clause, however it is written', () => {
    const listed = { ...five, reasons: ['bad_contact', 'Not ICP'] };
    for (const reason of ['Bad contact', 'bad-contact', ' BAD_CONTACT ', 'not icp.'])
      expect(said(listed, [decision('rejected', day(4), reason)])[0]).toBe('rejected');
    expect(said(listed, [decision('rejected', day(4), 'bad')])[0]).toBe('silent');
  });

  test('a late rejection has no effect, a late acceptance has', () => {
    const end = endOfDay(8);
    expect(said(five, [decision('rejected', end)])).toEqual(['rejected', end]);
    expect(said(five, [decision('rejected', end + 1)])).toEqual(['silent', end, 'rejection_late']);
    expect(said(five, [decision('rejected', undefined)])).toEqual(['silent', end, 'rejection_late']);
    expect(said(five, [decision('accepted', end + 1)])).toEqual(['explicit', end + 1]);
    expect(said({}, [decision('rejected', undefined)])).toEqual(['rejected', undefined]);
  });

  test('a reason that is not listed is judged as the SOW says', () => {
    const listed = { ...five, reasons: ['Title', 'geo'] };
    const no = (reason?: string) => decision('rejected', day(4), reason);
    expect(said(listed, [no(' TITLE ')])).toEqual(['rejected', day(4)]);
    expect(said(listed, [no('mood')])).toEqual(['silent', endOfDay(8), 'rejection_invalid_reason']);
    expect(said(listed, [no()])).toEqual(['silent', endOfDay(8), 'rejection_invalid_reason']);
    expect(said({ ...listed, subjective: 'never' }, [no('mood')])[0]).toBe('silent');
    expect(said({ ...listed, subjective: 'review' }, [no('mood')])).toEqual(['contested', day(4)]);
    expect(said({ ...listed, subjective: 'allowed' }, [no('mood')])).toEqual(['rejected', day(4)]);
    expect(said(five, [no('mood')])).toEqual(['rejected', day(4)]);
    expect(said(listed, [no('geo'), decision('rejected', day(5), 'mood')])).toEqual([
      'rejected',
      day(4),
      'rejection_invalid_reason',
    ]);
  });

  test('rejections over the cap are the last of a month, by decision', () => {
    const chain = (id: string, delivered: number, at?: number, state: Acceptance['state'] = 'rejected') => ({
      id,
      deliveredAt: delivered,
      acceptance: { state, at, decision: undefined, ineffective: [] },
    });
    const month = (t: number): string => new Date(t).toISOString().slice(0, 7);
    const over = (amount: number, ...chains: ReturnType<typeof chain>[]) => [
      ...overRejectionCap(chains, { amount, scale: 2 }, month),
    ];
    const june = [
      chain('d', day(3), day(9)),
      chain('b', day(0), day(7)),
      chain('c', day(1), day(8)),
      chain('a', day(2), day(8)),
    ];
    expect(over(25, ...june)).toEqual(['a', 'c', 'd']);
    expect(over(50, ...june)).toEqual(['c', 'd']);
    expect(over(49, ...june)).toEqual(['a', 'c', 'd']);
    expect(over(100, ...june)).toEqual([]);
    const others = [chain('x', day(1), day(1), 'explicit'), chain('y', day(1), day(1), 'contested')];
    expect(over(50, ...june, ...others)).toEqual(['d']);
    // July's leads are counted by themselves.
    expect(over(50, ...june, chain('j', day(30), day(31)))).toEqual(['c', 'd', 'j']);
    const july = ['x', 'y', 'z', 'w'].map((id) => chain(id, day(30), day(31), 'explicit'));
    expect(over(50, ...june, ...july)).toEqual(['c', 'd']);
    const tied = [chain('p', day(0), day(7)), chain('q', day(0), day(7))];
    expect([over(50, ...tied), over(50, ...tied.toReversed())]).toEqual([['q'], ['q']]);
    const early = [chain('m', day(-20), day(-19), 'explicit'), chain('n', day(-20), day(-19), 'explicit')];
    expect(over(50, ...early, ...tied)).toEqual(['q']);
    expect(over(50, ...tied, ...early)).toEqual(['q']);
    expect(overRejectionCap(june, undefined, month)).toEqual(new Set());
  });
});
