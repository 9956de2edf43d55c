import type { Progress } from '../read/read.ts';
import { forTerminal } from '../report/escape.ts';
import { withCommas } from '../report/phrases.ts';

const MB = 1e6;
/** Work that is done sooner shows nothing. */
const AFTER_MS = 1500;
const EVERY_MS = 200;

/** The part of a terminal's stderr that a line of progress needs. */
interface Line {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a large file is on one line that is written over and taken away at its end; undefined where nobody would see it. */
export function progressOn(
  stream: Line,
  now: () => number = () => performance.now(),
): ((progress: Progress) => void) | undefined {
  if (stream.isTTY !== true) return undefined;
  let from: { readonly file: string; readonly at: number } | undefined;
  let shown: number | undefined;
  return (progress) => {
    const at = now();
    if (from?.file !== progress.file) from = { file: progress.file, at };
    const isDone = progress.bytes >= progress.size;
    if (isDone && shown !== undefined) {
      shown = undefined;
      stream.write('\r\x1b[K');
    }
    if (isDone || at - from.at < AFTER_MS || (shown !== undefined && at - shown < EVERY_MS)) return;
    shown = at;
    stream.write(`\r\x1b[K${progressText(progress, at - from.at).slice(0, (stream.columns ?? 80) - 1)}`);
  };
}

/** `calls.csv: 1,200,000 rows, 240 of 2,041 MB, about 12 s left`, after so many milliseconds. */
export function progressText({ file, rows, bytes, size }: Progress, elapsedMs: number): string {
  const mb = (n: number): string => withCommas(String(Math.round(n / MB)));
  const left = bytes > 0 ? Math.ceil((elapsedMs * (size - bytes)) / bytes / 1000) : undefined;
  const time = left === undefined ? '' : `, about ${left < 100 ? `${left} s` : `${Math.round(left / 60)} min`} left`;
  return `${forTerminal(file)}: ${withCommas(String(rows))} rows, ${mb(bytes)} of ${mb(size)} MB${time}`;
}
