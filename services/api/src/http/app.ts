import cors from '@fastify/cors';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { answerIn, languageOf } from '@record-insights/domain';
import { ProblemError, type InsightsService } from '../service';
import { bodyLoad } from './bodyLoad';
import type { Identify } from './identity';
import { meter, routeOf } from './metrics';
import { documentRoutes } from './openApi';
import { problemAnswer, problemOf } from './problemAnswer';
import type { RecordRights } from './rights';
import { serve } from './serve';
import { interactionRoutes } from './routes/interactions';
import { operationRoutes } from './routes/operations';
import { organisationRoutes } from './routes/organisation';
import { peopleRoutes } from './routes/people';
import { recordRoutes } from './routes/records';

export interface AppOptions {
  readonly service: InsightsService;
  readonly identify: Identify;
  readonly rights: RecordRights;
  /** Web origins whose pages may call. */
  readonly origins: readonly string[];
  readonly logger: FastifyBaseLogger;
}

/** Milliseconds in which a request must have come in whole. */
const requestTimeout = 120_000;
const longestAddressPart = 500;

/** To whoever does not speak HTTP, or not to its end. */
const notHttp = 'HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';

/** The service over HTTP, put together; it does not listen yet. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { service, origins, logger } = options;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout,
    return503OnClosing: false,
    routerOptions: { maxParamLength: longestAddressPart },
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply),
    clientErrorHandler: (_error, socket) => void socket.end(notHttp),
  });
  // Schemas document and write out; what comes in is read by functions that name the field and the fix.
  app.setValidatorCompiler(() => (value: unknown) => ({ value }));
  app.setErrorHandler<FastifyError>(refuse);
  app.setNotFoundHandler((request, reply) =>
    refuse(new ProblemError('notFound', 'Look into /docs for the addresses that there are.'), request, reply),
  );
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    done();
  });
  app.addHook('preSerialization', ({ headers }, _reply, answer, done) => {
    done(null, answerIn(languageOf(headers['accept-language']), answer));
  });
  logAnswers(app);
  const metrics = meter(app);
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'content-encoding'],
    exposedHeaders: ['content-disposition', 'retry-after'],
    maxAge: 600,
  });
  await documentRoutes(app);
  const routes = [
    ...recordRoutes(service),
    ...organisationRoutes(service),
    ...interactionRoutes(service),
    ...peopleRoutes(service),
    ...operationRoutes(service, metrics),
  ];
  for (const schema of new Set(routes.map(({ answer }) => answer.schema))) if (schema) app.addSchema(schema.schema);
  const load = bodyLoad();
  for (const route of routes) await app.register(serve, { route, load, ...options });
  return app;
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  const { status, headers, body } = problemAnswer(problem);
  if (status >= 500)
    request.log.error(
      { code: problem.code, route: routeOf(request), err: problem.cause ?? problem },
      'A request failed',
    );
  return reply.code(status).headers(headers).send(body);
}

/** One line for each answer: by route, for an address may name people. */
function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    request.log.info(
      { method, route: routeOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });
}
