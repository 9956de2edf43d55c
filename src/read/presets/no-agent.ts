/** Who called, where a log names nobody: a call that only the dialer touched still counts. */
export const NO_AGENT = 'no agent';
