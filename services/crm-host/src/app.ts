import fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import { authRoutes } from './auth/routes';
import { errorBody, ODataError } from './odata/odataError';
import { readRoutes } from './odata/readRoutes';
import { writeRoutes } from './odata/writeRoutes';
import { pageRoutes, type PageOptions } from './pages/routes';

/** Everything that the CRM answers, put together; it does not listen yet. */
export async function buildApp(options: PageOptions, logger: FastifyBaseLogger): Promise<FastifyInstance> {
  // Addresses carry what people search for: requests stay out of the log.
  const logController = new LogController({ disableRequestLogging: true });
  const app = fastify({ loggerInstance: logger, logController });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof ODataError) return reply.code(error.status).send(errorBody(error.code, error.message));
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(errorBody(error.code, error.message));
    request.log.error(error, 'request failed');
    return reply.code(500).send(errorBody('internal', 'Something went wrong in the CRM. The log says what.'));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorBody('notFound', 'There is nothing at this address.')),
  );
  app.get('/healthz', () => ({ status: 'ok' }));
  await app.register(authRoutes, options);
  await app.register(readRoutes, { ...options, prefix: '/api/data/v9.2' });
  await app.register(writeRoutes, { ...options, prefix: '/api/data/v9.2' });
  await app.register(pageRoutes, options);
  return app;
}
