import type { InsightsService } from '../../service';
import { answers } from '../answers';
import { asksForCsv, csvFile, csvMediaType } from '../csvFile';
import { readContact, type QueryName } from '../queryFields';
import { route, type Route } from '../route';

const choice: readonly QueryName[] = ['from', 'to', 'verdict', 'journey', 'iteration', 'tile', 'scope'];

/** What is shown of a record, to whom CRM shows the record. */
export const recordRoutes = (service: InsightsService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/records/:recordType/:id/insights/:category',
    access: 'record',
    roles: ['insights.read'],
    tag: 'Insights',
    summary: 'The data of every panel of a category',
    query: choice,
    answer: { status: 200, schema: answers.insights },
    problems: ['unknownCategory', 'viewExpired'],
    handle: ({ caller, record, query, params, readable }) =>
      service.insights(caller.organisation, { ...record, ...query, readable, category: params['category'] ?? '' }),
  }),
  route({
    method: 'GET',
    path: '/v1/records/:recordType/:id/pipeline',
    access: 'record',
    roles: ['insights.read'],
    tag: 'Insights',
    summary: 'The tiles of a customer journey, and the people at each of them',
    description: 'Over all that is kept: people and iterations together are counted, one a person in one iteration.',
    query: ['iteration'],
    answer: { status: 200, schema: answers.pipeline },
    problems: ['unknownCategory'],
    handle: ({ caller, record, query }) => service.pipeline(caller.organisation, { ...record, ...query }),
  }),
  route({
    method: 'GET',
    path: '/v1/records/:recordType/:id/way/:contact',
    access: 'record',
    roles: ['insights.read'],
    tag: 'Insights',
    summary: 'A contact’s way through a customer journey',
    description: 'To those alone whom CRM shows the contact, too. One entry a tile and iteration, oldest first.',
    answer: { status: 200, schema: answers.way },
    problems: ['unknownCategory'],
    async handle({ caller, record, params }) {
      const contact = readContact(params['contact']);
      await record.permit({ recordType: 'contact', id: contact });
      return service.way(caller.organisation, { ...record, contact });
    },
  }),
  route({
    method: 'GET',
    path: '/v1/records/:recordType/:id/lists/:list',
    access: 'record',
    roles: ['insights.read'],
    tag: 'Insights',
    summary: 'The rows behind a number, newest first',
    description: 'In pages as JSON; all of them at once with `Accept: text/csv`.',
    query: [...choice, 'value', 'ever', 'view', 'cursor', 'limit'],
    answer: { status: 200, schema: answers.list, otherTypes: [csvMediaType] },
    problems: ['unknownList', 'viewExpired'],
    async handle({ caller, record, query, params, accept, readable }, reply) {
      const asked = { ...record, ...query, readable, list: params['list'] ?? '' };
      if (!asksForCsv(accept)) return service.list(caller.organisation, asked);
      const { headers, stream } = csvFile(await service.csv(caller.organisation, asked));
      return reply.headers(headers).send(stream);
    },
  }),
  route({
    method: 'GET',
    path: '/v1/records/:recordType/:id/explain/:kpi',
    access: 'record',
    roles: ['insights.read'],
    tag: 'Insights',
    summary: 'How a number came about',
    description: 'Rows received, what was left out of them and why, and the number; the column adds up.',
    query: [...choice, 'view'],
    answer: { status: 200, schema: answers.explain },
    problems: ['unknownKpi', 'viewExpired'],
    handle: ({ caller, record, query, params }) =>
      service.explain(caller.organisation, { ...record, ...query, kpi: params['kpi'] ?? '' }),
  }),
];
