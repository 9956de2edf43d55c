/** Seniority, lowest first. */
export const LEVELS = ['ic', 'manager', 'senior_manager', 'director', 'vp', 'c_level', 'owner'] as const;
export type Level = (typeof LEVELS)[number];

export const FUNCTIONS = [
  'it',
  'engineering',
  'operations',
  'finance',
  'marketing',
  'sales',
  'hr',
  'legal',
  'product',
  'procurement',
  'data',
  'security',
  'support',
] as const;
/** A function of the company; `any` is a title over all of them (CEO, owner, general manager). */
export type JobFunction = (typeof FUNCTIONS)[number] | 'any';

/** First match wins, so the more telling words stand first ("vice president" before "president"). */
const LEVEL_WORDS: readonly (readonly [Level, RegExp])[] = [
  ['ic', /\b(assistant|secretary|intern|receptionist|student|trainee)\b/],
  ['vp', /\b(s?vp|evp|avp|vice[- ]president|head of)\b/],
  [
    'c_level',
    /\b(c[efimorst]o|cmo|cpo|cdo|ciso|cro|chro|cxo|chief|president|managing director|gesch[äa]ftsf[üu]hrer(in)?|directeur g[ée]n[ée]ral|pdg)\b/,
  ],
  ['owner', /\b(owner|founder|co-?founder|partner|proprietor|inhaber(in)?|g[ée]rant)\b/],
  ['director', /\b(director|dir\.?|direktor(in)?|directeur|directrice|bereichsleiter(in)?|direttore)\b/],
  ['senior_manager', /\b(senior|sr\.?|lead|principal|group) manager\b|\bsr\.? mgr\b/],
  ['manager', /\b(manager|mgr\.?|supervisor|team lead(er)?|leiter(in)?|responsable|gerente)\b/],
  [
    'ic',
    /\b(analyst|engineer|developer|specialist|coordinator|associate|consultant|administrator|representative|architect|designer|accountant|officer|executive|buyer|technician|scientist|sachbearbeiter(in)?)\b/,
  ],
];

const FUNCTION_WORDS: readonly (readonly [JobFunction, RegExp])[] = [
  ['it', /\b(it|information technology|infrastructure|systems?|cio|technology|network)\b/],
  ['engineering', /\b(engineering|engineer|cto|development|software|r&d)\b/],
  [
    'operations',
    /\b(operations?|ops|coo|supply chain|logistics|plant|production|manufacturing|facilit(y|ies)|warehouse)\b/,
  ],
  ['finance', /\b(finance|financial|cfo|controller|controlling|accounting|treasury|accountant)\b/],
  ['marketing', /\b(marketing|cmo|brand|demand generation|growth|communications)\b/],
  ['sales', /\b(sales|cro|revenue|business development|account executive)\b/],
  ['hr', /\b(hr|human resources|people|talent|chro)\b/],
  ['legal', /\b(legal|counsel|compliance)\b/],
  ['product', /\b(product|cpo)\b/],
  ['procurement', /\b(procurement|purchasing|sourcing|buyer)\b/],
  ['data', /\b(data|analytics|business intelligence|cdo)\b/],
  ['security', /\b(security|ciso)\b/],
  ['support', /\b(support|customer success|customer service)\b/],
  [
    'any',
    /\b(ceo|chief executive|owner|founder|president|managing director|general manager|gesch[äa]ftsf[üu]hrer(in)?|pdg)\b/,
  ],
];

/** The level that a title says, or undefined when it says none. */
export function levelOf(title: string): Level | undefined {
  const t = title.toLowerCase();
  return LEVEL_WORDS.find(([, word]) => word.test(t))?.[0];
}

/** The functions that a title names; empty when it names none. */
export function functionsOf(title: string): JobFunction[] {
  const t = title.toLowerCase();
  return FUNCTION_WORDS.filter(([, word]) => word.test(t)).map(([f]) => f);
}
