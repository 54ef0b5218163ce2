import { act, render, screen } from '@testing-library/react';
import { contactId, insightsAnswer, oneContact } from './testing/fakeService';
import { resx } from './testing/resx';
import { settled } from './testing/pressing';
import { someRows } from './testing/rows';
import { InsightsTab } from './index';

type Context = Parameters<InsightsTab['init']>[0];

/** As much of the platform's context as the control uses; `place` says where the record's id stands. */
function mockContext(place: object, changes: object = {}): { context: Context; track: jest.Mock; openForm: jest.Mock } {
  const track = jest.fn();
  const openForm = jest.fn(() => Promise.resolve());
  const context = {
    parameters: { anchor: { raw: 'Marta Lindqvist' }, recordType: { raw: null } },
    mode: { trackContainerResize: track, allocatedWidth: 1166, ...place },
    page: { getClientUrl: () => 'https://crm.example/', ...place },
    resources: { getString: (key: string) => resx.get(key) ?? '' },
    userSettings: { languageId: 1033, dateFormattingInfo: { shortDatePattern: 'dd/MM/yyyy' } },
    navigation: { openForm },
    webAPI: { retrieveMultipleRecords: () => Promise.resolve({ entities: [] }) },
    ...changes,
  };
  return { context: context as unknown as Context, track, openForm };
}

const ofPage = { entityId: `{${contactId.toUpperCase()}}`, entityTypeName: 'contact' };
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  window.RecordInsightsSignIn = {
    serviceAddress: () => Promise.resolve('https://service.example'),
    getToken: () => Promise.resolve('a-token'),
  };
  globalThis.fetch = ((address: string) => {
    asked.push(address);
    const body = address.endsWith('/catalogue') ? oneContact : insightsAnswer('overview', someRows());
    return Promise.resolve({ ok: !address.includes('/lists/'), status: 503, json: () => Promise.resolve(body) });
  }) as unknown as typeof fetch;
});

async function show(context: Context): Promise<InsightsTab> {
  const control = new InsightsTab();
  control.init(context);
  render(control.updateView(context));
  await settled();
  return control;
}

describe('The control in a form', () => {
  test('asks for the record that the form shows, and follows its size', async () => {
    const { context, track } = mockContext(ofPage);
    await show(context);
    expect(track).toHaveBeenCalledWith(true);
    expect(asked.slice(0, 2)).toEqual([
      'https://service.example/v1/catalogue',
      `https://service.example/v1/records/contact/${contactId.toUpperCase()}/insights/overview`,
    ]);
    expect(screen.getByRole('group', { name: 'Interactions' })).toBeTruthy();
  });

  test('finds the record by the mode where there is no page', async () => {
    const { context } = mockContext({}, { page: undefined });
    Reflect.set(context.mode, 'contextInfo', ofPage);
    await show(context);
    expect(asked[1]).toContain(contactId.toUpperCase());
  });

  test('writes dates as the user does, whose English is not American', async () => {
    await show(mockContext(ofPage).context);
    expect(screen.getByText('Counts everything received by 23 Nov 2026, 14:02 (Oslo time)')).toBeTruthy();
  });

  test('draws itself dark in a dark app', async () => {
    const { context } = mockContext(ofPage, { fluentDesignLanguage: { isDarkTheme: true } });
    await show(context);
    const tab = screen.getByRole('region', { name: 'Insights' });
    expect(getComputedStyle(tab).backgroundColor).toBe('rgb(27, 26, 25)');
  });

  test('says that it is not set up where nobody names the service', async () => {
    window.RecordInsightsSignIn = {
      serviceAddress: () => Promise.resolve(''),
      getToken: () => Promise.resolve('a-token'),
    };
    await show(mockContext(ofPage).context);
    expect(screen.getByText('Insights is not set up here yet')).toBeTruthy();
  });

  test('says that sign-in is needed where there is no token', async () => {
    window.RecordInsightsSignIn = {
      serviceAddress: () => Promise.resolve('https://service.example'),
      getToken: () => Promise.reject(new Error('signed out')),
    };
    await show(mockContext(ofPage).context);
    expect(screen.getByText('Sign-in is needed')).toBeTruthy();
  });

  test('has no outputs, and refuses to be drawn after it ended', async () => {
    const { context } = mockContext(ofPage);
    const control = await show(context);
    expect(control.getOutputs()).toEqual({});
    act(() => control.destroy());
    expect(() => control.updateView(context)).toThrow('init before updateView');
  });
});
