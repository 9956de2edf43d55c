/** Between what would settle a ruling and where the client says it, in its own files and commands: nobody else can do anything with that. */
const OURS = ': ';

/** What would settle a ruling, and how the client says it. */
export const settledBy = (fact: string, ours: string): string => `${fact}${OURS}${ours}`;

/** What would settle a ruling, for those whom the client asks for it. */
export const factOf = (need: string): string => need.split(OURS, 1)[0] ?? need;
