import type { Dice } from './dice.ts';
import type { Person, View } from './link-world-view.ts';

/** One thing that goes wrong with a row, and how often. */
export interface Trouble {
  readonly kind: string;
  readonly weight: number;
  /** The cell that it hits. */
  readonly cell: 'name' | 'email' | 'phone' | 'company' | 'start';
  /** Harms the row; false where it cannot. */
  harm(view: View, dice: Dice, about: Surroundings): boolean;
}
export interface Surroundings {
  hasEmail(email: string): boolean;
  colleagueOf(person: Person, dice: Dice): Person | undefined;
  newPhone(view: View, dice: Dice): string;
}
