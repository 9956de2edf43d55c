import { writeJson } from '../json.ts';
import type { CheckDocument } from './document.ts';

export const renderCheckJson = (doc: CheckDocument): string => `${writeJson(doc, 2)}\n`;
