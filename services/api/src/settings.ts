import {
  defaultSettings,
  settingNames,
  settings as settingDefs,
  type SettingDef,
  type SettingAnswer,
  type SettingName,
  type Settings,
} from '@record-insights/domain';
import { part, tables } from './keys';
import { ProblemError, type Organisation } from './service';
import type { TableStore } from './store/tableStore';

const row = 'settings';

/** The organisation's settings; what was never set has its default. */
export async function readSettings(store: TableStore, organisation: Organisation): Promise<Settings> {
  const stored = await store.get(tables.settings, { partition: part(organisation), row });
  return stored
    ? { ...defaultSettings, ...(JSON.parse(stored.values['json'] as string) as Partial<Settings>) }
    : defaultSettings;
}

/**
 * Changes some settings, all or none.
 * @returns what changed
 * @throws ProblemError naming the first setting that cannot take its value
 */
export async function changeSettings(
  store: TableStore,
  organisation: Organisation,
  changes: Readonly<Record<string, unknown>>,
): Promise<readonly SettingName[]> {
  for (const [name, value] of Object.entries(changes)) {
    if (!isSetting(name))
      throw new ProblemError(
        'invalidSetting',
        `There is no such setting. Settings are: ${settingNames.join(', ')}.`,
        name,
      );
    const problem = settingDefs[name].problemOf(value);
    if (problem !== undefined) throw new ProblemError('invalidSetting', problem, name);
  }
  const before = await readSettings(store, organisation);
  const after = { ...before, ...changes };
  await store.write(tables.settings, part(organisation), [
    { kind: 'put', row, values: { json: JSON.stringify(after) } },
  ]);
  return settingNames.filter((name) => before[name] !== after[name]);
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(settingDefs, name);

export function settingAnswers(values: Settings): readonly SettingAnswer[] {
  return settingNames.map((name) => {
    const { title, description, type, options, whoMayChange, cost, default: fallback }: SettingDef = settingDefs[name];
    return {
      name,
      title,
      description,
      type,
      ...(options ? { options } : {}),
      default: fallback,
      value: values[name],
      whoMayChange,
      cost,
    };
  });
}
