import * as React from 'react';
import { textOf, type Row } from '../row';
import { tables, type CrmTable } from '../tables';
import { searchFilter } from './listQuery';
import { useLoad } from './load';
import { Link } from './Link';
import { Failure } from './Notice';
import { listPlace, recordPlace } from './place';
import { viewOf } from './views';
import { retrieveRecords } from './webApi';

interface Found {
  readonly table: CrmTable;
  readonly rows: readonly Row[];
  readonly count: number;
}

const shownPerTable = 5;

/** Records of every kind that fit a text. */
export function SearchPage({ text }: { readonly text: string }): React.ReactElement {
  const [load, retry] = useLoad(text, () => findEverywhere(text));
  if (load.state === 'failed') return <Failure problem={load.problem} what="The search" retry={retry} />;
  const found = load.data?.filter(({ count }) => count > 0);
  return (
    <div className="page" aria-busy={load.state === 'loading'}>
      <h1>Search for “{text}”</h1>
      {found?.length === 0 && <p role="status">No data is available.</p>}
      <div className="cards">
        {found?.map(({ table, rows, count }) => (
          <section className="card" key={table.table}>
            <h2>{table.plural}</h2>
            <ul>
              {rows.map((row) => (
                <li key={textOf(row, table.key)}>
                  <Link to={recordPlace(table, textOf(row, table.key))}>{textOf(row, table.name)}</Link>
                </li>
              ))}
            </ul>
            {count > shownPerTable && (
              <Link to={{ ...listPlace(table), search: text }}>All {count.toLocaleString('en-GB')}</Link>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

function findEverywhere(text: string): Promise<readonly Found[]> {
  const searched = tables.filter((table) => table.recordType !== undefined);
  return Promise.all(searched.map((table) => findIn(table, text)));
}

async function findIn(table: CrmTable, text: string): Promise<Found> {
  const params = new URLSearchParams({
    $select: table.name,
    $filter: searchFilter([table.name, ...viewOf(table.table).searched], text),
    $orderby: table.name,
    $count: 'true',
  });
  const { entities, count = 0 } = await retrieveRecords(table.table, `?${params.toString()}`, shownPerTable);
  return { table, rows: entities, count };
}
