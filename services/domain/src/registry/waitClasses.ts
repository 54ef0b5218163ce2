/** How long people wait before they open a message, in fixed classes, the shortest first. `below` is in minutes. */
export const waitClasses = [
  { title: 'Under 5 minutes', below: 5 },
  { title: '5–15 minutes', below: 15 },
  { title: '15–30 minutes', below: 30 },
  { title: '30–60 minutes', below: 60 },
  { title: '1–2 hours', below: 120 },
  { title: '2–4 hours', below: 240 },
  { title: '4–8 hours', below: 480 },
  { title: '8–24 hours', below: 1440 },
  { title: '1–2 days', below: 2880 },
  { title: '2–7 days', below: 10_080 },
  { title: 'Over 7 days', below: Infinity },
] as const;
