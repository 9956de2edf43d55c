import type { LinkDecisions } from '../link/link-decisions.ts';
import type { AuditDocument } from './document.ts';
import type { AuditParts } from './parts.ts';

/** How a row was tied to a claim, as the document shows it. */
export const linkOf = ({
  slot,
  rivals,
  source,
  place,
  id,
  decision,
  score,
  margin,
  reason,
  said,
  fields,
  others,
}: AuditParts['links'][number]): AuditDocument['links'][number] => ({
  claim: slot?.id ?? null,
  source,
  file: place?.file ?? null,
  line: place?.line ?? null,
  id: id ?? null,
  decision,
  score: score ?? null,
  margin: margin ?? null,
  reason,
  decided: said && { by: said.by, at: said.at, why: said.why },
  fields: [...fields],
  rivals: slot ? [...others] : rivals.map((rival) => rival.id),
});

export const linkDecisionsOf = ({ file, sha256, decisions }: LinkDecisions): AuditDocument['link_decisions'] => ({
  file,
  sha256,
  decisions: decisions.length,
});
