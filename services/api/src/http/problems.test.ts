import { problems, type Problem, type ProblemCode } from '@record-insights/domain';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { ProblemError, type InsightsService } from '../service';
import { StoreUnavailable } from '../store/tableStore';
import { openEdge, post, recordPath, type Edge, type OpenApi } from './edge.builder';
import { roles, type Role } from './identity';

/** How each problem comes about: who asks what, and how the service then behaves. */
interface Way {
  readonly ask: InjectOptions | string;
  /** Path of the address in the documentation; none for what is no address. */
  readonly documentedAt?: string;
  readonly as?: readonly Role[];
  readonly service?: Partial<InsightsService>;
  readonly before?: (edge: Edge) => void | Promise<void>;
}

const refusing = (error: Error) => () => Promise.reject(error);
const insightsPath = '/v1/records/{recordType}/{id}/insights/{category}';
const listPath = '/v1/records/{recordType}/{id}/lists/{list}';
const putZone = (zone: string): InjectOptions => ({ ...post('/v1/settings', JSON.stringify({ zone })), method: 'PUT' });

const ways: Readonly<Record<ProblemCode, Way>> = {
  malformedBody: { ask: post('/v1/interactions', '[{'), documentedAt: '/v1/interactions' },
  invalidQuery: { ask: `${recordPath}/insights/overview?from=yesterday`, documentedAt: insightsPath },
  invalidSetting: { ask: putZone('Mars'), documentedAt: '/v1/settings' },
  notSignedIn: { ask: '/v1/catalogue', as: [], documentedAt: '/v1/catalogue' },
  noRight: {
    ask: `${recordPath}/insights/overview`,
    documentedAt: insightsPath,
    before: ({ crm }) => void crm.unreadable.add('11111111'),
  },
  roleMissing: { ask: putZone('UTC'), as: ['insights.read'], documentedAt: '/v1/settings' },
  notFound: { ask: '/v1/nothing' },
  unknownCategory: { ask: `${recordPath}/insights/nothing`, documentedAt: insightsPath },
  unknownKpi: { ask: `${recordPath}/explain/nothing`, documentedAt: '/v1/records/{recordType}/{id}/explain/{kpi}' },
  unknownList: { ask: `${recordPath}/lists/nothing`, documentedAt: listPath },
  viewExpired: { ask: `${recordPath}/lists/contact.interactions?view=7`, documentedAt: listPath },
  bodyTooLarge: { ask: post('/v1/interactions', `[${'0,'.repeat(10_000)}0]`), documentedAt: '/v1/interactions' },
  unsupportedMediaType: { ask: post('/v1/interactions', 'a,b', 'text/csv'), documentedAt: '/v1/interactions' },
  tooManyRequests: {
    ask: post('/v1/interactions', '[{}]'),
    documentedAt: '/v1/interactions',
    service: { ingest: refusing(new ProblemError('tooManyRequests', 'Send again in a minute.')) },
  },
  internal: {
    ask: '/v1/catalogue',
    documentedAt: '/v1/catalogue',
    service: { catalogue: refusing(new Error('a secret of the inside')) },
  },
  storeUnavailable: {
    ask: '/v1/catalogue',
    documentedAt: '/v1/catalogue',
    service: { catalogue: refusing(new StoreUnavailable("The store's folder /a/secret/path is full")) },
  },
  consentMissing: {
    ask: `${recordPath}/insights/overview`,
    documentedAt: insightsPath,
    service: { insights: refusing(new ProblemError('consentMissing', 'Ask an administrator to agree.')) },
  },
  crmSignInFailed: {
    ask: `${recordPath}/insights/overview`,
    documentedAt: insightsPath,
    service: { insights: refusing(new ProblemError('crmSignInFailed', 'The client id is wrong. Mend it.')) },
  },
  crmUnavailable: { ask: '/v1/catalogue', documentedAt: '/v1/catalogue', before: ({ crm }) => crm.stop() },
};

let edge: Edge;
afterEach(() => edge.close());

async function refused({ ask, as = roles, service = {}, before }: Way): Promise<LightMyRequestResponse> {
  edge = await openEdge(service);
  const asked = typeof ask === 'string' ? { url: ask } : ask;
  const token = await edge.crm.token(as);
  await before?.(edge);
  return edge.ask({
    ...asked,
    headers: { ...asked.headers, ...(as.length === 0 ? {} : { authorization: `Bearer ${token}` }) },
  });
}

/** Every code that the documentation of an address names. */
function documentedCodes({ paths }: OpenApi, path?: string): ReadonlySet<string> {
  const operations = Object.entries(paths).flatMap(([at, methods]) =>
    path === undefined || at === path ? Object.values(methods) : [],
  );
  const answers = operations.flatMap(({ responses }) => Object.values(responses));
  return new Set(
    answers.flatMap(({ content }) => content?.['application/problem+json']?.schema.properties?.code?.enum ?? []),
  );
}

test.each(Object.entries(ways))(
  '%s is told as the catalogue has it, and documented where it comes about',
  async (name, way) => {
    const code = name as ProblemCode;
    const answer = await refused(way);
    const { status, title } = problems[code];
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = answer.json<Problem>();
    expect(problem).toMatchObject({ type: `urn:record-insights:problem:${code}`, code, status, title });
    expect(answer.statusCode).toBe(status);
    expect(problem.detail).toMatch(/\w\.$/);
    expect(answer.body).not.toContain('secret');
    if (way.documentedAt !== undefined) expect(documentedCodes(await edge.openApi(), way.documentedAt)).toContain(code);
  },
);

test('the documentation names the problems of the catalogue, all of them and no other', async () => {
  edge = await openEdge();
  const withoutAddress: ProblemCode[] = ['notFound'];
  expect([...new Set([...documentedCodes(await edge.openApi()), ...withoutAddress])].sort()).toEqual(
    Object.keys(problems).sort(),
  );
});

test('whatever is asked of whichever address, a refusal is one that its documentation names', async () => {
  edge = await openEdge();
  const openApi = await edge.openApi();
  const odd = ['', 'x', '%00', 'a'.repeat(400), '__proto__'];
  for (const [path, methods] of Object.entries(openApi.paths)) {
    for (const method of Object.keys(methods)) {
      for (const [n, part] of odd.entries()) {
        const url = `${path.replace(/\{\w+\}/g, part)}?${part}=${n}`;
        const contentType = ['application/json', 'text/plain', 'application/x-ndjson', 'x', 'application/json'][n];
        const request: InjectOptions = { ...post(url, '{"a":', contentType), method: method.toUpperCase() as 'POST' };
        const answer = await edge.ask(method === 'get' ? url : request, ...(n === 1 ? [] : roles));
        if (answer.statusCode < 400) continue;
        const { code } = answer.json<Problem>();
        expect([...documentedCodes(openApi, path), 'notFound']).toContain(code);
        expect(code).not.toBe('internal');
      }
    }
  }
});

test('who is refused for a while is told for how long', async () => {
  const answers = [];
  for (const code of ['tooManyRequests', 'storeUnavailable', 'crmUnavailable'] as const) {
    answers.push((await refused(ways[code])).headers['retry-after']);
    if (code !== 'crmUnavailable') await edge.close();
  }
  expect(answers).toEqual(['60', '5', '5']);
});

test('what is unforeseen is written down with its cause', async () => {
  await refused(ways.internal);
  expect(edge.log.some((line) => line.includes('a secret of the inside'))).toBe(true);
});
