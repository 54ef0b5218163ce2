import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ProblemError } from '../service';
import type { BodyDef } from './bodies';
import type { Caller, Identify, Role } from './identity';
import { schemaOf } from './openApi';
import { readQuery, readRecordPath, type RecordPath } from './queryFields';
import { readBody } from './readBody';
import type { RecordRights } from './rights';
import type { Asked, Route } from './route';

export interface ServeOptions {
  readonly route: Route;
  readonly identify: Identify;
  readonly rights: RecordRights;
}

/** Reaches a route over HTTP: who asks, what they may, what they ask, in this order. */
export const serve: FastifyPluginCallback<ServeOptions> = (app, { route, identify, rights }, done) => {
  const { method, path: url } = route;
  app.removeAllContentTypeParsers();
  // The body stays a stream, so that nothing is read for those who may not send it.
  if (route.body)
    app.addContentTypeParser([...route.body.mediaTypes], (_request, stream, passed) => passed(null, stream));
  app.route({ method, url, schema: schemaOf(route), handler: (request, reply) => answer(request, reply) });
  done();

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (route.access === 'open') return route.handle(await read(request, route.body, {}), reply);
    const caller = await identify(request.headers.authorization);
    requireRole(caller, route.roles);
    if (route.access === 'roles') return route.handle({ ...(await asked(request)), caller }, reply);
    const record = readRecordPath(request.params as Readonly<Record<string, string>>);
    const asks = await asked(request);
    await requireRight(caller, record);
    return route.handle({ ...asks, caller, record }, reply);
  }

  const asked = (request: FastifyRequest): Promise<Asked<unknown>> =>
    read(request, route.body, readQuery(request.query, route.query ?? []));

  async function requireRight(caller: Caller, { recordType, id }: RecordPath): Promise<void> {
    if (await rights.mayRead(caller, recordType, id)) return;
    throw new ProblemError('noRight', 'CRM does not show you this record. Ask for the right to read it there.');
  }
};

function requireRole(caller: Caller, roles: readonly Role[]): void {
  if (roles.some((role) => caller.roles.includes(role))) return;
  throw new ProblemError('roleMissing', `This needs the role ${roles.join(' or ')}. Ask an administrator for it.`);
}

async function read(
  { headers, params, body }: FastifyRequest,
  def: BodyDef | undefined,
  query: Asked<unknown>['query'],
): Promise<Asked<unknown>> {
  return {
    params: params as Readonly<Record<string, string>>,
    query,
    accept: headers.accept,
    body:
      def &&
      def.parse(await textOf(body, headers['content-encoding'], def.limit), mediaTypeOf(headers['content-type'])),
  };
}

/** Nothing was sent: as good as an empty text. */
async function textOf(body: unknown, encoding: string | undefined, limit: number): Promise<string> {
  return body instanceof Readable ? readBody({ stream: body, encoding }, limit) : '';
}

const mediaTypeOf = (contentType = ''): string => contentType.split(';')[0]?.trim().toLowerCase() ?? '';
