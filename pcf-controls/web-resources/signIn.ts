import {
  BrowserCacheLocation,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
} from '@azure/msal-browser';
import { userNameOf, variablesOf, type Ask } from './organisation';
import { entraSignIn } from './tokens';

/** Where this file was loaded from: beside it lies the page to which Entra sends users back. */
const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : window.location.href;

const ask: Ask = async (address) => {
  const response = await fetch(new URL(`/api/data/v9.2/${address}`, here), { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`Dataverse answered ${response.status}.`);
  return response.json();
};

window.RecordInsightsSignIn = entraSignIn({
  variables: () => variablesOf(ask),
  userName: () => userNameOf(ask),
  open: ({ rin_Authority: authority, rin_ClientId: clientId }) =>
    createStandardPublicClientApplication({
      auth: { authority, clientId, redirectUri: new URL('signInDone.html', here).href },
      cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
    }),
  mustAsk: (error): error is Error => error instanceof InteractionRequiredAuthError,
});
