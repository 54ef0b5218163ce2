import { userNameOf, variablesOf } from './organisation';

const answering =
  (answers: Readonly<Record<string, unknown>>) =>
  (address: string): Promise<unknown> => {
    const key = Object.keys(answers).find((start) => address.startsWith(start));
    return key === undefined
      ? Promise.reject(new Error(`Dataverse answered 403 to ${address}`))
      : Promise.resolve(answers[key]);
  };

describe('The variables of the environment', () => {
  const value = 'environmentvariabledefinition_environmentvariablevalue';

  test('are the organisation’s own values, else those of the definitions, else empty', async () => {
    const definitions = {
      value: [
        { schemaname: 'rin_ServiceAddress', defaultvalue: 'https://other', [value]: [{ value: 'https://own' }] },
        { schemaname: 'rin_ClientId', defaultvalue: 'controls', [value]: [] },
        { schemaname: 'rin_Scope', defaultvalue: null, [value]: [{ value: null }] },
      ],
    };
    expect(await variablesOf(answering({ environmentvariabledefinitions: definitions }))).toEqual({
      rin_ServiceAddress: 'https://own',
      rin_Authority: '',
      rin_ClientId: 'controls',
      rin_Scope: '',
    });
  });

  test('are asked for by name, in one question', async () => {
    const asked: string[] = [];
    await variablesOf((address) => {
      asked.push(address);
      return Promise.resolve({ value: [] });
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain("schemaname eq 'rin_Authority' or schemaname eq 'rin_ClientId'");
  });
});

describe('The name with which a user signs in', () => {
  const WhoAmI = { UserId: 'u1' };

  test('is the one in CRM', async () =>
    expect(await userNameOf(answering({ WhoAmI, 'systemusers(u1)': { domainname: 'emil@example.com' } }))).toBe(
      'emil@example.com',
    ));

  test('is none where CRM has none or does not tell', async () => {
    expect(await userNameOf(answering({ WhoAmI, 'systemusers(u1)': { domainname: '' } }))).toBeUndefined();
    expect(await userNameOf(answering({ WhoAmI }))).toBeUndefined();
  });
});
