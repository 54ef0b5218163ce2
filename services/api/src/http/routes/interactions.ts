import type { InsightsService } from '../../service';
import { answers } from '../answers';
import { directoryBody, interactionsBody } from '../bodies';
import { route, type Route } from '../route';

/** How interactions come in, and what became of those that could not be read. */
export const interactionRoutes = (service: InsightsService): readonly Route[] => [
  route({
    method: 'POST',
    path: '/v1/interactions',
    access: 'roles',
    roles: ['interactions.write'],
    tag: 'Interactions',
    summary: 'Take interactions in',
    description:
      'Answers when the rows are durable. Sending a row again, in any spelling, changes nothing. ' +
      'A row that cannot be read is kept with the reason; the others are taken in.',
    body: interactionsBody,
    answer: { status: 202, schema: answers.ingest },
    handle: ({ caller, body }) => service.ingest(caller.organisation, { rows: body }),
  }),
  route({
    method: 'POST',
    path: '/v1/directory',
    access: 'roles',
    roles: ['interactions.write'],
    tag: 'Interactions',
    summary: 'Take in what CRM tells of records',
    description:
      'Answers when the items are durable. Of each record the item with the latest `at` holds, deletes included, ' +
      'whatever the order in which they come. An item that cannot be read is kept with the reason; the others are ' +
      'taken in.',
    body: directoryBody,
    answer: { status: 202, schema: answers.ingest },
    handle: ({ caller, body }) => service.directory(caller.organisation, body),
  }),
  route({
    method: 'GET',
    path: '/v1/refused',
    access: 'roles',
    roles: ['insights.admin'],
    tag: 'Interactions',
    summary: 'Rows that could not be read, with the reason',
    query: ['cursor', 'limit'],
    answer: { status: 200, schema: answers.refused },
    handle: ({ caller, query: { cursor, limit } }) => service.refused(caller.organisation, { cursor, limit }),
  }),
  route({
    method: 'POST',
    path: '/v1/refused/replay',
    access: 'roles',
    roles: ['insights.admin'],
    tag: 'Interactions',
    summary: 'Read all refused rows again',
    answer: { status: 200, schema: answers.replay },
    handle: ({ caller }) => service.replayRefused(caller.organisation),
  }),
];
