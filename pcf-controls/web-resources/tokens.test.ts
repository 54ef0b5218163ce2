import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import type { Variables } from './organisation';
import { entraSignIn, type Entra } from './tokens';

const said: Variables = {
  rin_ServiceAddress: 'https://service.example',
  rin_Authority: 'https://login.example/tenant',
  rin_ClientId: 'controls',
  rin_Scope: 'api://service/access_as_user',
};
const scopes = [said.rin_Scope];
const emil = { username: 'emil@example.com' } as AccountInfo;
const loginNeeded = new Error('login_required');
const away = new Error('network');

const token = (accessToken: string): Promise<AuthenticationResult> =>
  Promise.resolve({ accessToken } as AuthenticationResult);

/** Entra as the test wants it, and everything that was asked of it. */
function fakeEntra(answers: Partial<Entra> = {}): { entra: Entra; asked: unknown[] } {
  const asked: unknown[] = [];
  const noting =
    <R>(name: string, answer: (request: R) => Promise<AuthenticationResult>) =>
    (request: R): Promise<AuthenticationResult> => {
      asked.push([name, request]);
      return answer(request);
    };
  const entra: Entra = {
    getAllAccounts: answers.getAllAccounts ?? (() => []),
    ssoSilent: noting('ssoSilent', answers.ssoSilent ?? (() => token('silent'))),
    acquireTokenSilent: noting('acquireTokenSilent', answers.acquireTokenSilent ?? (() => token('held'))),
    acquireTokenPopup: noting('acquireTokenPopup', answers.acquireTokenPopup ?? (() => token('popup'))),
  };
  return { entra, asked };
}

const signInWith = (entra: Entra, variables: Partial<Variables> = {}, userName: string | undefined = emil.username) =>
  entraSignIn({
    variables: () => Promise.resolve({ ...said, ...variables }),
    userName: () => Promise.resolve(userName),
    open: () => Promise.resolve(entra),
    mustAsk: (error): error is Error => error === loginNeeded,
  });

describe('The address of the service', () => {
  test('is the organisation’s', async () =>
    expect(await signInWith(fakeEntra().entra).serviceAddress()).toBe('https://service.example'));

  test.each(Object.keys(said))('is not told while %s has no value: then nothing is set up', async (name) =>
    expect(await signInWith(fakeEntra().entra, { [name]: '' }).serviceAddress()).toBe(''),
  );
});

describe('A token', () => {
  test('is had without asking, with the name that Dataverse knows the user by', async () => {
    const { entra, asked } = fakeEntra();
    expect(await signInWith(entra).getToken()).toBe('silent');
    expect(asked).toEqual([['ssoSilent', { scopes, loginHint: emil.username }]]);
  });

  test('is asked for without a name where Dataverse tells none', async () => {
    const { entra, asked } = fakeEntra();
    const { getToken } = entraSignIn({
      variables: () => Promise.resolve(said),
      userName: () => Promise.resolve(undefined),
      open: () => Promise.resolve(entra),
      mustAsk: (error): error is Error => error === loginNeeded,
    });
    await getToken();
    expect(asked).toEqual([['ssoSilent', { scopes }]]);
  });

  test('of a user who is signed in comes from the account, as fresh as it needs to be', async () => {
    const { entra, asked } = fakeEntra({ getAllAccounts: () => [emil] });
    expect(await signInWith(entra).getToken()).toBe('held');
    expect(asked).toEqual([['acquireTokenSilent', { scopes, account: emil }]]);
  });

  test('for three controls at once is asked for once', async () => {
    const { entra, asked } = fakeEntra();
    const { getToken } = signInWith(entra);
    expect(await Promise.all([getToken(), getToken(), getToken()])).toEqual(['silent', 'silent', 'silent']);
    expect(asked).toHaveLength(1);
  });

  test('that only the user can give is not asked for again until the user has signed in', async () => {
    const { entra, asked } = fakeEntra({ ssoSilent: () => Promise.reject(loginNeeded) });
    const signIn = signInWith(entra);
    await expect(signIn.getToken()).rejects.toBe(loginNeeded);
    await expect(signIn.getToken()).rejects.toBe(loginNeeded);
    expect(asked).toHaveLength(1);
    entra.getAllAccounts = () => [emil];
    await signIn.signIn?.();
    expect(await signIn.getToken()).toBe('held');
    expect(asked.slice(1)).toEqual([
      ['acquireTokenPopup', { scopes, loginHint: emil.username, overrideInteractionInProgress: true }],
      ['acquireTokenSilent', { scopes, account: emil }],
    ]);
  });

  test('is still wanted when the user closes the window', async () => {
    const closed = new Error('user_cancelled');
    const { entra } = fakeEntra({
      ssoSilent: () => Promise.reject(loginNeeded),
      acquireTokenPopup: () => Promise.reject(closed),
    });
    const signIn = signInWith(entra);
    await expect(signIn.getToken()).rejects.toBe(loginNeeded);
    await expect(signIn.signIn?.()).rejects.toBe(closed);
    await expect(signIn.getToken()).rejects.toBe(loginNeeded);
  });

  test('that could not be had for a passing reason is asked for again', async () => {
    const answers = [Promise.reject<AuthenticationResult>(away), token('silent')];
    const { entra } = fakeEntra({ ssoSilent: () => answers.shift()! });
    const { getToken } = signInWith(entra);
    await expect(getToken()).rejects.toBe(away);
    expect(await getToken()).toBe('silent');
  });
});
