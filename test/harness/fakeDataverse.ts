import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Dataverse that lets the bearers of tokens read records, and nothing more. */
export interface FakeDataverse {
  readonly address: string;
  /** Which records a token may read, by id; a token that is not here is none of Dataverse's. */
  readonly readable: Map<string, Set<string>>;
  /** Paths that were asked for, with their tokens. */
  readonly asked: { readonly path: string; readonly token: string }[];
  stop(): Promise<void>;
  /** Goes on at the same address. */
  start(): Promise<void>;
}

const answers = { nobody: 401, hidden: 403, shown: 200 } as const;

export async function startFakeDataverse(): Promise<FakeDataverse> {
  const readable = new Map<string, Set<string>>();
  const asked: { path: string; token: string }[] = [];
  const server = createServer((request, response) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const path = decodeURIComponent(request.url ?? '');
    asked.push({ path, token });
    const ids = readable.get(token);
    const [, id = ''] = /\(([\w-]+)\)\?/.exec(path) ?? [];
    const status = ids === undefined ? answers.nobody : ids.has(id) ? answers.shown : answers.hidden;
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  let port = 0;
  const start = async (): Promise<void> => {
    await new Promise<void>((ready) => server.listen(port, 'localhost', ready));
    ({ port } = server.address() as AddressInfo);
  };
  await start();
  return {
    address: `http://localhost:${port}`,
    readable,
    asked,
    start,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
