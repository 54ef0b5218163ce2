import { getJson } from './json';

/** The seam through which controls reach the service: its address, and a token of the signed-in user. */
interface SignInSeam {
  serviceAddress(): Promise<string>;
  /** A token that holds for another minute at least. */
  getToken(): Promise<string>;
}

const marginMs = 60_000;
const variable =
  "/api/data/v9.2/environmentvariabledefinitions?$select=defaultvalue&$filter=schemaname eq 'rin_ServiceAddress'";

function seam(): SignInSeam {
  let address: Promise<string> | undefined;
  let held: { readonly token: string; readonly until: number } | undefined;
  return {
    serviceAddress: () =>
      (address ??= readAddress().catch((error: unknown) => {
        address = undefined;
        throw error;
      })),
    getToken: async () => {
      if (!held || held.until - marginMs < Date.now()) held = await freshToken();
      return held.token;
    },
  };
}

async function readAddress(): Promise<string> {
  const { value } = await getJson<{ value: readonly { defaultvalue: string }[] }>(variable);
  const [found] = value;
  if (!found) throw new Error('The environment variable rin_ServiceAddress is not set.');
  return found.defaultvalue;
}

async function freshToken(): Promise<{ token: string; until: number }> {
  const { token } = await getJson<{ token: string }>('/auth/token');
  return { token, until: expiryOf(token) };
}

/** When a token ends, in milliseconds; its middle part says so. */
function expiryOf(token: string): number {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const { exp } = JSON.parse(atob(payload)) as { exp: number };
  return exp * 1000;
}

Object.assign(window, { RecordInsightsSignIn: seam() });
