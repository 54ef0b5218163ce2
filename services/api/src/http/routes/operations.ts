import { setTimeout } from 'node:timers/promises';
import { Type } from '@sinclair/typebox';
import type { Registry } from 'prom-client';
import { ProblemError, type InsightsService } from '../../service';
import { route, type Route } from '../route';
import { named } from '../schemas';

const health = named<{ readonly status: 'ok' }>()('Health', Type.Object({ status: Type.Literal('ok') }));
const ok = { status: 'ok' } as const;

/** Milliseconds that the store may take to answer whoever watches; it tries on for longer by itself. */
const patience = 3_000;

/** What watches over the service asks these. They tell nothing of any organisation. */
export const operationRoutes = (service: InsightsService, metrics: Registry): readonly Route[] => [
  route({
    method: 'GET',
    path: '/healthz',
    access: 'open',
    tag: 'Operations',
    summary: 'Whether the process lives',
    answer: { status: 200, schema: health },
    handle: () => ok,
  }),
  route({
    method: 'GET',
    path: '/readyz',
    access: 'open',
    tag: 'Operations',
    summary: 'Whether the store answers, so that requests can be served',
    answer: { status: 200, schema: health },
    problems: ['storeUnavailable'],
    async handle() {
      if (await Promise.race([service.ready(), setTimeout(patience, false, { ref: false })])) return ok;
      throw new ProblemError('storeUnavailable', 'The store cannot be read. The log says why.');
    },
  }),
  route({
    method: 'GET',
    path: '/metrics',
    access: 'open',
    tag: 'Operations',
    summary: 'Measurements for Prometheus',
    answer: { status: 200, otherTypes: ['text/plain'] },
    async handle(_asked, reply) {
      return reply.type(metrics.contentType).send(await metrics.metrics());
    },
  }),
];
