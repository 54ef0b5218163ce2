/** Why a row that was received is not in a number, in the order in which a row is asked; each row has one reason. */
export const leftOut = {
  testSend: 'Test sends',
  otherUsage: 'In other journeys, iterations or tiles',
  beforeJoining: 'From before they joined the account',
  machine: 'Done by machines',
  notSure: 'Not surely done by a person',
  takesBack: 'Rows that take a delivery back',
  outsidePeriod: 'Outside the period',
  takenBack: 'Bounced after delivery',
  opened: 'Opened at some time',
  repeat: 'Counted with another row of the same thing',
  refused: 'Refused, with the reason kept',
} as const;

export type LeftOut = keyof typeof leftOut;
