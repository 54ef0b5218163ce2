import type { FastifyPluginCallback } from 'fastify';
import { mayRead } from '../rights';
import type { CrmTable } from '../tables';
import type { User } from '../users';
import { addressOf } from './address';
import { nameOfLookup } from './annotations';
import { environmentVariables } from './environmentVariables';
import { pageOf, parseQuery, type Page, type Query } from './query';
import { pageSizeOf, readableRow, requiredCaller, rootOf, shownRow } from './webApi';
import type { WebApiOptions, WebApiRoute } from './webApi';

/** Reading through the Web API. Who may not read a record does not find it in lists, and gets 403 for it. */
export const readRoutes: FastifyPluginCallback<WebApiOptions> = (app, options, done) => {
  const { identity, organisation } = options;
  const root = rootOf(identity);

  app.get('/WhoAmI', async (request) => {
    const user = await requiredCaller(identity, request);
    return { BusinessUnitId: organisation.businessUnit, UserId: user.id, OrganizationId: organisation.id };
  });

  app.get<WebApiRoute>('/environmentvariabledefinitions', async (request) => {
    await requiredCaller(identity, request);
    const found = environmentVariables(options.serviceAddress).filter(parseQuery(request.query).filter);
    const value = found.map((row) => ({ ...row, environmentvariabledefinition_environmentvariablevalue: [] }));
    return { '@odata.context': `${root}$metadata#environmentvariabledefinitions`, value };
  });

  app.get<WebApiRoute>('/*', async (request) => {
    const user = await requiredCaller(identity, request);
    const { table, id } = addressOf(request.params['*']);
    const query = parseQuery(request.query);
    const context = `${root}$metadata#${table.set}`;
    if (id !== undefined) {
      const row = readableRow(identity, user, table, id);
      return { '@odata.context': `${context}/$entity`, ...shownRow(identity, request, table, row, query.select) };
    }
    const page = pageForUser(options, user, table, query, pageSizeOf(request));
    return {
      '@odata.context': context,
      ...(query.count ? { '@odata.count': page.total } : {}),
      value: page.rows.map((row) => shownRow(identity, request, table, row, query.select)),
      ...(page.next === undefined ? {} : { '@odata.nextLink': nextLink(root, table, request.query, page.next) }),
    };
  });
  done();
};

function pageForUser({ identity }: WebApiOptions, user: User, table: CrmTable, query: Query, pageSize: number): Page {
  const { records } = identity;
  const rows = records.rows(table.table).filter((row) => mayRead(user, table, row, records));
  return pageOf(rows, query, pageSize, (row, column) => nameOfLookup(row, column, records));
}

function nextLink(root: string, table: CrmTable, query: WebApiRoute['Querystring'], token: string): string {
  const params = Object.entries({ ...query, $skiptoken: token });
  const text = params.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${root}${table.set}?${text}`;
}
