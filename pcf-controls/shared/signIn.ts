import { answered, refused, type Answer } from './answer';

/** The seam by which an organisation tells the controls where the service is and who the user is. */
export interface SignIn {
  serviceAddress(): Promise<string>;
  getToken(): Promise<string>;
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
