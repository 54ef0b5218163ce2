import { isZone } from '../zone';

/** A setting of the organisation. `cost` says what a change makes the service do. */
export interface SettingDef {
  readonly title: string;
  readonly description: string;
  readonly type: 'text' | 'number' | 'choice';
  readonly default: string | number;
  readonly options?: readonly { readonly value: string; readonly title: string }[];
  readonly whoMayChange: 'insights.admin';
  readonly cost: 'none' | 'rebuild';
  /** What is wrong with a value, in words that name the fix; undefined when it is fine. */
  readonly problemOf: (value: unknown) => string | undefined;
}

const wholeNumber =
  (least: number, most: number) =>
  (value: unknown): string | undefined =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? undefined
      : `Give a whole number from ${least} to ${most}.`;

/** A choice of the given values, with the title of each. */
const choiceOf = <Value extends string>(titles: Readonly<Record<Value, string>>, fallback: NoInfer<Value>) => {
  const values = Object.keys(titles) as Value[];
  return {
    type: 'choice' as const,
    default: fallback,
    options: values.map((value) => ({ value, title: titles[value] })),
    problemOf: (value: unknown): string | undefined =>
      values.some((one) => one === value) ? undefined : `Give ${values.join(' or ')}.`,
  };
};

export const settings = {
  zone: {
    title: 'Time zone of the organisation',
    description: 'Days begin and end in this zone. Name it as in Europe/Oslo.',
    type: 'text',
    default: 'UTC',
    whoMayChange: 'insights.admin',
    cost: 'rebuild',
    problemOf: (value: unknown) =>
      typeof value === 'string' && isZone(value) ? undefined : 'Give the IANA name of a time zone, as Europe/Oslo.',
  },
  displayMonths: {
    title: 'Months shown',
    description: 'How far back contact, lead, journey and channel views reach. Older interactions are kept, not shown.',
    type: 'number',
    default: 12,
    whoMayChange: 'insights.admin',
    cost: 'none',
    problemOf: wholeNumber(1, 120),
  },
  recordTables: {
    title: 'Tables of the marketing records',
    description: 'Which tables hold segments, journeys, emails and the other marketing records.',
    ...choiceOf({ own: 'Record Insights (rin_…)', vendor: 'Outbound marketing (msdyncrm_…)' }, 'own'),
    whoMayChange: 'insights.admin',
    cost: 'none',
  },
  joinAnonymousPast: {
    title: 'Anonymous past',
    description:
      'Whether what a visitor did before becoming known counts for the contact that the visitor turned out to be.',
    ...choiceOf({ on: 'Counts for the contact', off: 'Stays anonymous' }, 'on'),
    whoMayChange: 'insights.admin',
    cost: 'none',
  },
  bestSendTimes: {
    title: 'Predicted best send times',
    description:
      'Whether a contact’s tab predicts when to write, from when messages to the contact and to everybody were opened.',
    ...choiceOf({ on: 'Predicted', off: 'Not predicted' }, 'off'),
    whoMayChange: 'insights.admin',
    cost: 'none',
  },
} as const satisfies Record<string, SettingDef>;

export type SettingName = keyof typeof settings;

/** Values of all settings. */
export interface Settings {
  readonly zone: string;
  readonly displayMonths: number;
  readonly recordTables: 'own' | 'vendor';
  readonly joinAnonymousPast: 'on' | 'off';
  readonly bestSendTimes: 'on' | 'off';
}

/** Settings that switch something on or off. */
export type SwitchName = { [N in SettingName]: Settings[N] extends 'on' | 'off' ? N : never }[SettingName];

export const settingNames = Object.keys(settings) as SettingName[];

const isSwitch = (name: SettingName): name is SwitchName => {
  const { options = [] }: SettingDef = settings[name];
  return options.length === 2 && options.every(({ value }) => value === 'on' || value === 'off');
};

export const switchNames = settingNames.filter(isSwitch);

export const defaultSettings: Settings = {
  zone: settings.zone.default,
  displayMonths: settings.displayMonths.default,
  recordTables: settings.recordTables.default,
  joinAnonymousPast: settings.joinAnonymousPast.default,
  bestSendTimes: settings.bestSendTimes.default,
};
