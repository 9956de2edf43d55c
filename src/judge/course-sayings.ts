import { type Course, windowsOf } from './course.ts';
import type { ChainFacts, JudgeContext } from './facts.ts';
import type { Saying } from './rule.ts';

/** What the course of a chain says, when this rule is the one to say it. */
export function courseSaying(rule: Course['rule'], chain: ChainFacts, ctx: JudgeContext): Saying[] {
  const { course } = chain;
  if (!chain.occurs || course.rule !== rule) return [];
  const day = (t: number | undefined): string => (t === undefined ? '?' : ctx.clock.zone.dateAt(t));
  const minute = (t: number): string => ctx.clock.zone.format(t).slice(0, 16).replace('T', ' ');
  const { start, happened } = course.slot ?? {};
  const ends = course.ends ?? windowsOf(course.before, ctx.sow.rules, ctx.clock)[0]?.end;
  return [
    {
      code: course.code,
      // A timely move that is paid because nobody rebooked is another story than one that is still open.
      ...(course.code === 'client_moved' && course.result === 'pass' ? { sentence: 'client_moved_lost' } : {}),
      result: course.result,
      args: {
        at: day(start ?? chain.deliveredAt),
        end: day(ends),
        share: course.shareText,
        ...(course.code === 'client_late_cancel' || course.code === 'client_no_show'
          ? { rest: restOf(course, ctx, day) }
          : {}),
        // Notice is a matter of minutes.
        start: start === undefined ? '?' : minute(start),
        moved: happened?.movedAt === undefined ? '' : ` on ${minute(happened.movedAt)}`,
      },
      evidence: course.evidence,
      ends: course.ends,
      ...(course.result === 'review' ? { needs: ['proof of what happened in the slot'] } : {}),
    },
  ];
}

/** What becomes of the rest where the client is the cause. */
function restOf({ share, topUp }: Course, { sow }: JudgeContext, day: (t: number | undefined) => string): string {
  const isWhole = share.amount >= 10 ** share.scale;
  if (isWhole || !sow.rules.client_reschedule?.top_up) return ' and the chain is closed';
  return topUp ? `, and the rest since it was held on ${day(topUp.start)}` : ', and the rest once it is held';
}

/** Held, but after the window of this rule had ended. */
export function lateSaying(
  rule: 'no_show' | 'prospect_reschedule' | 'client_reschedule',
  chain: ChainFacts,
  ctx: JudgeContext,
): Saying[] {
  const { course } = chain;
  const start = course.slot?.start;
  if (!chain.occurs || course.result !== 'pass' || course.code === 'client_moved' || start === undefined) return [];
  return windowsOf(course.before, ctx.sow.rules, ctx.clock)
    .filter((window) => window.rule === rule && start > window.end)
    .map((window) => ({
      code: window.code,
      result: 'fail',
      args: { at: ctx.clock.zone.dateAt(start), end: ctx.clock.zone.dateAt(window.end) },
      evidence: course.evidence,
    }));
}
