import { render, screen } from '@testing-library/react';
import { settled } from '../InsightsTab/testing/pressing';
import { oneContact } from '../InsightsTab/testing/fakeService';
import { resxOf } from '../shared/testing/resx';
import { journeyId, pipelineAnswer } from './testing/fakePipeline';
import { JourneyDesigner } from './index';

type Context = Parameters<JourneyDesigner['init']>[0];

const resx = resxOf('JourneyDesigner', '1033');

/** As much of the platform's context as the control uses. */
function mockContext(entityId: string): { readonly context: Context; readonly track: jest.Mock } {
  const track = jest.fn();
  const context = {
    parameters: { anchor: { raw: 'Pump owners' }, recordType: { raw: null } },
    mode: { trackContainerResize: track, allocatedWidth: 1_166 },
    page: { getClientUrl: () => 'https://crm.example/', entityId, entityTypeName: 'rin_customerjourney' },
    resources: { getString: (key: string) => resx.get(key) ?? '' },
    userSettings: { languageId: 1033, dateFormattingInfo: { shortDatePattern: 'dd/MM/yyyy' } },
    navigation: { openForm: () => Promise.resolve() },
    webAPI: { retrieveMultipleRecords: () => Promise.resolve({ entities: [] }) },
  };
  return { context: context as unknown as Context, track };
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
    const body = address.endsWith('/catalogue') ? oneContact : pipelineAnswer();
    return Promise.resolve({ ok: true, json: () => Promise.resolve(body) });
  }) as unknown as typeof fetch;
});

async function show(context: Context): Promise<JourneyDesigner> {
  const control = new JourneyDesigner();
  control.init(context);
  render(control.updateView(context));
  await settled();
  return control;
}

describe('The control in a form', () => {
  test('asks for the pipeline of the journey that the form shows, and follows its size', async () => {
    const { context, track } = mockContext(`{${journeyId}}`);
    await show(context);
    expect(track).toHaveBeenCalledWith(true);
    expect(asked).toEqual([
      'https://service.example/v1/catalogue',
      `https://service.example/v1/records/journey/${journeyId}/pipeline`,
    ]);
    expect(screen.getByRole('group', { name: 'Pipeline' })).toBeTruthy();
  });

  test('asks for nothing of a journey that is not saved yet', async () => {
    await show(mockContext('').context);
    expect(asked).toHaveLength(1);
    expect(screen.getByText('There are no insights for this kind of record.')).toBeTruthy();
  });

  test('has no outputs, and refuses to be drawn after it ended', async () => {
    const { context } = mockContext(journeyId);
    const control = await show(context);
    expect(control.getOutputs()).toEqual({});
    control.destroy();
    expect(() => control.updateView(context)).toThrow('init before updateView');
  });
});
