import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** Milliseconds that Entra may take; the library itself would wait for ever. */
const timeout = 5_000;

/** Carries the library's questions to Entra. */
export function networkOver(ask: typeof fetch): INetworkModule {
  async function request<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
    const response = await ask(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeout) });
    return {
      headers: Object.fromEntries(response.headers),
      status: response.status,
      body: (await response.json()) as T,
    };
  }
  const headersOf = (options?: NetworkRequestOptions): RequestInit =>
    options?.headers ? { headers: options.headers } : {};
  return {
    sendGetRequestAsync: (url, options) => request(url, headersOf(options)),
    sendPostRequestAsync: (url, options) =>
      request(url, { ...headersOf(options), method: 'POST', body: options?.body ?? '' }),
  };
}
