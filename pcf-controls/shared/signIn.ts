import { answered, refused, type Answer } from './answer';

/** The seam by which an organisation tells the controls where the service is and who the user is. */
export interface SignIn {
  /** Empty where nobody has said it. */
  serviceAddress(): Promise<string>;
  /** @throws where the user has to sign in first */
  getToken(): Promise<string>;
  /** Lets the user sign in, in a window. Absent where nobody ever has to. */
  signIn?(): Promise<void>;
}

declare global {
  interface Window {
    RecordInsightsSignIn?: SignIn;
  }
}

/** Where to ask, and with which token. */
export interface Access {
  readonly service: string;
  readonly token: string;
}

const script = '/WebResources/rin_/signIn.js';
const loading = new Map<string, Promise<void>>();

/** The service's address and a fresh token of the user; loads the web resource that knows them when it is not there yet. */
export async function accessOf(clientUrl: string): Promise<Answer<Access>> {
  const service = await serviceOf(clientUrl);
  if (service === undefined) return refused({ kind: 'notConfigured' });
  try {
    const token = await window.RecordInsightsSignIn?.getToken();
    return token === undefined || token === '' ? refused({ kind: 'signInNeeded' }) : answered({ service, token });
  } catch {
    return refused({ kind: 'signInNeeded' });
  }
}

/** Lets the user sign in. Called while a click is handled: else browsers keep the window shut. */
export async function askToSignIn(): Promise<void> {
  try {
    await window.RecordInsightsSignIn?.signIn?.();
  } catch {
    // The window was closed, or Entra refused: who asks for a token next is told that sign-in is needed.
  }
}

async function serviceOf(clientUrl: string): Promise<string | undefined> {
  try {
    if (!window.RecordInsightsSignIn) await loadOnce(`${clientUrl}${script}`);
    const address = await window.RecordInsightsSignIn?.serviceAddress();
    return address === '' ? undefined : address?.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}

/** One script element however many controls ask; a failed load may be tried again. */
function loadOnce(address: string): Promise<void> {
  const held = loading.get(address) ?? load(address);
  loading.set(address, held);
  held.catch(() => loading.delete(address));
  return held;
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${address} could not be loaded.`));
    document.head.append(element);
  });
}
