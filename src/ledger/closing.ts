import type { KeptTouch } from '../judge/touches.ts';
import type { HeldSource, InputFile, RecordOf } from '../read/records.ts';
import type { AuditDocument } from '../report/document.ts';
import type { Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { Carry } from './carry.ts';

/** The facts that a closed period rests on and that no period closed before it holds. Rows of a call log are not kept, touches of claimed contacts are. */
export interface Facts {
  readonly files: readonly InputFile[];
  readonly held: { readonly [S in HeldSource]?: readonly RecordOf<S>[] };
  readonly touches: readonly KeptTouch[];
}

/** A period that was closed: its report, the rules it was judged by and the facts it rests on. Nothing of it is ever changed. */
export interface Closing {
  readonly period: Period;
  /** The rules of then. */
  readonly sow: Sow;
  readonly facts: Facts;
  readonly carry: Carry;
  readonly document: AuditDocument;
  /** SHA-256 of its file; the next closing names it. */
  readonly sha256: string;
}

/** The state of the ledger that a report builds on: printed in every report, so that a ledger that was cut or rewritten is seen. */
export const headOf = (closings: readonly Closing[]): AuditDocument['ledger'] => {
  const head = closings.at(-1);
  return head ? { head: head.sha256, closed: closings.map(({ period }) => period.label) } : null;
};

/** The report of a closed period, as it was locked, beside the ledger of now. */
export const lockedReport = (closings: readonly Closing[], { document }: Closing): AuditDocument => ({
  ...document,
  ledger: headOf(closings),
});
