import { writeJson } from '../json.ts';
import type { LintDocument } from './document.ts';

export const renderLintJson = (doc: LintDocument): string => `${writeJson(doc, 2)}\n`;
