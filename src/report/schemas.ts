import { z } from 'zod';
import { sowSchema } from '../sow/schema.ts';
import { checkDocument } from './check/document.ts';
import { auditDocument } from './document.ts';
import { inspectionDocument } from './inspection.ts';
import { lintDocument } from './lint/document.ts';
import { metricsDocument } from './measured/document.ts';
import { sampleDocument } from './sample/document.ts';
import { auditsDocument } from './several/document.ts';
import { simulationDocument } from './simulation/document.ts';

/** The JSON Schemas that are published. */
export const SCHEMAS = {
  rules: { title: 'leadaudit rules file', schema: sowSchema, io: 'input' },
  audit: { title: 'leadaudit/audit@1', schema: auditDocument, io: 'output' },
  inspection: { title: 'leadaudit/inspection@1', schema: inspectionDocument, io: 'output' },
  lint: { title: 'leadaudit/lint@1', schema: lintDocument, io: 'output' },
  metrics: { title: 'leadaudit/metrics@1', schema: metricsDocument, io: 'output' },
  check: { title: 'leadaudit/check@1', schema: checkDocument, io: 'output' },
  audits: { title: 'leadaudit/audits@1', schema: auditsDocument, io: 'output' },
  sample: { title: 'leadaudit/sample@1', schema: sampleDocument, io: 'output' },
  simulation: { title: 'leadaudit/simulation@1', schema: simulationDocument, io: 'output' },
} as const;
export type SchemaName = keyof typeof SCHEMAS;

/** Draft 7, which the common YAML and JSON editors understand. */
export function schemaText(name: SchemaName): string {
  const { title, schema, io } = SCHEMAS[name];
  const json = z.toJSONSchema(schema, { target: 'draft-7', io, unrepresentable: 'any' });
  return `${JSON.stringify({ ...json, title }, null, 2)}\n`;
}
