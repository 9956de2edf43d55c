import type { TerminalPaint } from '../terminal.ts';
import type { CheckDocument } from './document.ts';

export interface CheckRenderOptions {
  readonly width: number;
  readonly paint: TerminalPaint;
}

/** One output format of `check`. Loaded when it is asked for. */
interface CheckFormat {
  readonly title: string;
  readonly extension: string;
  /** For a log that others read: people are hidden unless `--no-redact` is given. */
  readonly isShared: boolean;
  /** For a code host, which knows a file by its path from the working folder, where rules name it from theirs. */
  readonly isOfCode?: boolean;
  readonly load: () => Promise<(doc: CheckDocument, options: CheckRenderOptions) => string>;
}

/** Every `check --format`. A new one is one file and one row. */
export const CHECK_FORMATS = {
  table: {
    title: 'for a terminal',
    extension: 'txt',
    isShared: false,
    load: async () => (await import('./terminal.ts')).renderCheck,
  },
  json: {
    title: 'the whole document, see schemas/check.schema.json; a baseline for the next run',
    extension: 'json',
    isShared: false,
    load: async () => (await import('./json.ts')).renderCheckJson,
  },
  markdown: {
    title: 'for a pull request or a job summary',
    extension: 'md',
    isShared: true,
    load: async () => (await import('./markdown.ts')).renderCheckMarkdown,
  },
  junit: {
    title: 'JUnit XML: a suite a file, a case a check',
    extension: 'xml',
    isShared: true,
    load: async () => (await import('./junit.ts')).renderJunit,
  },
  sarif: {
    title: 'SARIF 2.1.0, for code hosts',
    extension: 'sarif',
    isShared: true,
    isOfCode: true,
    load: async () => (await import('./sarif.ts')).renderCheckSarif,
  },
  github: {
    title: 'annotations of GitHub Actions',
    extension: 'txt',
    isShared: true,
    isOfCode: true,
    load: async () => (await import('./github.ts')).renderGithub,
  },
  gitlab: {
    title: 'a Code Quality report of GitLab',
    extension: 'json',
    isShared: true,
    isOfCode: true,
    load: async () => (await import('./gitlab.ts')).renderGitlab,
  },
} as const satisfies Readonly<Record<string, CheckFormat>>;
export type CheckFormatName = keyof typeof CHECK_FORMATS;
/** Every format by its name, as a row. */
export const checkFormat = (name: CheckFormatName): CheckFormat => CHECK_FORMATS[name];
