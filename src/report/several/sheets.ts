import type { Sheets } from '../renderers.ts';
import { bridge, sources } from '../sheets.ts';
import type { AuditsDocument } from './document.ts';
import { ofEach, SEVERAL_TABLES, SUMMARY_TABLES } from './tables.ts';

/** The sheets of a workbook over several SOWs; the SOW stands first in each row. */
export const SEVERAL_SHEETS: Sheets<AuditsDocument> = {
  Summary: SUMMARY_TABLES.summary,
  Claims: SEVERAL_TABLES.claims,
  Lines: SEVERAL_TABLES.lines,
  Bridge: ofEach(bridge),
  Metrics: SEVERAL_TABLES.metrics,
  Disputes: SEVERAL_TABLES.disputes,
  Findings: SEVERAL_TABLES.findings,
  Sources: ofEach(sources),
};

/** What stands beside workbooks of their own. */
export const SUMMARY_SHEETS: Sheets<AuditsDocument> = {
  Summary: SUMMARY_TABLES.summary,
  Findings: SEVERAL_TABLES.findings,
};
