import { answered, refused } from './answer';
import { accessOf, askToSignIn } from './signIn';

const crm = 'https://crm.example';
const scripts = (): readonly HTMLScriptElement[] => [...document.head.querySelectorAll('script')];

beforeEach(() => {
  delete window.RecordInsightsSignIn;
  for (const script of scripts()) script.remove();
});

test('the web resource that knows service and sign-in is loaded once, however many ask', async () => {
  const both = Promise.all([accessOf(crm), accessOf(crm)]);
  expect(scripts().map(({ src }) => src)).toEqual([`${crm}/WebResources/rin_/signIn.js`]);
  window.RecordInsightsSignIn = {
    serviceAddress: () => Promise.resolve('https://service.example/'),
    getToken: () => Promise.resolve('a-token'),
  };
  scripts()[0]!.dispatchEvent(new Event('load'));
  const access = answered({ service: 'https://service.example', token: 'a-token' });
  expect(await both).toEqual([access, access]);
});

test('where it is missing, nothing is configured, and the next attempt looks again', async () => {
  for (const attempt of [1, 2]) {
    const asked = accessOf('https://other.example');
    expect(scripts()).toHaveLength(attempt);
    scripts().at(-1)!.dispatchEvent(new Event('error'));
    expect(await asked).toEqual(refused({ kind: 'notConfigured' }));
  }
});

test.each([
  ['is empty', () => Promise.resolve('')],
  ['cannot be had', () => Promise.reject(new Error('signed out'))],
])('sign-in is needed when the token %s', async (_how, getToken) => {
  window.RecordInsightsSignIn = { serviceAddress: () => Promise.resolve('https://service.example'), getToken };
  expect(await accessOf(crm)).toEqual(refused({ kind: 'signInNeeded' }));
});

describe('Letting the user sign in', () => {
  const seam = {
    serviceAddress: () => Promise.resolve('https://service.example'),
    getToken: () => Promise.resolve(''),
  };

  test('is the web resource’s to do, at once, while the click is handled', async () => {
    const signIn = jest.fn(() => Promise.resolve());
    window.RecordInsightsSignIn = { ...seam, signIn };
    const done = askToSignIn();
    expect(signIn).toHaveBeenCalledTimes(1);
    await done;
  });

  test('ends quietly where the window is closed, and where nobody ever has to', async () => {
    window.RecordInsightsSignIn = { ...seam, signIn: () => Promise.reject(new Error('user_cancelled')) };
    await askToSignIn();
    window.RecordInsightsSignIn = seam;
    await askToSignIn();
  });
});
