/** The vendor's status codes: a draft was never live, what was stopped was. */
export const statusCodes = { draft: 192_350_000, live: 192_350_001, stopped: 192_350_002 } as const;

export type State = keyof typeof statusCodes;
