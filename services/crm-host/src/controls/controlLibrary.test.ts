import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controlNamed } from './controlLibrary';

const manifest = `<manifest><control namespace="RecordInsights" constructor="InsightsTab" control-type="virtual">
  <property name="anchor" of-type="SingleLine.Text" usage="bound"/>
  <resources><code path="bundle.js"/><css path="css/tab.css"/>
    <resx path="strings/InsightsTab.1033.resx"/><resx path="strings/InsightsTab.1044.resx"/></resources>
</control></manifest>`;
const resx = (text: string): string => `<root><resheader name="version"><value>2.0</value></resheader>
  <data name="retry" xml:space="preserve"><value>${text}</value></data></root>`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'controls-'));
  await mkdir(join(folder, 'Tab', 'strings'), { recursive: true });
  await mkdir(join(folder, 'unfinished'));
  await writeFile(join(folder, 'Tab', 'ControlManifest.xml'), manifest);
  await writeFile(join(folder, 'Tab', 'strings', 'InsightsTab.1033.resx'), resx('Retry'));
  await writeFile(join(folder, 'Tab', 'strings', 'InsightsTab.1044.resx'), resx('Prøv igjen'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('Finding a built control', () => {
  test('goes by its manifest, whatever its folder is called, and reads its English texts', async () => {
    expect(await controlNamed(folder, 'rin_RecordInsights.InsightsTab')).toEqual({
      name: 'RecordInsights.InsightsTab',
      folder: 'Tab',
      script: 'bundle.js',
      styles: ['css/tab.css'],
      properties: [{ name: 'anchor', type: 'SingleLine.Text', usage: 'bound' }],
      strings: { retry: 'Retry' },
    });
  });

  test('finds nothing under another name, or before anything is built', async () => {
    expect(await controlNamed(folder, 'rin_RecordInsights.Other')).toBeUndefined();
    expect(await controlNamed(join(folder, 'none'), 'rin_RecordInsights.InsightsTab')).toBeUndefined();
  });
});
