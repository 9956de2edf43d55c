import { notCheckedText } from '../answer.ts';
import type { MetricsDocument } from '../measured/document.ts';
import { incomplete, quarantinedIn } from '../phrases.ts';
import { basis, findings, metrics, sources } from './audit.ts';
import { drift } from './drift.ts';
import { funnels } from './funnel.ts';
import { leads } from './leads.ts';
import { signals } from './measured.ts';
import type { Outline } from './outline.ts';

/** The figures alone, as a page. */
export function outlineOfMetrics(doc: MetricsDocument): Outline {
  const { sow, period } = doc;
  const aside = quarantinedIn(doc.inputs);
  const title = `${sow.vendor} for ${sow.client}, ${period.label}: metrics`;
  return {
    title: `leadaudit metrics: ${title}`,
    reports: [
      {
        title,
        scope: `SOW ${sow.id}, ${period.from} to ${period.to}, as of ${doc.as_of}`,
        warnings: aside ? [`${incomplete(aside)}; see Findings`] : [],
        answers: [],
        sections: [
          ...metrics(doc, true),
          ...leads(doc),
          ...signals(doc),
          ...drift(doc),
          ...funnels(doc),
          ...findings(doc),
          sources(doc),
          basis(doc, [notCheckedText(doc)]),
        ],
      },
    ],
  };
}
