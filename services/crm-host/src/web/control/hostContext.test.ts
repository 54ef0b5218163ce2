import { contextOf, type HostState } from './hostContext';

class Nothing {
  init(): void {
    return;
  }
  updateView(): undefined {
    return undefined;
  }
  destroy(): void {
    return;
  }
}

const state: HostState = {
  control: {
    definition: {
      name: 'RecordInsights.InsightsTab',
      folder: 'InsightsTab',
      script: 'bundle.js',
      styles: [],
      strings: { retry: 'Retry' },
      properties: [{ name: 'anchor', type: 'SingleLine.Text', usage: 'bound' }],
    },
    make: Nothing,
  },
  placed: {
    name: 'rin_RecordInsights.InsightsTab',
    parameters: [{ name: 'anchor', type: '', text: 'fullname', bound: true }],
  },
  record: { table: { table: 'contact', title: 'Contact' }, id: 'the-id', name: 'Marta Lindqvist' },
  row: { fullname: 'Marta Lindqvist' },
  me: { id: 'me', name: 'Emil Krogh', title: '', roles: [], organisation: { id: 'o', businessUnit: 'b', name: 'n' } },
  theme: 'dark',
  label: 'Insights',
  disabled: false,
  visible: true,
  width: 1166,
  height: 584,
};
const requests = { trackContainerResize: () => undefined, requestRender: () => undefined };

describe('The context of a hosted control', () => {
  test('names the record, for the mode and for the page', () => {
    expect(contextOf(state, requests, true, [])).toMatchObject({
      mode: { contextInfo: { entityId: 'the-id', entityTypeName: 'contact', entityRecordName: 'Marta Lindqvist' } },
      page: { entityId: 'the-id', entityTypeName: 'contact' },
      parameters: { anchor: { raw: 'Marta Lindqvist' } },
    });
  });

  test('tells the size to controls that track it, and -1 to others', () => {
    expect(contextOf(state, requests, true, [])).toMatchObject({
      mode: { allocatedWidth: 1166, allocatedHeight: 584 },
    });
    expect(contextOf(state, requests, false, [])).toMatchObject({ mode: { allocatedWidth: -1, allocatedHeight: -1 } });
  });

  test('says whether the app is dark and whether the control is seen', () => {
    const hidden = contextOf({ ...state, visible: false }, requests, true, ['mode']);
    expect(hidden).toMatchObject({
      fluentDesignLanguage: { isDarkTheme: true },
      mode: { isVisible: false },
      updatedProperties: ['mode'],
    });
  });

  test('is a new one each time, so that what was kept does not change under its keeper', () => {
    expect(contextOf(state, requests, true, [])).not.toBe(contextOf(state, requests, true, []));
  });
});
