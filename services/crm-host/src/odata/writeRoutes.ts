import { randomUUID } from 'node:crypto';
import type { FastifyPluginCallback, FastifyReply } from 'fastify';
import { mayRead } from '../rights';
import { textOf } from '../row';
import { addressOf, recordAddress } from './address';
import { changedColumns, laterThan, withAccountSince, withFullName } from './changes';
import { noPrivilege } from './odataError';
import { readableRow, requiredCaller, rootOf, type WebApiOptions, type WebApiRoute } from './webApi';

/** Writing through the Web API: who may read a record may change it. */
export const writeRoutes: FastifyPluginCallback<WebApiOptions> = (app, { identity }, done) => {
  const { records } = identity;
  const root = rootOf(identity);

  app.post<WebApiRoute>('/*', async (request, reply) => {
    const user = await requiredCaller(identity, request);
    const { table } = addressOf(request.params['*']);
    const [id, now] = [randomUUID(), new Date().toISOString()];
    const given = changedColumns(request.body);
    const columns = { _ownerid_value: user.id, statecode: 0, ...given, createdon: now, modifiedon: now };
    const row = withAccountSince(withFullName({ ...columns, [table.key]: id }, given), {}, now);
    if (!mayRead(user, table, row, records)) throw noPrivilege(table.table, id);
    await records.put(table, row);
    return noContent(reply, `${root}${table.set}(${id})`);
  });

  app.patch<WebApiRoute>('/*', async (request, reply) => {
    const { table, id } = recordAddress(request.params['*']);
    const row = readableRow(identity, await requiredCaller(identity, request), table, id);
    const now = laterThan(textOf(row, 'modifiedon'));
    const change = { ...changedColumns(request.body), modifiedon: now };
    const changed = withFullName({ ...row, ...change, [table.key]: textOf(row, table.key) }, change);
    await records.put(table, withAccountSince(changed, row, now));
    return noContent(reply, `${root}${table.set}(${id})`);
  });

  app.delete<WebApiRoute>('/*', async (request, reply) => {
    const { table, id } = recordAddress(request.params['*']);
    readableRow(identity, await requiredCaller(identity, request), table, id);
    await records.remove(table, id);
    return reply.code(204).send();
  });
  done();
};

function noContent(reply: FastifyReply, address: string): FastifyReply {
  return reply.code(204).header('odata-entityid', address).send();
}
