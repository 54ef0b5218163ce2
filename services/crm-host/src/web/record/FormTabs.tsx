import * as React from 'react';
import type { FormDefinition, FormTab } from '../../forms/formDefinition';
import type { Row } from '../../row';
import type { CrmTable } from '../../tables';
import { go } from '../navigation';
import { FormTabBody } from './FormTabBody';
import { offerTabs } from './offerTabs';
import type { RecordState } from './useRecord';

interface FormTabsProps {
  readonly place: { readonly table: CrmTable; readonly id: string; readonly tab?: string };
  readonly form: FormDefinition;
  readonly row: Row;
  readonly record: RecordState;
}

/** The tabs of a form. A tab once opened stays, hidden when another is shown, as in Dataverse. */
export function FormTabs({ place, form, row, record }: FormTabsProps): React.ReactElement {
  const current = tabNamed(form.tabs, place.tab);
  const [opened, setOpened] = React.useState<readonly string[]>([]);
  const name = current?.name ?? '';
  React.useEffect(() => setOpened((old) => (old.includes(name) ? old : [...old, name])), [name]);
  const open = (tab: FormTab): void =>
    go({ at: 'record', table: place.table, id: place.id, tab: slugOf(tab) }, 'replace');
  const openNamed = React.useRef<(name: string) => void>();
  openNamed.current = (name) => {
    const tab = form.tabs.find((one) => one.name === name);
    if (tab) open(tab);
    document.getElementById(`tab-${name}`)?.focus();
  };
  React.useLayoutEffect(
    () =>
      offerTabs(
        form.tabs.map((tab) => tab.name),
        (name) => openNamed.current?.(name),
      ),
    [form.tabs],
  );
  return (
    <>
      <div className="tabs" role="tablist" aria-label="Parts of the form" onKeyDown={(event) => moveFocus(event)}>
        {form.tabs.map((tab) => (
          <button
            key={tab.name}
            id={`tab-${tab.name}`}
            type="button"
            role="tab"
            aria-selected={tab === current}
            aria-controls={`panel-${tab.name}`}
            tabIndex={tab === current ? 0 : -1}
            data-text={tab.label}
            onClick={() => open(tab)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {form.tabs.map((tab) => (
        <section
          key={tab.name}
          id={`panel-${tab.name}`}
          className="tab-panel"
          role="tabpanel"
          aria-labelledby={`tab-${tab.name}`}
          hidden={tab !== current}
        >
          {(tab === current || opened.includes(tab.name)) && (
            <FormTabBody
              table={place.table}
              id={place.id}
              tab={tab}
              row={row}
              record={record}
              visible={tab === current}
            />
          )}
        </section>
      ))}
    </>
  );
}

/** How a tab is named in addresses: `Insights` is `insights`. */
function slugOf(tab: FormTab): string {
  return tab.label.toLowerCase().replace(/\W+/g, '-') || tab.name;
}

function tabNamed(tabs: readonly FormTab[], wanted: string | undefined): FormTab | undefined {
  return tabs.find((tab) => tab.name === wanted || slugOf(tab) === wanted) ?? tabs[0];
}

/** Left and right move among the tabs, Home and End to the first and last; Enter opens. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  tabs[(next + tabs.length) % tabs.length]?.focus();
}
