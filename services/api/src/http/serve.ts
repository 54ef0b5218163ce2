import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { languageOf } from '@record-insights/domain';
import { ProblemError, type ReadablePeople } from '../service';
import type { BodyLoad } from './bodyLoad';
import type { Caller, Identify, Role } from './identity';
import { schemaOf } from './openApi';
import { readQuery, readRecordPath, type RecordPath } from './queryFields';
import { readBody } from './readBody';
import type { RecordRights } from './rights';
import type { Route } from './route';

export interface ServeOptions {
  readonly route: Route;
  readonly identify: Identify;
  readonly rights: RecordRights;
  readonly load: BodyLoad;
}

/** Reaches a route over HTTP: who asks, what they may, what they ask, and only then what they send. */
export const serve: FastifyPluginCallback<ServeOptions> = (app, { route, identify, rights, load }, done) => {
  const { method, path: url, body: def } = route;
  app.removeAllContentTypeParsers();
  // A body stays a stream, so that nothing is read for those who may not send it, or where nothing is awaited.
  app.addContentTypeParser(def ? [...def.mediaTypes] : '*', (_request, stream, passed) => passed(null, stream));
  app.route({ method, url, schema: schemaOf(route), handler: answer });
  done();

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    void reply.code(route.answer.status);
    const asked = {
      params: request.params as Readonly<Record<string, string>>,
      accept: request.headers.accept,
      language: languageOf(request.headers['accept-language']),
    };
    if (route.access === 'open') return withBody(request, (body) => route.handle({ ...asked, query: {}, body }, reply));
    const caller = await identify(request.headers.authorization);
    requireRole(caller, route.roles);
    const query = readQuery(request.query, route.query ?? []);
    if (route.access === 'roles')
      return withBody(request, (body) => route.handle({ ...asked, query, body, caller }, reply));
    const permit = (record: RecordPath): Promise<void> => requireRight(caller, record);
    const record = { ...readRecordPath(asked.params), permit };
    await permit(record);
    const readable: ReadablePeople = (contacts) => rights.readable(caller, 'contact', contacts);
    return withBody(request, (body) => route.handle({ ...asked, query, body, caller, record, readable }, reply));
  }

  async function withBody({ headers, body }: FastifyRequest, handle: (body: unknown) => unknown): Promise<unknown> {
    if (!def) return handle(undefined);
    const stream = body instanceof Readable ? body : Readable.from([]);
    const text = await readBody({ stream, encoding: headers['content-encoding'] }, def.limit);
    return load.carry(text.length, () => handle(def.parse(text, mediaTypeOf(headers['content-type']))));
  }

  async function requireRight(caller: Caller, { recordType, id }: RecordPath): Promise<void> {
    if (await rights.mayRead(caller, recordType, id)) return;
    throw new ProblemError('noRight', 'CRM does not show you this record. Ask for the right to read it there.');
  }
};

function requireRole(caller: Caller, roles: readonly Role[]): void {
  if (roles.some((role) => caller.roles.includes(role))) return;
  throw new ProblemError('roleMissing', `This needs the role ${roles.join(' or ')}. Ask an administrator for it.`);
}

const mediaTypeOf = (contentType = ''): string => contentType.split(';')[0]?.trim().toLowerCase() ?? '';
