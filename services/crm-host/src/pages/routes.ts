import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, signedInUser, type Identity } from '../auth/caller';
import { controlNamed } from '../controls/controlLibrary';
import { formOfTable, type FormFolders } from '../forms/formLibrary';
import { errorBody } from '../odata/odataError';
import type { Organisation } from '../organisation';
import { tables } from '../tables';
import { contentSecurityPolicy, shellPage } from './shellPage';

export interface PageOptions {
  readonly identity: Identity;
  readonly organisation: Organisation;
  readonly serviceAddress: string;
  /** Bundles of the shell, made by the package's build. */
  readonly web: string;
  /** Built controls, as pcf-scripts writes them. */
  readonly controls: string;
  readonly forms: FormFolders;
}

/** Addresses of the app, beside the lists and records of each table. */
const appPaths = ['/', '/main.aspx', '/home', '/search', '/settings', '/glossary'];

/** The shell, its bundles, the built controls, and what the shell asks about forms and controls. */
export const pageRoutes: FastifyPluginAsync<PageOptions> = async (app, options) => {
  const policy = contentSecurityPolicy(options.serviceAddress);
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('content-security-policy', policy).header('x-content-type-options', 'nosniff');
  });
  await app.register(fastifyStatic, { root: options.web, prefix: '/web/', cacheControl: false });
  await app.register(fastifyStatic, {
    root: options.controls,
    prefix: '/controls/',
    decorateReply: false,
    cacheControl: false,
  });
  app.get('/WebResources/rin_/signIn.js', (_request, reply) => reply.sendFile('signIn.js', options.web));
  registerShell(app, options);
  registerMetadata(app, options);
};

function registerShell(app: FastifyInstance, { identity, organisation }: PageOptions): void {
  const shell = async (request: FastifyRequest, reply: FastifyReply, status = 200): Promise<FastifyReply> => {
    const user = await signedInUser(identity, request);
    if (!user) return reply.redirect(`/sign-in?return=${encodeURIComponent(request.url)}`);
    const page = reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return page.send(shellPage(organisation));
  };
  const lists = tables.flatMap(({ set }) => [`/${set}`, `/${set}/:id`]);
  for (const path of [...appPaths, ...lists]) app.get(path, (request, reply) => shell(request, reply));
  // People get words in the shell for an address that is none; programs get them as JSON.
  app.get('/*', (request, reply) =>
    (request.headers.accept ?? '').includes('text/html') ? shell(request, reply, 404) : reply.callNotFound(),
  );
}

function registerMetadata(app: FastifyInstance, { identity, forms, controls }: PageOptions): void {
  app.get<{ Params: { table: string } }>('/metadata/forms/:table', async (request, reply) => {
    if (!(await callerOf(identity, request))) return reply.code(401).send(errorBody('notSignedIn', 'Sign in first.'));
    const known = tables.some(({ table }) => table === request.params.table);
    const form = known ? await formOfTable(forms, request.params.table) : undefined;
    return form ?? reply.code(404).send(errorBody('noForm', `There is no form of ${request.params.table}.`));
  });
  app.get<{ Params: { name: string } }>('/metadata/controls/:name', async (request, reply) => {
    if (!(await callerOf(identity, request))) return reply.code(401).send(errorBody('notSignedIn', 'Sign in first.'));
    const control = await controlNamed(controls, request.params.name);
    const missing = `The control ${request.params.name} is not built. Run npm run build.`;
    return control ?? reply.code(404).send(errorBody('noControl', missing));
  });
}

/** Folders of this package and its neighbours, seen from the compiled and from the source file alike. */
export function defaultFolders(): Pick<PageOptions, 'web' | 'controls' | 'forms'> {
  const here = join(__dirname, '..', '..');
  const root = join(here, '..', '..');
  return {
    web: join(here, 'dist', 'web'),
    controls: join(root, 'pcf-controls', 'out', 'controls'),
    forms: {
      base: join(here, 'forms'),
      own: join(root, 'solution', 'dist', 'forms'),
      solution: join(root, 'solution', 'src', 'forms'),
    },
  };
}
