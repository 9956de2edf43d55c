import { FUNCTIONS, LEVELS, type Level } from '../../sow/titles.ts';
import { COUNT, COUNTRIES, choice, choices, LENGTH_OF_TIME, option, TEXTS } from '../kinds.ts';
import { about, after, builtIn, clocked, needs, type Question, unless } from '../question.ts';

const LEVEL_MEANS: Readonly<Record<Level, string>> = {
  ic: 'anybody',
  manager: 'a manager, or the lead of a team',
  senior_manager: 'a senior manager',
  director: 'a director, or the head of a department',
  vp: 'a vice president, or a head of',
  c_level: 'a chief officer',
  owner: 'an owner or founder',
};

/** Criteria of a lead, any of which makes the rest worth asking. */
export const CRITERIA = [
  'industry.in',
  'employees.min',
  'employees.max',
  'country.in',
  'title.min_level',
  'title.functions',
].map((key) => `rules.qualification.criteria.${key}`);

/** Sticking point 5: who counts, and how long may you decide? */
export const QUALIFICATION: readonly Question[] = about('Qualification', {
  'rules.qualification.criteria.industry.in': {
    asks: 'Which industries count?',
    help: "In the words of the vendor's exports. Such as software, fintech",
    kind: TEXTS,
    says: 'Leads of other industries do not qualify.',
    silent: 'Any industry counts.',
  },
  'rules.qualification.criteria.employees.min': {
    asks: 'How many employees must the company have at least?',
    help: "By the vendor's column of headcounts.",
    kind: COUNT,
    says: 'Smaller companies do not qualify.',
    silent: 'No company is too small.',
  },
  'rules.qualification.criteria.employees.max': {
    asks: 'And at most?',
    help: 'By the same column.',
    kind: COUNT,
    says: 'Larger companies do not qualify.',
    silent: 'No company is too large.',
  },
  'rules.qualification.criteria.country.in': {
    asks: 'Which countries count?',
    help: 'Codes, such as US, CA, DE.',
    kind: COUNTRIES,
    says: 'Leads from other countries do not qualify.',
    silent: 'Any country counts.',
  },
  'rules.qualification.criteria.title.min_level': {
    asks: 'How senior must the person be at least?',
    help: 'Read from the job title by a table of words (docs/titles.md). A title that names no level is for review.',
    kind: choice(LEVELS.map((level) => option(level, LEVEL_MEANS[level]))),
    says: 'Less senior people do not qualify.',
    silent: 'Nobody is too junior.',
  },
  'rules.qualification.criteria.title.functions': {
    asks: 'In which functions must the person work?',
    help: 'Read from the job title too; a head of the whole company is in all of them.',
    kind: choices(FUNCTIONS.map((name) => option(name, `people in ${name}`))),
    says: 'People in other functions do not qualify.',
    silent: 'Any function counts.',
  },
  'rules.qualification.unknown': {
    asks: 'What if one of these facts is not known?',
    help: 'An empty cell, or a title that says nothing.',
    kind: choice([
      option('review', 'the lead is for review'),
      option('pass', 'the lead counts as meeting it'),
      option('fail', 'the lead does not qualify'),
    ]),
    usual: builtIn('review'),
    unless: after(...CRITERIA),
    silent: 'The lead is for review.',
  },
  'rules.acceptance.window': {
    asks: 'How long may you accept or reject a lead?',
    help: 'After it a rejection has no effect.',
    kind: LENGTH_OF_TIME,
    usual: clocked('3 business days', '3 days'),
    unless: needs('decisions'),
    says: 'You may decide for {value}; a later rejection has no effect.',
    silent: 'A rejection is never too late.',
  },
  'rules.acceptance.silence': {
    asks: 'What does it mean if you say nothing in that time?',
    help: 'Published terms of vendors write that silence is acceptance (prospecthunter.com, launchsmarter.com).',
    kind: choice([
      option('review', 'it means nothing: the lead is for review'),
      option('accepted', 'the lead is accepted'),
      option('rejected', 'the lead is rejected'),
    ]),
    usual: builtIn('review'),
    unless: unless(needs('decisions'), after('rules.acceptance.window')),
    silent: 'The lead is for review.',
  },
});
