import type { FastifyPluginCallback, FastifyReply } from 'fastify';
import type { Organisation } from '../organisation';
import { errorBody } from '../odata/odataError';
import { userTable } from '../tables';
import { userOf, type User } from '../users';
import { callerOf, sessionCookie, signedInUser, type Identity } from './caller';
import { signInPage } from './signInPage';
import { claimsOfUser, sessionAudience, signToken } from './tokens';

export interface AuthOptions {
  readonly identity: Identity;
  readonly organisation: Organisation;
}

/** Signing in and out, tokens for the signed-in user, and the keys that others verify them with. */
export const authRoutes: FastifyPluginCallback<AuthOptions> = (app, { identity, organisation }, done) => {
  const { keys, address, records } = identity;
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) => {
    parsed(null, Object.fromEntries(new URLSearchParams(String(body))));
  });

  app.get('/.well-known/jwks.json', () => ({ keys: [keys.publicJwk] }));

  app.get<{ Querystring: { return?: string } }>('/sign-in', (request, reply) => {
    const users = records.rows(userTable.table).map(userOf);
    return html(reply, signInPage(organisation, users, pathOf(request.query.return)));
  });

  app.post<{ Body: { user?: string; return?: string } }>('/sign-in', async (request, reply) => {
    const row = records.row(userTable.table, request.body.user ?? '');
    if (!row) return reply.redirect('/sign-in', 303);
    const session = await signToken(keys, claimsOfUser(userOf(row), address, organisation.id), sessionAudience);
    setCookie(reply, `${sessionCookie}=${session}; Max-Age=${12 * 3600}`);
    return reply.redirect(pathOf(request.body.return), 303);
  });

  app.post('/sign-out', (_request, reply) => {
    setCookie(reply, `${sessionCookie}=; Max-Age=0`);
    return reply.redirect('/sign-in', 303);
  });

  app.get('/auth/token', async (request, reply) => {
    const user = await signedInUser(identity, request);
    void reply.header('cache-control', 'no-store');
    if (!user) return reply.code(401).send(errorBody('notSignedIn', 'Sign in first.'));
    return { token: await signToken(keys, claimsOfUser(user, address, organisation.id)) };
  });

  app.get('/me', async (request, reply) => {
    const user = await callerOf(identity, request);
    if (!user) return reply.code(401).send(errorBody('notSignedIn', 'Sign in first.'));
    return meOf(user, organisation);
  });
  done();
};

/** The signed-in user as the shell needs it. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly organisation: Organisation;
}

function meOf(user: User, organisation: Organisation): Me {
  return { id: user.id, name: user.name, title: user.title, roles: user.roles, organisation };
}

/** Where to go after signing in: a path of this CRM, never another site. */
function pathOf(returnTo: string | undefined): string {
  return returnTo !== undefined && /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
}

function setCookie(reply: FastifyReply, cookie: string): void {
  void reply.header('set-cookie', `${cookie}; Path=/; HttpOnly; SameSite=Lax`);
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
