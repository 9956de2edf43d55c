import { type Command, InvalidArgumentError } from 'commander';
import { nearest } from '../problems/nearest.ts';

/** What is wrong with a word that is none of those that are known, with the nearest of them. */
export function unknownWord(text: string, words: readonly string[], expected: string): InvalidArgumentError {
  const near = nearest(text, words) ?? words.find((word) => text.length >= SHORTEST_BEGINNING && word.startsWith(text));
  return new InvalidArgumentError(`${expected}.${near ? ` Did you mean ${near}?` : ''}`);
}

/** The beginning of a word that is taken for the whole, such as `warn`. */
const SHORTEST_BEGINNING = 3;

/** Lets every flag and argument of the commands that takes one of some words suggest the nearest one. */
export function suggestWords(command: Command): void {
  for (const each of [...command.options, ...command.registeredArguments]) {
    const { argChoices } = each;
    if (!argChoices) continue;
    each.argParser((text: string) => {
      if (argChoices.includes(text)) return text;
      throw unknownWord(text, argChoices, `Expected ${argChoices.join(', ')}`);
    });
  }
  for (const each of command.commands) suggestWords(each);
}
