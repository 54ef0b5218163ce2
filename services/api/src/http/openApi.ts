import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { problemSchemas } from './problemAnswer';
import { pathSchema, querySchema } from './queryFields';
import { problemsOf, tags, type Route } from './route';

const json = 'application/json';

/** Documents every route that is added afterwards, at `/openapi.json`, with a page to try it at `/docs`. */
export async function documentRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Record Insights',
        version: '1',
        description: 'Takes interactions in, counts them, and answers the Insights tabs of CRM records.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, i) =>
        typeof schema['$id'] === 'string' ? schema['$id'] : `def-${i}`,
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

/** The documentation of a route, and how its answers are written out: both from its row. */
export function schemaOf(route: Route): FastifySchema {
  const { path, query, body, answer, tag, summary, description } = route;
  const params = pathSchema(path);
  return {
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(route.access === 'open' ? {} : { security: [{ token: [] }] }),
    ...(params ? { params } : {}),
    ...(query ? { querystring: querySchema(query) } : {}),
    ...(body ? { body: { content: contentOf(body.mediaTypes, body.schema) } } : {}),
    response: {
      [answer.status]: {
        description: summary,
        content: {
          ...(answer.schema ? { [json]: { schema: { $ref: `${answer.schema.name}#` } } } : {}),
          ...contentOf(answer.otherTypes ?? [], { type: 'string' }),
        },
      },
      ...problemSchemas(problemsOf(route)),
    },
  };
}

const contentOf = (mediaTypes: readonly string[], schema: object): Record<string, { readonly schema: object }> =>
  Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
