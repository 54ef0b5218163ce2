import { addScript } from './control/loadControl';
import { getJson } from './json';

/** What the sign-in web resource puts on the page. */
interface SignInSeam {
  serviceAddress(): Promise<string>;
  getToken(): Promise<string>;
  /** Not here: whoever has the page open is signed in. */
  signIn?(): Promise<void>;
}

declare global {
  interface Window {
    RecordInsightsSignIn?: SignInSeam;
  }
}

/** Asks the service in the name of the signed-in user, through the seam that the controls use. */
export async function askService<T>(path: string, init: RequestInit = {}): Promise<T> {
  const seam = await signInSeam();
  const [address, token] = await Promise.all([seam.serviceAddress(), seam.getToken()]);
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return getJson<T>(address.replace(/\/$/, '') + path, { ...init, credentials: 'omit', headers });
}

async function signInSeam(): Promise<SignInSeam> {
  if (!window.RecordInsightsSignIn) await addScript('/WebResources/rin_/signIn.js');
  if (!window.RecordInsightsSignIn) throw new Error('The sign-in web resource is not what it should be.');
  return window.RecordInsightsSignIn;
}
