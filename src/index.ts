export { type AuditOptions, type AuditResult, audit } from './audit.ts';
export type * from './model.ts';
export type { Problem } from './problems/problem.ts';
export { type ReadOptions, type ReadResult, readSources } from './read/read.ts';
export type { Records } from './read/records.ts';
export type { AuditDocument } from './report/document.ts';
export { render } from './report/render.ts';
export { loadSow } from './sow/load.ts';
export type { Sow } from './sow/sow.ts';
