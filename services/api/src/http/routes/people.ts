import type { InsightsService } from '../../service';
import { answers } from '../answers';
import { peopleBody } from '../bodies';
import { readContact } from '../queryFields';
import { route, type Route } from '../route';

const accepted = { status: 202, schema: answers.erasure } as const;

/** What a person may ask of whoever keeps data about them. */
export const peopleRoutes = (service: InsightsService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/people/:contact',
    access: 'roles',
    roles: ['insights.admin'],
    tag: 'People',
    summary: 'Everything that is held about a contact',
    description: 'All rows in full, oldest first, with what came before the contact was known.',
    answer: { status: 200, schema: answers.person },
    handle: ({ caller, params }) => service.person(caller.organisation, readContact(params['contact'])),
  }),
  route({
    method: 'DELETE',
    path: '/v1/people/:contact',
    access: 'roles',
    roles: ['insights.admin'],
    tag: 'People',
    summary: 'Erase a contact',
    description:
      'Answers when the order is durable. Of the rows is left what happened, when, to which record and in which ' +
      'country, under an id that leads nowhere; rows that come later are dropped. The certificate tells what was done.',
    answer: accepted,
    handle: ({ caller, params }) => service.erase(caller.organisation, [readContact(params['contact'])]),
  }),
  route({
    method: 'POST',
    path: '/v1/people/erasures',
    access: 'roles',
    roles: ['insights.admin'],
    tag: 'People',
    summary: 'Erase many contacts',
    body: peopleBody,
    answer: accepted,
    handle: ({ caller, body }) => service.erase(caller.organisation, body),
  }),
  route({
    method: 'GET',
    path: '/v1/people/erasures/:erasure',
    access: 'roles',
    roles: ['insights.admin'],
    tag: 'People',
    summary: 'What was done for an erasure',
    description: 'Without a certificate as long as it waits or is under way.',
    answer: { status: 200, schema: answers.erasure },
    problems: ['notFound'],
    handle: ({ caller, params }) => service.erasure(caller.organisation, params['erasure'] ?? ''),
  }),
];
