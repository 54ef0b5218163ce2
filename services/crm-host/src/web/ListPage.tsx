import * as React from 'react';
import { Icon } from './icons';
import { Link } from './Link';
import { listAddress, pageSize } from './listQuery';
import { ListTable } from './ListTable';
import { useLoad } from './load';
import { go } from './navigation';
import { Failure } from './Notice';
import { Pager } from './Pager';
import { listPlace, type ListPlace, type ListState } from './place';
import { viewOf } from './views';
import { retrieveRecords } from './webApi';

/** The records of a table that one may read, with search, sorting and pages. */
export function ListPage({ place }: { readonly place: ListPlace }): React.ReactElement {
  const { table } = place;
  const address = listAddress(table, viewOf(table.table), place);
  const [load, retry] = useLoad(table.table + address, () => retrieveRecords(table.table, address, pageSize));
  React.useEffect(() => {
    document.title = `${table.plural} · CRM`;
  }, [table]);
  return (
    <div className="list">
      <div className="commands">
        <Link className="command" to={{ at: 'new', table }}>
          <Icon name="Add" />
          New
        </Link>
        <button className="command" type="button" onClick={retry}>
          <Icon name="Refresh" />
          Refresh
        </button>
      </div>
      <div className="list-head">
        <h1>{table.plural}</h1>
        <ListSearch key={place.search} place={place} />
      </div>
      {load.state === 'failed' ? (
        <Failure problem={load.problem} what="This list" retry={retry} />
      ) : (
        <ListTable place={place} busy={load.state === 'loading'} found={load.data} />
      )}
      {load.state !== 'failed' && load.data && <Pager place={place} count={load.data.count ?? 0} />}
    </div>
  );
}

function ListSearch({ place }: { readonly place: ListPlace }): React.ReactElement {
  const [text, setText] = React.useState(place.search);
  const search = (event: React.FormEvent): void => {
    event.preventDefault();
    go({ ...listPlace(place.table), ...sortOf(place), search: text.trim() });
  };
  return (
    <form className="search-field" role="search" onSubmit={search}>
      <Icon name="Search" />
      <input
        type="search"
        placeholder="Search this list"
        aria-label={`Search ${place.table.plural.toLowerCase()}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {place.search !== '' && (
        <button type="button" aria-label="Clear the search" onClick={() => go({ ...place, search: '', page: 1 })}>
          <Icon name="Clear" />
        </button>
      )}
    </form>
  );
}

function sortOf({ sort, descending }: ListState): Pick<ListState, 'sort' | 'descending'> {
  return sort === undefined ? { descending } : { sort, descending };
}
