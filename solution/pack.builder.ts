import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { readZip } from './readZip';

/** What the zips take along from the controls' build. */
export interface Built {
  readonly controls: string;
  readonly webResources: string;
}

/** Built controls and web resources as small as they can be; `more` goes among the properties of the first control. */
export function smallBuild(folder: string, more = ''): Built {
  const built = { controls: join(folder, 'controls'), webResources: join(folder, 'webResources') };
  buildControl(built.controls, 'InsightsTab', more);
  buildControl(built.controls, 'InteractionTimeline');
  buildControl(built.controls, 'JourneyDesigner');
  mkdirSync(join(built.webResources, 'rin_'), { recursive: true });
  for (const name of ['signIn.js', 'signInDone.html', 'signInDone.js'])
    writeFileSync(join(built.webResources, 'rin_', name), `/* ${name} */`);
  return built;
}

function buildControl(folder: string, name: string, more = ''): void {
  const control = join(folder, name);
  mkdirSync(join(control, 'strings'), { recursive: true });
  writeFileSync(
    join(control, 'ControlManifest.xml'),
    `<?xml version="1.0" encoding="utf-8"?>
<manifest><control namespace="RecordInsights" constructor="${name}" version="1.2.3" control-type="virtual">
  <property name="anchor" of-type="SingleLine.Text" usage="bound" required="true"/>${more}
  <resources><code path="bundle.js" order="1"/><resx path="strings/${name}.1033.resx" version="1.0.0"/></resources>
</control></manifest>`,
  );
  writeFileSync(join(control, 'bundle.js'), `ComponentFramework.registerControl("RecordInsights.${name}", class {});`);
  writeFileSync(join(control, 'bundle.js.map'), '{}');
  writeFileSync(join(control, 'strings', `${name}.1033.resx`), '<root/>');
}

/** The solutions in the order of their import. */
export const solutionNames = [
  'RecordInsights',
  'RecordInsightsSales',
  'RecordInsightsRecords',
  'RecordInsightsOutbound',
] as const;

export type SolutionName = (typeof solutionNames)[number];
export type Layer = 'managed' | 'unmanaged';

interface Packed {
  readonly code: number | null;
  readonly said: string;
  zip(name: SolutionName, layer: Layer): string;
  /** All zips, the managed one before the unmanaged one. */
  readonly zips: readonly string[];
}

/** Runs the packer as the build does. It reads the tables from the domain as it was built last. */
export function pack({ controls, webResources }: Built, out: string, { version = '1.2.3', zone = 'UTC' } = {}): Packed {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[join(__dirname, 'pack.mjs'), '--controls', controls, '--web-resources', webResources],
      ...['--out', out, '--version', version],
    ],
    { encoding: 'utf8', env: { ...process.env, TZ: zone } },
  );
  const zip = (name: SolutionName, layer: Layer): string => join(out, `${name}_${version}_${layer}.zip`);
  const zips = solutionNames.flatMap((name) => [zip(name, 'managed'), zip(name, 'unmanaged')]);
  return { code: status, said: stdout + stderr, zip, zips };
}

/** A solution zip, opened. */
export class Solution {
  readonly files: ReadonlyMap<string, Buffer>;

  constructor(file: string) {
    this.files = readZip(file);
  }

  /** All elements of a name in one of the zip's XML files. */
  all(path: string, name: string): readonly Element[] {
    const bytes = this.files.get(path);
    if (!bytes) throw new Error(`The zip holds no ${path}.`);
    return elementsOf(bytes.toString('utf8'), name);
  }

  texts(path: string, name: string): readonly string[] {
    return this.all(path, name).map((element) => element.textContent ?? '');
  }
}

/** All elements of a name in a text, in document order. */
export function elementsOf(xml: string, name: string): readonly Element[] {
  return [...new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName(name)];
}

/** All elements of a name below another. */
export const below = (element: Element, name: string): readonly Element[] => [...element.getElementsByTagName(name)];

/** What the first element of a name below another holds; empty where there is none. */
export const textOf = (element: Element, name: string): string => below(element, name)[0]?.textContent ?? '';

/** Empty where there is none. */
export const attributeOf = (element: Element, name: string): string => element.getAttribute(name) ?? '';
