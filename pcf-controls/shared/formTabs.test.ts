import { tabOpener } from './formTabs';

afterEach(() => Reflect.deleteProperty(window, 'Xrm'));

const form = (tabs: object): void => void Object.assign(window, { Xrm: { Page: { ui: { tabs } } } });

describe('A tab of the form', () => {
  test('is opened by the form’s own script interface, on which the calls are made', () => {
    const opened: string[] = [];
    class Tab {
      constructor(private readonly name: string) {}
      setFocus(): void {
        opened.push(this.name);
      }
    }
    form({ get: (name: string) => new Tab(name) });
    tabOpener('rin_insights')?.();
    expect(opened).toEqual(['rin_insights']);
  });

  test('cannot be opened where the form has none of the name', () => {
    form({ get: () => null });
    expect(tabOpener('rin_insights')).toBeUndefined();
  });

  test('cannot be opened where the host has no such interface', () => {
    expect(tabOpener('rin_insights')).toBeUndefined();
    Object.assign(window, { Xrm: {} });
    expect(tabOpener('rin_insights')).toBeUndefined();
  });
});
