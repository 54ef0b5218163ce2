import { recordNames, type WebApiPort } from './recordNames';

const id = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
const tables = { email: { table: 'rin_email', set: 'rin_emails', key: 'rin_emailid', name: 'rin_name' } };

/** A CRM that knows these ids, and writes down what it was asked. */
function crm(known: readonly string[]): { port: WebApiPort; asked: string[]; isDown: boolean } {
  const asked: string[] = [];
  const state = {
    asked,
    isDown: false,
    port: {
      retrieveMultipleRecords: (table: string, options: string) => {
        asked.push(`${table} ${options}`);
        if (state.isDown) return Promise.reject(new Error('away'));
        const entities = known
          .filter((one) => options.includes(one))
          .map((one) => ({ rin_emailid: one.toUpperCase(), rin_name: `Email ${one.slice(-2)}` }));
        return Promise.resolve({ entities });
      },
    },
  };
  return state;
}

/** Waits until everything asked so far is answered. */
const told = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe('Names of records', () => {
  test('are asked of CRM together, and kept', async () => {
    const { port, asked } = crm([id(1), id(2)]);
    const names = recordNames(port, tables);
    expect(names.nameOf('email', id(1))).toEqual({ state: 'asking' });
    expect(names.nameOf('email', id(2))).toEqual({ state: 'asking' });
    await told();
    expect(names.nameOf('email', id(1))).toEqual({ state: 'named', name: 'Email 01' });
    expect(names.nameOf('email', id(2))).toEqual({ state: 'named', name: 'Email 02' });
    expect(asked).toEqual([`rin_email ?$select=rin_name&$filter=rin_emailid eq ${id(1)} or rin_emailid eq ${id(2)}`]);
  });

  test('are found however the id is spelled', async () => {
    const names = recordNames(crm([id(1)]).port, tables);
    names.nameOf('email', `{${id(1).toUpperCase()}}`);
    await told();
    expect(names.nameOf('email', id(1))).toEqual({ state: 'named', name: 'Email 01' });
  });

  test('are asked in batches of forty', async () => {
    const { port, asked } = crm([]);
    const names = recordNames(port, tables);
    for (let n = 0; n < 90; n += 1) names.nameOf('email', id(n));
    await told();
    expect(asked).toHaveLength(3);
  });

  test('say that a record cannot be opened when CRM does not tell, the id is none, or there is no table', async () => {
    const names = recordNames(crm([]).port, tables);
    expect(names.nameOf('email', 'Winter check')).toEqual({ state: 'cannotOpen' });
    names.nameOf('email', id(1));
    names.nameOf('journey', id(2));
    await told();
    expect(names.nameOf('email', id(1))).toEqual({ state: 'cannotOpen' });
    expect(names.nameOf('journey', id(2))).toEqual({ state: 'cannotOpen' });
  });

  test('are asked again some time after CRM was away', async () => {
    jest.useFakeTimers();
    try {
      const state = crm([id(1)]);
      const names = recordNames(state.port, tables);
      state.isDown = true;
      names.nameOf('email', id(1));
      await jest.advanceTimersByTimeAsync(1);
      expect(names.nameOf('email', id(1))).toEqual({ state: 'cannotOpen' });
      state.isDown = false;
      await jest.advanceTimersByTimeAsync(30_000);
      expect(names.nameOf('email', id(1))).toEqual({ state: 'asking' });
      await jest.advanceTimersByTimeAsync(1);
      expect(names.nameOf('email', id(1))).toEqual({ state: 'named', name: 'Email 01' });
    } finally {
      jest.useRealTimers();
    }
  });
});
