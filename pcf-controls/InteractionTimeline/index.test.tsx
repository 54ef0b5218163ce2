import { act, render, screen } from '@testing-library/react';
import { contactId, listAnswer, oneContact } from '../InsightsTab/testing/fakeService';
import { press, settled } from '../InsightsTab/testing/pressing';
import { someRows } from '../InsightsTab/testing/rows';
import { InteractionTimeline } from './index';
import { cardAnswer, resx } from './testing/fakeCard';

type Context = Parameters<InteractionTimeline['init']>[0];

/** As much of the platform's context as the control uses. */
function mockContext(insightsTab: string | null): Context {
  const context = {
    parameters: { anchor: { raw: 'Marta Lindqvist' }, recordType: { raw: null }, insightsTab: { raw: insightsTab } },
    mode: { allocatedWidth: -1 },
    page: { getClientUrl: () => 'https://crm.example/', entityId: `{${contactId}}`, entityTypeName: 'contact' },
    resources: { getString: (key: string) => resx.get(key) ?? '' },
    userSettings: { languageId: 1033, dateFormattingInfo: { shortDatePattern: 'dd/MM/yyyy' } },
    navigation: { openForm: () => Promise.resolve() },
    webAPI: { retrieveMultipleRecords: () => Promise.resolve({ entities: [] }) },
  };
  return context as unknown as Context;
}

const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  window.RecordInsightsSignIn = {
    serviceAddress: () => Promise.resolve('https://service.example'),
    getToken: () => Promise.resolve('a-token'),
  };
  globalThis.fetch = ((address: string) => {
    asked.push(address);
    const body = address.endsWith('/catalogue')
      ? oneContact
      : address.includes('/lists/')
        ? listAnswer(address, someRows())
        : cardAnswer(someRows());
    return Promise.resolve({ ok: true, json: () => Promise.resolve(body) });
  }) as unknown as typeof fetch;
});
afterEach(() => Reflect.deleteProperty(window, 'Xrm'));

async function show(context: Context): Promise<InteractionTimeline> {
  const control = new InteractionTimeline();
  control.init(context);
  render(control.updateView(context));
  await settled();
  await settled();
  return control;
}

describe('The control in a form', () => {
  test('asks for the card of the record that the form shows, and for its rows', async () => {
    await show(mockContext(null));
    expect(asked.slice(0, 2)).toEqual([
      'https://service.example/v1/catalogue',
      `https://service.example/v1/records/contact/${contactId}/insights/card`,
    ]);
    expect(asked[2]).toContain('/lists/contact.interactions?');
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
  });

  test.each([
    [null, 'rin_insights'],
    ['our_insights', 'our_insights'],
  ])('leads to the tab that the form names (%s), else to the solution’s', async (given, name) => {
    const opened: string[] = [];
    const tabs = { get: (tab: string) => ({ setFocus: () => opened.push(tab) }) };
    Object.assign(window, { Xrm: { Page: { ui: { tabs } } } });
    await show(mockContext(given));
    await press(screen.getByRole('button', { name: 'Open Insights' }));
    expect(opened).toEqual([name]);
  });

  test('has no outputs, and refuses to be drawn after it ended', async () => {
    const context = mockContext(null);
    const control = await show(context);
    expect(control.getOutputs()).toEqual({});
    act(() => control.destroy());
    expect(() => control.updateView(context)).toThrow('init before updateView');
  });
});
