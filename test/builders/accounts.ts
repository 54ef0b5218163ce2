/** Accounts to which contacts may belong: so few that contacts meet in them. */
export const accounts = [0, 1].map((n) => `af0a1c5e-6a34-4c8e-9f5e-5a3d3a1f000${n}`);
