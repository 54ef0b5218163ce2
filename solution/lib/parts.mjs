import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedForms, ownForms, placementFaults } from './forms.mjs';
import { escapeText, fill, rootOf, textOf, toText } from './xml.mjs';

/** Kinds of root component, as Dataverse numbers them. */
const rootTypes = { table: 1, control: 66 };
/** The table itself is not ours: only a shell of it carries the forms along. */
const shellOnly = 2;

/**
 * What a solution zip holds: `[{ path, bytes }]`.
 * @param {{ source: string, controls: ReturnType<import('./controls.mjs').readControls>, version: string, managed: boolean }} solution
 */
export function solutionParts({ source, controls, version, managed }) {
  const forms = managed ? changedForms(source) : ownForms(source);
  const faults = forms.flatMap((form) => placementFaults(form, controls));
  if (faults.length > 0) throw new Error(`The solution cannot be packed: ${faults.join('; ')}.`);
  const tables = [...new Set(forms.map(({ table }) => table))];
  const template = (name, values) => {
    const file = join(source, name);
    return Buffer.from(fill(readFileSync(file, 'utf8'), values, file));
  };
  const parts = [
    {
      path: 'solution.xml',
      bytes: template('solution.xml', {
        version: version + '.0',
        managed: managed ? '1' : '0',
        rootComponents: rootComponents(tables, controls),
      }),
    },
    {
      path: 'customizations.xml',
      bytes: template('customizations.xml', {
        tables: tables.map((table) => tableElement(table, forms)).join(''),
        controls: controls.map(({ name }) => controlElement(name)).join(''),
      }),
    },
    ...controls.flatMap(({ name, files }) =>
      files.map(({ path, bytes }) => ({ path: `Controls/${name}/${path}`, bytes })),
    ),
  ];
  return [{ path: '[Content_Types].xml', bytes: Buffer.from(contentTypes(parts)) }, ...parts];
}

function rootComponents(tables, controls) {
  const shells = tables.map(
    (table) => `<RootComponent type="${rootTypes.table}" schemaName="${escapeText(table)}" behavior="${shellOnly}"/>`,
  );
  const whole = controls.map(
    ({ name }) => `<RootComponent type="${rootTypes.control}" schemaName="${escapeText(name)}" behavior="0"/>`,
  );
  return [...shells, ...whole].join('');
}

/** Dataverse writes a table of its own with a capital letter: contact is Contact. */
function tableElement(table, forms) {
  const name = table[0].toUpperCase() + table.slice(1);
  const mine = forms.filter((form) => form.table === table).map(({ systemform }) => toText(systemform));
  return `<Entity><Name LocalizedName="${name}" OriginalName="">${name}</Name><FormXml><forms type="main">${mine.join('')}</forms></FormXml></Entity>`;
}

function controlElement(name) {
  return `<CustomControl><Name>${escapeText(name)}</Name><FileName>/Controls/${escapeText(name)}/ControlManifest.xml</FileName></CustomControl>`;
}

function contentTypes(parts) {
  const extensions = [...new Set(parts.map(({ path }) => path.split('.').pop()))].sort();
  const defaults = extensions.map((one) => `<Default Extension="${one}" ContentType="application/octet-stream"/>`);
  return `<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}</Types>`;
}

/** The prefix that the publisher puts before the names of its components. */
export function publisherPrefix(source) {
  const file = join(source, 'solution.xml');
  return textOf(rootOf(readFileSync(file, 'utf8'), file), 'CustomizationPrefix');
}
