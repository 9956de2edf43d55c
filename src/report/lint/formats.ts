import type { TerminalPaint } from '../terminal.ts';
import type { LintDocument } from './document.ts';

export interface LintRenderOptions {
  readonly width: number;
  readonly paint: TerminalPaint;
}

/** One output format of `lint`. Loaded when it is asked for. */
interface LintFormat {
  readonly title: string;
  readonly extension: string;
  readonly load: () => Promise<(doc: LintDocument, options: LintRenderOptions) => string>;
}

/** Every `lint --format`. */
export const LINT_FORMATS = {
  table: {
    title: 'for a terminal',
    extension: 'txt',
    load: async () => (await import('./terminal.ts')).renderLint,
  },
  json: {
    title: 'the whole document, see schemas/lint.schema.json',
    extension: 'json',
    load: async () => (await import('./json.ts')).renderLintJson,
  },
  sarif: {
    title: 'SARIF 2.1.0, for code hosts and editors',
    extension: 'sarif',
    load: async () => (await import('./sarif.ts')).renderSarif,
  },
} as const satisfies Record<string, LintFormat>;

export type LintFormatName = keyof typeof LINT_FORMATS;

/** What makes a lint end with 1; an error is always 2. */
export const LINT_FAIL_ON = ['never', 'error', 'warning', 'info'] as const;
export type LintFailOn = (typeof LINT_FAIL_ON)[number];
