/** Where labels may stand. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Label {
  readonly at: readonly [x: number, y: number];
  readonly label: string;
}

interface Placed {
  readonly at: readonly [x: number, y: number];
  readonly anchor: 'start' | 'end';
  readonly text: string;
}

/** Every label has the room of the longest that is shown, so that no name moves anything. */
const LETTERS = 16;
const ROOM = { width: 100, height: 13 } as const;
const GAP = 9;

type Box = readonly [left: number, top: number];

/** Beside the points as far as there is room: right, left, above, below. One without room is not drawn; the words and the table name it. */
export function placedLabels(labels: readonly Label[], frame: Frame): Placed[] {
  const taken: Box[] = [];
  return labels.flatMap(({ at: [x, y], label }): Placed[] => {
    for (const [isLeft, down] of PLACES) {
      const left = isLeft ? x - GAP - ROOM.width : x + GAP;
      const box: Box = [left, y + down - ROOM.height / 2];
      if (!isInside(box, frame) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return [{ at: [isLeft ? x - GAP : x + GAP, y + down + 4], anchor: isLeft ? 'end' : 'start', text: cut(label) }];
    }
    return [];
  });
}

const PLACES: readonly (readonly [isLeft: boolean, down: number])[] = [0, -12, 12].flatMap((down) => [
  [false, down] as const,
  [true, down] as const,
]);

const isInside = ([left, top]: Box, frame: Frame): boolean =>
  left >= frame.left && left + ROOM.width <= frame.right && top >= frame.top && top + ROOM.height <= frame.bottom;

const overlap = (a: Box, b: Box): boolean => Math.abs(a[0] - b[0]) < ROOM.width && Math.abs(a[1] - b[1]) < ROOM.height;

function cut(text: string): string {
  const letters = [...text];
  return letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join('')}\u2026` : text;
}
