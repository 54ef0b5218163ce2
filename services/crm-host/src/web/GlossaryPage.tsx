import * as React from 'react';
import { isRecordType, recordTypes, type GlossaryAnswer, type GlossaryEntry } from '@record-insights/domain';
import { Icon } from './icons';
import { useLoad } from './load';
import { Failure } from './Notice';
import { askService } from './serviceClient';

/** Every number by name: what it says, how it is made, what its absence means, and an example. */
export function GlossaryPage(): React.ReactElement {
  const [load, retry] = useLoad('glossary', () => askService<GlossaryAnswer>('/v1/glossary'));
  const [text, setText] = React.useState('');
  const ready = load.state === 'ready';
  React.useEffect(() => {
    document.title = 'Glossary · CRM';
    if (ready) document.getElementById(wantedId())?.scrollIntoView();
  }, [ready]);
  if (load.state === 'failed') return <Failure problem={load.problem} what="The glossary" retry={retry} />;
  const found = (load.data?.entries ?? []).filter((entry) => speaksOf(entry, text));
  const rules = (load.data?.verdicts ?? []).filter((rule) =>
    speaksOf({ title: rule.title, tooltip: rule.because }, text),
  );
  return (
    <div className="page" aria-busy={load.state === 'loading'}>
      <h1>Glossary</h1>
      <div className="search-field" role="search">
        <Icon name="Search" />
        <input
          type="search"
          placeholder="Search the glossary"
          aria-label="Search the glossary"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {ready && found.length + rules.length === 0 && <p role="status">No data is available.</p>}
      {[...byRecordType(found)].map(([title, entries]) => (
        <section key={title} className="glossary">
          <h2>{title}</h2>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </section>
      ))}
      {rules.length > 0 && (
        <section className="glossary">
          <h2>People and machines</h2>
          <p>Of the rules that fit an open or a click the first decides.</p>
          {rules.map((rule) => (
            <article key={rule.id} className="card" id={`rule.${rule.id}`}>
              <h3>{`${verdictWords[rule.verdict]}: ${rule.title}`}</h3>
              <p>{rule.because}</p>
              <dl>
                <Row term="Judges" text={rule.judges.join(', ')} />
              </dl>
            </article>
          ))}
        </section>
      )}
    </div>
  );
}

const verdictWords = { human: 'Person', machine: 'Machine', unknown: 'Not known' } as const;

function Entry({ entry }: { readonly entry: GlossaryEntry }): React.ReactElement {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Formula', entry.formula],
    ['Rows', entry.rule],
    ['Unit', entry.unit === 'percent' ? 'Percent' : 'Number'],
    ['When there is nothing', entry.empty],
    ['Example', entry.example],
  ];
  return (
    <article className={entry.id === wantedId() ? 'card wanted' : 'card'} id={entry.id}>
      <h3>{entry.title}</h3>
      <p>{entry.tooltip}</p>
      <dl>{rows.map(([term, text]) => text !== undefined && <Row key={term} term={term} text={text} />)}</dl>
    </article>
  );
}

/** The entry that the address names after its #. */
function wantedId(): string {
  return decodeURIComponent(window.location.hash.slice(1));
}

function Row({ term, text }: { readonly term: string; readonly text: string }): React.ReactElement {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}

function speaksOf(entry: Pick<GlossaryEntry, 'title' | 'tooltip'>, text: string): boolean {
  return `${entry.title} ${entry.tooltip}`.toLowerCase().includes(text.trim().toLowerCase());
}

/** KPI ids begin with their record type. */
function byRecordType(entries: readonly GlossaryEntry[]): ReadonlyMap<string, readonly GlossaryEntry[]> {
  const groups = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const [recordType = ''] = entry.id.split('.');
    const title = isRecordType(recordType) ? recordTypes[recordType].title : recordType;
    groups.set(title, [...(groups.get(title) ?? []), entry]);
  }
  return groups;
}
