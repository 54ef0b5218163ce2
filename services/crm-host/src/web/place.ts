import { tableNamed, tableOfSet, type CrmTable } from '../tables';

/** Where in the app somebody is. */
export type Place =
  | { readonly at: 'home' | 'settings' | 'glossary' }
  | { readonly at: 'search'; readonly text: string }
  | ({ readonly at: 'list'; readonly table: CrmTable } & ListState)
  | { readonly at: 'record'; readonly table: CrmTable; readonly id: string; readonly tab?: string }
  | { readonly at: 'new'; readonly table: CrmTable }
  | { readonly at: 'nowhere' };

/** What of a list is shown. Columns are named as the Web API names them. */
export interface ListState {
  readonly search: string;
  readonly sort?: string;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

/** Reads an address of the app, one of its own or one that `main.aspx` takes. */
export function placeOf(pathname: string, query: string): Place {
  const params = new URLSearchParams(query);
  const [first = '', second] = pathname.split('/').filter((part) => part !== '');
  if (first === '' || first === 'home') return { at: 'home' };
  if (first === 'main.aspx') return placeOfMain(params);
  if (first === 'settings' || first === 'glossary') return { at: first };
  if (first === 'search') return { at: 'search', text: params.get('q') ?? '' };
  return placeInTable(tableOfSet(first), second, params);
}

function placeInTable(table: CrmTable | undefined, id: string | undefined, params: URLSearchParams): Place {
  if (!table?.recordType) return { at: 'nowhere' };
  if (id === 'new') return { at: 'new', table };
  const tab = params.get('tab');
  if (id !== undefined) return { at: 'record', table, id, ...(tab === null ? {} : { tab }) };
  const sort = params.get('sort');
  return {
    at: 'list',
    table,
    search: params.get('search') ?? '',
    ...(sort === null ? {} : { sort }),
    descending: params.get('order') === 'desc',
    page: Math.max(1, Math.trunc(Number(params.get('page') ?? 1)) || 1),
  };
}

/** `main.aspx?etn=contact&id=…`, as links of model-driven apps are written. */
function placeOfMain(params: URLSearchParams): Place {
  const table = tableNamed(params.get('etn') ?? 'contact');
  const id = (params.get('id') ?? '').replace(/[{}]/g, '').toLowerCase();
  return placeInTable(table, id === '' ? undefined : id, params);
}

/** The address of a place. */
export function addressOf(place: Place): string {
  switch (place.at) {
    case 'home':
    case 'nowhere':
      return '/home';
    case 'settings':
    case 'glossary':
      return `/${place.at}`;
    case 'search':
      return `/search${queryOf({ q: place.text })}`;
    case 'list':
      return `/${place.table.set}${queryOf(listParams(place))}`;
    case 'new':
      return `/${place.table.set}/new`;
    case 'record':
      return `/${place.table.set}/${place.id}${queryOf({ tab: place.tab })}`;
  }
}

export type ListPlace = Extract<Place, { at: 'list' }>;

export function recordPlace(table: CrmTable, id: string): Place {
  return { at: 'record', table, id };
}

/** The first page of a list, unsearched, by name. */
export function listPlace(table: CrmTable): ListPlace {
  return { at: 'list', table, search: '', descending: false, page: 1 };
}

function listParams({ search, sort, descending, page }: ListState): Record<string, string | undefined> {
  return {
    search: search || undefined,
    sort,
    order: descending ? 'desc' : undefined,
    page: page > 1 ? String(page) : undefined,
  };
}

function queryOf(params: Record<string, string | undefined>): string {
  const given = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
