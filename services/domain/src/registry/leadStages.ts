/** Stages of the process from lead to opportunity, in order. A lead may stand in others, too: rows tell. */
export const leadStages: readonly string[] = [
  'Inquiry',
  'Automated marketing qualification',
  'Teleprospecting acceptance',
  'Teleprospecting qualification',
  'Sales acceptance',
];
