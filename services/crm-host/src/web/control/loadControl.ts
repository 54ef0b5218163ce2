import type { ControlDefinition } from '../../controls/controlLibrary';
import { getJson } from '../json';
import type { ControlClass } from './contract';

/** A control ready to be placed. */
export interface LoadedControl {
  readonly definition: ControlDefinition;
  readonly make: ControlClass;
}

const registered = new Map<string, ControlClass>();
const loading = new Map<string, Promise<LoadedControl>>();

/** Bundles register themselves here when they run; it has to be there before the first is loaded. */
Object.assign(window, {
  ComponentFramework: { registerControl: (name: string, make: ControlClass) => registered.set(name, make) },
});

/** Loads the control that a form names, once a page; a failure is tried again when asked again. */
export function loadControl(placedName: string): Promise<LoadedControl> {
  const known = loading.get(placedName);
  if (known) return known;
  const load = fetchControl(placedName);
  loading.set(placedName, load);
  load.catch(() => loading.delete(placedName));
  return load;
}

async function fetchControl(placedName: string): Promise<LoadedControl> {
  const definition = await getJson<ControlDefinition>(`/metadata/controls/${placedName}`);
  const folder = `/controls/${definition.folder}/`;
  definition.styles.forEach((path) => addStyles(folder + path));
  await addScript(folder + definition.script);
  const make = registered.get(definition.name);
  if (!make) throw new Error(`The bundle of ${definition.name} registers no control of that name.`);
  return { definition, make };
}

function addStyles(href: string): void {
  if (document.querySelector(`link[href="${href}"]`)) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
}

/** Runs a script of this CRM. */
export function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src, async: true });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${src} could not be loaded.`));
    });
    document.head.append(script);
  });
}
