import { setTimeout } from 'node:timers/promises';
import type { CrmAccess } from '../entra/onBehalfOf';
import { patiently } from '../patiently';

/** Dataverse did not tell what it was asked; the message tells the user why and what to do. */
export class CrmNotRead extends Error {
  override readonly name = 'CrmNotRead';
}

export interface WebApiOptions {
  readonly access: () => Promise<CrmAccess>;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** What Dataverse answered; the body of a 200 alone is read. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Asks Dataverse's Web API by a path below its root, or by a link that it gave. @throws CrmNotRead */
export type AskDataverse = (question: string, prefer?: readonly string[]) => Promise<Answered>;

/** Milliseconds that an answer may take: pages of long texts take their time. */
const timeout = 60_000;

/** Reads Dataverse, patiently: it asks for time where it is asked too much. */
export function dataverse({ access, fetch: ask = fetch, sleep = (ms) => setTimeout(ms) }: WebApiOptions): AskDataverse {
  return async (question, prefer = []) => {
    const { address, token } = await access();
    const root = `${address}/api/data/v9.2/`;
    // The token goes nowhere else, whatever a link says.
    const url = question.startsWith('https:') || question.startsWith('http:') ? question : `${root}${question}`;
    if (!url.startsWith(root)) throw new CrmNotRead(`Dataverse at ${address} names a page that is not its own.`);
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'odata-version': '4.0',
      ...(prefer.length > 0 ? { prefer: prefer.join(',') } : {}),
    };
    const response = await patiently(
      () => ask(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeout) }),
      sleep,
    );
    if (!(response instanceof Response))
      throw new CrmNotRead(`Dataverse at ${address} does not answer. Try again; what was read stays read.`, {
        cause: response,
      });
    const { status } = response;
    if (status === 401 || status === 403)
      throw new CrmNotRead(
        `Dataverse at ${address} does not let the service read (${status}). Make it an application user there, with the roles Insights Marketer and Marketing Records Reader or others that read the records.`,
      );
    if (status >= 500 || status === 429)
      throw new CrmNotRead(`Dataverse at ${address} answers ${status}. Try again; what was read stays read.`);
    return { status, body: status === 200 ? await response.json() : undefined };
  };
}
