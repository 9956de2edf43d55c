import { z } from 'zod';
import { SOURCE_NAMES } from '../model.ts';

export const amount = () =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .describe("decimal in the SOW's currency");
export const figure = () =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .describe('decimal; a share as 0.75');
export const day = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instant = () =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/)
    .describe('ISO 8601 with offset, contract zone');
/** A row that something rests on. */
export const row = z.strictObject({ source: z.enum(SOURCE_NAMES), file: z.string(), line: z.int().positive() });
