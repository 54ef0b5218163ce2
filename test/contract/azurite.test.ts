import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { startAzurite } from './azurite';

test('an Azurite that cannot listen is a failure that says what it printed', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(startAzurite(port)).rejects.toThrow(/Azurite ended with \d+ before it listened:[^]*EADDRINUSE/);
  server.close();
}, 30_000);
