import {
  readDirectoryItem,
  recordTypes,
  toldProperties,
  toldTypes,
  type IngestAnswer,
  type Item,
  type RecordType,
  type Row,
  type TableSet,
} from '@record-insights/domain';
import { memoryStore } from '../../../../test/harness/memoryStore';
import { openPlaces } from './places';
import { tellDirectory, type TableTold } from './tellDirectory';
import { dataverse } from './webApi';

const address = 'https://crm.example';
const root = `${address}/api/data/v9.2/`;
const now = Date.parse('2026-11-24T10:00:00Z');
const id = (n: number): string => `11111111-1111-4111-8111-${String(n).padStart(12, '0')}`;

interface Table {
  readonly recordType: RecordType;
  rows: Row[];
  gone: string[];
  isTracked: boolean;
  columns: readonly string[];
}

/** Dataverse with the tables of a set, two rows a page, and a delta link that tells what was added since. */
function fakeDataverse(set: TableSet) {
  const tables = new Map<string, Table>();
  for (const recordType of toldTypes)
    tables.set(recordTypes[recordType].tables[set].set, {
      recordType,
      rows: [],
      gone: [],
      isTracked: true,
      columns: toldProperties(recordType, set).map((name) => name.replace(/^_(\w+)_value$/, '$1')),
    });
  const asked: string[] = [];
  const answers: (() => Response | undefined)[] = [];
  const tableOf = (recordType: RecordType): Table => tables.get(recordTypes[recordType].tables[set].set)!;

  function answer(url: URL): Response {
    const path = url.pathname.replace('/api/data/v9.2/', '');
    const named = /^EntityDefinitions\(LogicalName='(\w+)'\)$/.exec(path)?.[1];
    if (named !== undefined) {
      const table = [...tables.values()].find(({ recordType }) => recordTypes[recordType].tables[set].table === named);
      if (!table) return new Response('', { status: 404 });
      const Attributes = table.columns.map((LogicalName) => ({ LogicalName }));
      return Response.json({ ChangeTrackingEnabled: table.isTracked, Attributes });
    }
    const table = tables.get(path);
    if (!table) return new Response('', { status: 404 });
    const [since, from] = ['deltatoken', 'skip'].map((name) => Number(url.searchParams.get(`$${name}`) ?? 0)) as [
      number,
      number,
    ];
    const rows = table.rows.slice(since).slice(from, from + 2);
    const more = table.rows.length > since + from + 2;
    const link = (name: string, value: number): string =>
      `${root}${path}?$select=${url.searchParams.get('$select') ?? ''}&$${name}=${value}${name === 'skip' ? `&$deltatoken=${since}` : ''}`;
    const gone =
      more || since === 0
        ? []
        : table.gone.map((one) => ({
            '@odata.context': `${root}$metadata#${path}/$deletedEntity`,
            id: one,
            reason: 'deleted',
          }));
    return Response.json({
      value: [...rows, ...gone],
      ...(more ? { '@odata.nextLink': link('skip', from + 2) } : {}),
      ...(!more && table.isTracked ? { '@odata.deltaLink': link('deltatoken', table.rows.length) } : {}),
    });
  }

  const store = memoryStore();
  const pauses: number[] = [];
  const ask = dataverse({
    access: () => Promise.resolve({ address, token: 't' }),
    fetch: (url, init) => {
      expect(new Headers(init?.headers).get('authorization')).toBe('Bearer t');
      asked.push(decodeURIComponent((url as string).replace(root, '')));
      return Promise.resolve(answers.shift()?.() ?? answer(new URL(url as string)));
    },
    sleep: (ms) => Promise.resolve(void pauses.push(ms)),
  });

  async function run(tell?: (items: readonly Item[]) => Promise<IngestAnswer>) {
    const told: Item[] = [];
    asked.length = 0;
    const take = (items: readonly Item[]): Promise<IngestAnswer> => {
      told.push(...items);
      return Promise.resolve({ batch: 'b', accepted: items.length, refused: [] });
    };
    const tables = await tellDirectory({
      ask,
      set,
      places: openPlaces(store, 'o'),
      tell: tell ?? take,
      now: () => now,
      onProgress: () => undefined,
    });
    const of = (recordType: RecordType): TableTold => tables.find((one) => one.recordType === recordType)!;
    return { told, of };
  }
  return { tables, tableOf, run, asked, answers, pauses };
}

const contact = (n: number, columns: Row = {}): Row => ({
  contactid: id(n),
  modifiedon: '2026-11-20T08:00:00Z',
  ...columns,
});

test('everything is told the first time, page by page, and afterwards what changed or is no more', async () => {
  const { tableOf, run, asked } = fakeDataverse('vendor');
  const contacts = tableOf('contact');
  contacts.rows = [0, 1, 2, 3, 4].map((n) => contact(n));
  const first = await run();
  expect(first.told.map((item) => item.id)).toEqual([0, 1, 2, 3, 4].map(id));
  expect((await run()).told).toEqual([]);
  contacts.rows.push(contact(1, { modifiedon: '2026-11-21T08:00:00Z', _parentcustomerid_value: id(9) }));
  contacts.gone.push(id(2).toUpperCase());
  const { told, of } = await run();
  expect(told).toEqual([
    {
      kind: 'contact',
      id: id(1),
      op: 'upsert',
      at: '2026-11-21T08:00:00Z',
      fields: expect.objectContaining({ accountId: id(9) }) as unknown,
    },
    { kind: 'contact', id: id(2), op: 'delete', at: '2026-11-24T10:00:00.000Z' },
  ]);
  expect([of('contact').records, of('contact').gone]).toEqual([1, 1]);
  expect(asked.filter((one) => one.startsWith('contacts'))).toEqual([expect.stringContaining('$deltatoken=5')]);
});

