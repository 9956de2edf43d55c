/** The example SOW as answers: what a person reads in it, clause by clause. */
const ANSWERS: readonly string[] = [
  'sow.client=Northwind Instruments',
  'sow.vendor=Dial Co',
  'sow.id=NWI-DIALCO-2026',
  'sow.client_domains=northwind.example',
  'sow.vendor_domains=dialco.example',
  'sow.currency=USD',
  'sow.time_zone=America/New_York',
  'sow.country=US',
  'sow.starts=2026-01-05',
  'sow.business_hours.holidays=[2026-05-25, 2026-06-19, 2026-07-03]',
  'sources.meetings.0.received=2026-06-02T09:15',
  'sources.meetings.1.received=2026-07-01T18:40',
  'sources.invoice.0.received=2026-07-02T10:05',
  'rules.evidence.enough=[attendance, crm]',
  'rules.duplicates={ keys: [email, phone], lookback: 90 days, against: billable }',
  'fees.rates.tiers=[{ up_to: 10, price: 400.00 }, { up_to: 16, price: 350.00 }, { price: 300.00 }]',
  'fees.rates.classes={ mql: 150.00 }',
  'fees.cap.max=21',
  'fees.replacement.due=30 days',
  'fees.invoice.dispute_within=5 days',
  'rules.exclusions.customers={ as_of: booked, grace: 2 business days }',
  'rules.qualification.criteria.industry.in=[Electronics, Medical Devices, Industrial Automation, Aerospace, Laboratory Equipment]',
  'rules.qualification.criteria.employees={ min: 200, max: 5000 }',
  'rules.qualification.criteria.country.in=[US, CA]',
  'rules.qualification.criteria.title.min_level=director',
  'rules.acceptance={ window: 5 business days, silence: accepted, reasons: [title, geo, duplicate, bad_contact], written_cures: [qualification, attendance] }',
  'rules.prospect_reschedule={ within: 30 days, max_moves: 2, notice: 24 hours }',
  'rules.no_show.cure_within=14 days',
  'rules.client_reschedule={ notice: 24 business hours, late_pays: 50%, rebook_within: 30 days }',
  'rules.attendance={ overlap: 15 minutes, wait: 10 minutes }',
  'rules.reporting={ due: 2 business days, required: [company, contact_name, topic, outcome], fill: 95% }',
  'rules.termination.notice=null',
];

const DROP = [
  'fixtures/example/drops/2026-05/meetings.csv',
  ...['calls.csv', 'invoice.csv', 'meetings.json', 'summary.csv'].map(
    (name) => `fixtures/example/drops/2026-06/${name}`,
  ),
  ...['attendance.csv', 'crm-meetings.csv', 'decisions.csv'].map((name) => `fixtures/example/evidence/${name}`),
  'fixtures/example/lists/customers.csv',
];

/** `init` over the example month, with all answers and no dialogue. */
export const INIT_EXAMPLE: readonly string[] = [
  'init',
  ...DROP,
  '--yes',
  ...ANSWERS.flatMap((answer) => ['--set', answer]),
];
