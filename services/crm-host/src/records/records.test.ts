import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableNamed } from '../tables';
import { loadRecords } from './records';

const account = tableNamed('account')!;
let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'records-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('Records', () => {
  test('are found by id in any spelling', async () => {
    const id = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
    await writeFile(join(folder, 'account.json'), JSON.stringify([{ accountid: id, name: 'Solheim Brewery' }]));
    const records = await loadRecords(folder);
    expect(records.row('account', `{${id.toUpperCase()}}`)).toMatchObject({ name: 'Solheim Brewery' });
  });

  test('written at once end up all on the disk, and no draft is left', async () => {
    const records = await loadRecords(folder);
    const ids = Array.from({ length: 20 }, (_, index) => `00000000-0000-4000-8000-0000000000${10 + index}`);
    await Promise.all(ids.map((accountid) => records.put(account, { accountid, name: accountid })));
    const again = await loadRecords(folder);
    expect(again.rows('account').map((row) => row['accountid'])).toEqual(ids);
    expect(await readdir(folder)).toEqual(['account.json']);
  });

  test('removed are gone after a restart', async () => {
    const records = await loadRecords(folder);
    await records.put(account, { accountid: 'a' });
    await records.remove(account, 'a');
    expect(JSON.parse(await readFile(join(folder, 'account.json'), 'utf8'))).toEqual([]);
  });

  test.each([
    ['{}', 'is no array of records'],
    ['[', 'is no JSON'],
    ['[{"name":"No id"}]', 'Record 1 in'],
  ])('in a file that holds %s are refused, and the file is named', async (content, message) => {
    await writeFile(join(folder, 'account.json'), content);
    await expect(loadRecords(folder)).rejects.toThrow(message);
    await expect(loadRecords(folder)).rejects.toThrow('account.json');
  });
});
