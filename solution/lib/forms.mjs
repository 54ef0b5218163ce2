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
    for (const change of changes.filter((one) => one.table === table))
      layOver(formOf(systemform), formOf(change.systemform));
    return { table, systemform };
  });
}

const formOf = (systemform) => below(systemform, 'form')[0];
const xmlFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort();
const tableOf = (file) => file.split('.')[0];
const read = (folder, file) => rootOf(readFileSync(join(folder, file), 'utf8'), join(folder, file));

/** Adds what a change adds, in the parts of the form that have the same names; what holds it and is not there comes too. */
function layOver(target, change) {
  for (const part of elements(change).filter(addsSomething)) {
    if (isAdded(part)) insert(target, part, true);
    else layOver(counterpart(target, part) ?? insert(target, part, false), part);
  }
}

const elements = (parent) => Array.from(parent.childNodes).filter((node) => node.nodeType === node.ELEMENT_NODE);
const isAdded = (element) => element.getAttribute('solutionaction') === 'Added';
const addsSomething = (element) => isAdded(element) || below(element, '*').some(isAdded);

/** Tabs and sections are known by their names, columns, whose ids are their places, by those; all else is there once. */
function counterpart(target, part) {
  const alike = elements(target).filter(({ nodeName }) => nodeName === part.nodeName);
  if (part.nodeName === 'column') return alike[Number(part.getAttribute('id'))];
  const name = part.getAttribute('name');
  return name === null ? alike[0] : alike.find((one) => one.getAttribute('name') === name);
}

function insert(target, part, deep) {
  const copy = target.ownerDocument.importNode(part, deep);
  const place = part.getAttribute('ordinalvalue');
  const alike = elements(target).filter(({ nodeName }) => nodeName === part.nodeName);
  target.insertBefore(copy, (place === null ? undefined : alike[Number(place)]) ?? null);
  for (const name of ['solutionaction', 'ordinalvalue']) copy.removeAttribute(name);
  if (copy.nodeName === 'column') copy.removeAttribute('id');
  return copy;
}

/** Names of the controls that a form places, each once. */
export const placedControls = (systemform) => [
  ...new Set(
    below(systemform, 'customControl')
      .filter((placed) => placed.hasAttribute('name'))
      .map((placed) => placed.getAttribute('name')),
  ),
];

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
