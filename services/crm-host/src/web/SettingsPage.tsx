import * as React from 'react';
import type { SettingAnswer, SettingsAnswer } from '@record-insights/domain';
import { problemOf } from './json';
import { useLoad } from './load';
import { Failure, Notice } from './Notice';
import { askService } from './serviceClient';

const pollMs = 1000;

/** The service's settings, for administrators. While the service makes its tables again, the progress shows. */
export function SettingsPage({ mayChange }: { readonly mayChange: boolean }): React.ReactElement {
  React.useEffect(() => {
    document.title = 'Settings · CRM';
  }, []);
  if (mayChange) return <SettingsForm />;
  return (
    <Notice icon="Lock" title="You cannot change settings">
      Ask an administrator of Record Insights.
    </Notice>
  );
}

function SettingsForm(): React.ReactElement {
  const [load, reload] = useLoad('settings', () => askService<SettingsAnswer>('/v1/settings'));
  const rebuilding = load.state === 'failed' ? undefined : load.data?.rebuilding;
  React.useEffect(() => {
    if (!rebuilding || load.state !== 'ready') return undefined;
    const timer = window.setTimeout(reload, pollMs);
    return () => window.clearTimeout(timer);
  });
  if (load.state === 'failed') return <Failure problem={load.problem} what="The settings" retry={reload} />;
  return (
    <div className="page" aria-busy={load.state === 'loading'}>
      <h1>Settings</h1>
      {rebuilding && <Progress done={rebuilding.done} total={rebuilding.total} />}
      {load.data?.settings.map((setting) => (
        <Setting key={`${setting.name}=${setting.value}`} setting={setting} saved={reload} />
      ))}
    </div>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }): React.ReactElement {
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  return (
    <div className="card progress" role="status">
      <p>Counting everything again: {percent}% done. Numbers may still change.</p>
      <progress max={100} value={percent} aria-label="Counting everything again" />
    </div>
  );
}

interface SettingProps {
  readonly setting: SettingAnswer;
  readonly saved: () => void;
}

function Setting({ setting, saved }: SettingProps): React.ReactElement {
  const [value, setValue] = React.useState(String(setting.value));
  const [problem, setProblem] = React.useState('');
  const id = `setting-${setting.name}`;
  const save = (event: React.FormEvent): void => {
    event.preventDefault();
    saveSetting(setting, value).then(saved, (error: unknown) => setProblem(problemOf(error).message));
  };
  return (
    <form className="card setting" onSubmit={save}>
      <label htmlFor={id}>{setting.title}</label>
      <p id={`${id}-about`}>
        {setting.description} {setting.cost === 'rebuild' && 'A change counts everything again.'}
      </p>
      <div className="setting-value">
        <SettingInput id={id} setting={setting} value={value} change={setValue} />
        <button className="button" type="submit" disabled={value === String(setting.value)}>
          Save
        </button>
      </div>
      <p className="second">Default: {titleOf(setting, setting.default)}</p>
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

interface SettingInputProps {
  readonly id: string;
  readonly setting: SettingAnswer;
  readonly value: string;
  readonly change: (value: string) => void;
}

function SettingInput({ id, setting, value, change }: SettingInputProps): React.ReactElement {
  const shared = { id, value, 'aria-describedby': `${id}-about` };
  if (setting.type !== 'choice') {
    return (
      <input
        {...shared}
        inputMode={setting.type === 'number' ? 'numeric' : 'text'}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  return (
    <select {...shared} onChange={(event) => change(event.target.value)}>
      {setting.options?.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}

function titleOf(setting: SettingAnswer, value: string | number): string {
  return setting.options?.find((option) => option.value === value)?.title ?? String(value);
}

async function saveSetting(setting: SettingAnswer, value: string): Promise<void> {
  const body = JSON.stringify({ [setting.name]: setting.type === 'number' ? Number(value) : value });
  await askService<unknown>('/v1/settings', { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
}
