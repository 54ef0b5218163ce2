import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import type { SignIn } from '../shared/signIn';
import type { Variables } from './organisation';

/** What is used of msal-browser. */
export interface Entra {
  getAllAccounts(): readonly AccountInfo[];
  /** @throws where the user must be asked */
  ssoSilent(request: { scopes: string[]; loginHint?: string }): Promise<AuthenticationResult>;
  /** @throws where the user must be asked */
  acquireTokenSilent(request: { scopes: string[]; account: AccountInfo }): Promise<AuthenticationResult>;
  /** @throws where the user closes the window, or may not sign in */
  acquireTokenPopup(request: PopupRequest): Promise<AuthenticationResult>;
}

interface PopupRequest {
  readonly scopes: string[];
  readonly loginHint?: string;
  /** A page cannot see that its sign-in window was closed: whoever asks again means a new one. */
  readonly overrideInteractionInProgress: true;
}

export interface SignInPorts {
  readonly variables: () => Promise<Variables>;
  readonly userName: () => Promise<string | undefined>;
  readonly open: (variables: Variables) => Promise<Entra>;
  /** Whether an error says that silence will not do, whatever is tried. */
  readonly mustAsk: (error: unknown) => error is Error;
}

/** An organisation's variables and what signs in to it. */
interface Opened {
  readonly entra: Entra;
  readonly scopes: string[];
  readonly hint: { readonly loginHint?: string };
}

/**
 * Signs in through Microsoft Entra for all controls of a page: without asking where that is possible, else in a window
 * once the user wants it. Controls that ask at the same time share one answer, and what failed for want of the user is
 * not tried again until the user has signed in. Tokens stay in memory.
 */
export function entraSignIn({ variables, userName, open, mustAsk }: SignInPorts): SignIn {
  const read = once(variables);
  const opened = once(async (): Promise<Opened> => {
    const [said, loginHint] = await Promise.all([read(), userName()]);
    return { entra: await open(said), scopes: [said.rin_Scope], hint: loginHint === undefined ? {} : { loginHint } };
  });
  let asking: Promise<string> | undefined;
  let needed: Error | undefined;

  async function silently(): Promise<string> {
    const { entra, scopes, hint } = await opened();
    const [account] = entra.getAllAccounts();
    const result = await (account
      ? entra.acquireTokenSilent({ scopes, account })
      : entra.ssoSilent({ scopes, ...hint }));
    return result.accessToken;
  }

  return {
    serviceAddress: async () => {
      const said = await read();
      return Object.values(said).includes('') ? '' : said.rin_ServiceAddress;
    },
    getToken: () => {
      if (needed !== undefined) return Promise.reject(needed);
      asking ??= silently()
        .catch((error: unknown) => {
          if (mustAsk(error)) needed = error;
          throw error;
        })
        .finally(() => (asking = undefined));
      return asking;
    },
    signIn: async () => {
      const { entra, scopes, hint } = await opened();
      await entra.acquireTokenPopup({ scopes, ...hint, overrideInteractionInProgress: true });
      needed = undefined;
    },
  };
}

/** The same answer for all who ask; after a failure the next one tries again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | undefined;
  return () =>
    (held ??= work().catch((error: unknown) => {
      held = undefined;
      throw error;
    }));
}
