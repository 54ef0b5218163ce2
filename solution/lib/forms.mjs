import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { below, rootOf } from './xml.mjs';

/** What the solution changes in forms that an organisation has: `[{ table, systemform }]`, for the managed solution. */
export function changedForms(source) {
  const folder = join(source, 'forms');
  return xmlFiles(folder).map((file) => ({ table: tableOf(file), systemform: read(folder, file) }));
}

/** Forms of our own with every change of their table laid over them, for the unmanaged solution. */
export function ownForms(source) {
  const changes = changedForms(source);
  const folder = join(source, 'own-forms');
  return xmlFiles(folder).map((file) => {
    const [table, systemform] = [tableOf(file), read(folder, file)];
    for (const change of changes.filter((one) => one.table === table)) layOver(systemform, change.systemform);
    return { table, systemform };
  });
}

const xmlFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort();
const tableOf = (file) => file.split('.')[0];
const read = (folder, file) => rootOf(readFileSync(join(folder, file), 'utf8'), join(folder, file));

/** Adds what a change adds: whole tabs, and the descriptions of the controls in them. */
function layOver(systemform, change) {
  const added = below(change, '*').filter((element) => element.getAttribute('solutionaction') === 'Added');
  for (const element of added) {
    const parent = partOf(below(systemform, 'form')[0], element.parentNode.nodeName);
    const copy = parent.ownerDocument.importNode(element, true);
    const place = element.getAttribute('ordinalvalue');
    const present = Array.from(parent.childNodes).filter((node) => node.nodeName === element.nodeName);
    parent.insertBefore(copy, (place === null ? undefined : present[Number(place)]) ?? null);
    copy.removeAttribute('solutionaction');
    copy.removeAttribute('ordinalvalue');
  }
}

function partOf(form, name) {
  if (!['tabs', 'controlDescriptions'].includes(name)) {
    throw new Error(`A form adds to <${name}>. Add to <tabs> or <controlDescriptions>, or teach the packer.`);
  }
  return below(form, name)[0] ?? form.appendChild(form.ownerDocument.createElement(name));
}

/** Faults of the placed controls: not built, a property that does not exist, a bound one that is not given. */
export function placementFaults({ table, systemform }, controls) {
  return below(systemform, 'customControl')
    .filter((placed) => placed.hasAttribute('name'))
    .flatMap((placed) => {
      const name = placed.getAttribute('name');
      const control = controls.find((one) => one.name === name);
      if (!control) return [`the form of ${table} places ${name}, which is not built`];
      const given = Array.from(below(placed, 'parameters')[0]?.childNodes ?? [])
        .filter((node) => node.nodeType === node.ELEMENT_NODE)
        .map((element) => element.nodeName);
      const unknown = given.filter((key) => !control.properties.some((property) => property.name === key));
      const missing = control.properties.filter((one) => one.mustBeBound && !given.includes(one.name));
      return [
        ...unknown.map((key) => `the form of ${table} gives ${name} a property ${key}, which it does not have`),
        ...missing.map((one) => `the form of ${table} leaves ${one.name} of ${name} unbound`),
      ];
    });
}
