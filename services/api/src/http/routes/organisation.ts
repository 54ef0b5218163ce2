import { wordsOf } from '@record-insights/domain';
import type { InsightsService } from '../../service';
import { answers } from '../answers';
import { settingsBody } from '../bodies';
import { roles } from '../identity';
import { route, type Route } from '../route';

/** What the tabs are made of, and how an organisation is set up. */
export const organisationRoutes = (service: InsightsService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/catalogue',
    access: 'roles',
    roles: ['insights.read'],
    tag: 'Insights',
    summary: 'Record types, their categories and panels',
    description: 'Its texts, and those of all that is shown of records, are in the language of `Accept-Language`.',
    answer: { status: 200, schema: answers.catalogue },
    handle: async ({ caller, language }) => ({
      ...(await service.catalogue(caller.organisation)),
      texts: wordsOf(language),
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/glossary',
    access: 'roles',
    roles: ['insights.read'],
    tag: 'Insights',
    summary: 'What each number means, with its formula and a worked example',
    answer: { status: 200, schema: answers.glossary },
    handle: () => service.glossary(),
  }),
  route({
    method: 'GET',
    path: '/v1/status',
    access: 'roles',
    roles,
    tag: 'Organisation',
    summary: 'What is counted, what waits, what was refused',
    answer: { status: 200, schema: answers.status },
    handle: ({ caller }) => service.status(caller.organisation),
  }),
  route({
    method: 'GET',
    path: '/v1/settings',
    access: 'roles',
    roles: ['insights.read', 'insights.admin'],
    tag: 'Organisation',
    summary: 'All settings, with what changing them costs',
    answer: { status: 200, schema: answers.settings },
    handle: ({ caller }) => service.settings(caller.organisation),
  }),
  route({
    method: 'PUT',
    path: '/v1/settings',
    access: 'roles',
    roles: ['insights.admin'],
    tag: 'Organisation',
    summary: 'Change some settings, all or none',
    body: settingsBody,
    answer: { status: 200, schema: answers.settings },
    problems: ['invalidSetting'],
    handle: ({ caller, body }) => service.changeSettings(caller.organisation, body),
  }),
];
