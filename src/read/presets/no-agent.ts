/** Who spoke, where a log names nobody: the call still counts. Calls that only the dialer touched have no agent. */
export const NO_AGENT = { agent: 'no agent' };