test('of the vendor’s tables each fact is read from the columns that they have', async () => {
  const { tableOf, run } = fakeDataverse('vendor');
  const changed = { modifiedon: '2026-11-20T08:00:00Z', statuscode: 192350001 };
  tableOf('journey').rows = [
    {
      msdyncrm_customerjourneyid: id(1),
      ...changed,
      msdyncrm_name: 'Spring',
      msdyncrm_startdatetime: '2026-03-01T00:00:00Z',
      msdyncrm_workflowdefinition: '[{"ActivityId":"01"}]',
    },
  ];
  tableOf('page').rows = [
    {
      msdyncrm_marketingpageid: id(2),
      ...changed,
      msdyncrm_full_page_url: 'https://a.example',
      _msdyncrm_marketingwebsite_value: id(3),
      '_msdyncrm_marketingwebsite_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'msdyncrm_website',
    },
  ];
  tableOf('segment').rows = [
    { msdyncrm_segmentid: id(4), ...changed, msdyncrm_segmentmemberids: JSON.stringify([`crm${id(5)}`]) },
  ];
  tableOf('lead').rows = [{ leadid: id(6), modifiedon: changed.modifiedon, _parentcontactid_value: id(5) }];
  const { told } = await run();
  const fieldsOf = (kind: string): unknown => told.find((item) => item.kind === kind)?.fields;
  expect(fieldsOf('journey')).toMatchObject({
    name: 'Spring',
    startsAt: '2026-03-01T00:00:00Z',
    definition: [{ ActivityId: '01' }],
  });
  expect(fieldsOf('page')).toMatchObject({ url: 'https://a.example', websiteId: id(3) });
  expect(fieldsOf('segmentMembers')).toEqual({ segmentId: id(4), contactIds: [`crm${id(5)}`] });
  expect(fieldsOf('lead')).toMatchObject({ contactId: id(5) });
  expect(fieldsOf('liveState')).toEqual({ state: 'live' });
  expect(
    told.flatMap((item) => ('refusal' in readDirectoryItem(JSON.parse(JSON.stringify(item)), now) ? [item] : [])),
  ).toEqual([]);
});

test('a contact whose parent customer is a contact belongs to no account', async () => {
  const { tableOf, run } = fakeDataverse('own');
  const named = { '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact' };
  tableOf('contact').rows = [contact(1, { _parentcustomerid_value: id(2), ...named })];
  expect((await run()).told[0]?.fields?.['accountId']).toBeUndefined();
});

test('what ends half way goes on at the page that was not told', async () => {
  const { tableOf, run } = fakeDataverse('vendor');
  tableOf('contact').rows = [0, 1, 2, 3, 4].map((n) => contact(n));
  let pages = 0;
  const failing = run((items) =>
    ++pages === 2
      ? Promise.reject(new Error('ended'))
      : Promise.resolve({ batch: 'b', accepted: items.length, refused: [] }),
  );
  await expect(failing).rejects.toThrow('ended');
  expect((await run()).told.map((item) => item.id)).toEqual([2, 3, 4].map(id));
});

test('a table that is not there is left out, a column that is not there is named and not asked for', async () => {
  const { tables, tableOf, run, asked } = fakeDataverse('vendor');
  tables.delete('leads');
  tableOf('contact').columns = tableOf('contact').columns.filter((name) => name !== 'masterid');
  const { of } = await run();
  expect(of('lead').shape).toBeUndefined();
  expect(of('contact').shape?.missing).toEqual(['_masterid_value']);
  expect(asked.find((one) => one.startsWith('contacts?'))).not.toContain('masterid');
});

test('all is read again when another column is to be read, when Dataverse has forgotten the place, or when it tracks no changes', async () => {
  const { tableOf, run, answers } = fakeDataverse('vendor');
  const contacts = tableOf('contact');
  contacts.rows = [contact(1)];
  await run();
  contacts.columns = contacts.columns.filter((name) => name !== 'masterid');
  expect((await run()).told).toHaveLength(1);
  answers.push(
    () => undefined,
    () => new Response('', { status: 410 }),
  );
  expect((await run()).told).toHaveLength(1);
  contacts.isTracked = false;
  await run();
  expect((await run()).told).toHaveLength(1);
});

test('Dataverse that asks for time gets it; one that lets nobody in is told as such, and its token goes nowhere else', async () => {
  const { run, answers, pauses, tableOf } = fakeDataverse('vendor');
  answers.push(() => new Response('', { status: 429, headers: { 'retry-after': '7' } }));
  await run();
  expect(pauses).toEqual([7_000]);
  answers.push(() => new Response('', { status: 403 }));
  await expect(run()).rejects.toThrow(/does not let the service read \(403\)\. Make it an application user/);
  tableOf('contact').isTracked = true;
  answers.push(
    () => undefined,
    () => Response.json({ value: [], '@odata.nextLink': 'https://elsewhere.example/api/data/v9.2/contacts' }),
  );
  await expect(run()).rejects.toThrow(/names a page that is not its own/);
});

test('what the directory refuses is counted by why', async () => {
  const { tableOf, run } = fakeDataverse('vendor');
  tableOf('contact').rows = [contact(1), contact(2)];
  const refusal = { code: 'notATime', field: 'at', message: '' } as const;
  const { of } = await run((items) =>
    Promise.resolve({ batch: 'b', accepted: 0, refused: items.map((_, index) => ({ ...refusal, index })) }),
  );
  expect([...of('contact').refused]).toEqual([['notATime at', 2]]);
});
