import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placedControls, placementFaults } from './forms.mjs';
import { kinds } from './kinds.mjs';
import { roleId, roleXml } from './roles.mjs';
import { variableXml } from './variables.mjs';
import { webResourcePath, webResourceXml } from './webResources.mjs';
import { below, fill, rootOf, tag, textOf, toText } from './xml.mjs';

/** How much of a table a solution holds: all of it, or only a shell that carries our forms along. */
const whole = 0;
const shellOnly = 2;

/**
 * What a solution zip holds: `[{ path, bytes }]`.
 * @param {{ solution: ReturnType<import('./solutions.mjs').solutionsOf>[number], source: string, version: string,
 *   controls: ReturnType<import('./controls.mjs').readControls>, managed: boolean }} options
 *   `controls` are all that are built, whichever solution brings them
 */
export function solutionParts({ solution, source, controls, version, managed }) {
  const content = solution.content(managed);
  const faults = content.tables.flatMap(({ forms }) => forms.flatMap((form) => placementFaults(form, controls)));
  if (faults.length > 0) throw new Error(`${solution.name} cannot be packed: ${faults.join('; ')}.`);
  const template = (name, values) => {
    const file = join(source, name);
    return { path: name, bytes: Buffer.from(fill(readFileSync(file, 'utf8'), values, file)) };
  };
  const parts = [
    template('solution.xml', {
      name: solution.name,
      names: tag('LocalizedName', { description: solution.title, languagecode: 1033 }),
      descriptions: tag('Description', { description: solution.about, languagecode: 1033 }),
      version: version + '.0',
      managed: managed ? '1' : '0',
      rootComponents: rootComponents(content).join(''),
      missingDependencies: missingDependencies(content, version).join(''),
    }),
    template('customizations.xml', {
      tables: content.tables.map(tableXml).join(''),
      roles: content.roles.map(roleXml).join(''),
      relationships: content.relationships.join(''),
      webResources: webResourcesXml(content),
      controls: content.controls.map(({ name }) => controlXml(name)).join(''),
      apps: appsXml(content),
    }),
    ...content.variables.map((variable) => ({
      path: `environmentvariabledefinitions/${variable[0]}/environmentvariabledefinition.xml`,
      bytes: Buffer.from(variableXml(variable)),
    })),
    ...content.webResources.map((resource) => ({ path: webResourcePath(resource), bytes: resource.bytes })),
    ...content.controls.flatMap(({ name, files }) =>
      files.map(({ path, bytes }) => ({ path: `Controls/${name}/${path}`, bytes })),
    ),
  ];
  return [{ path: '[Content_Types].xml', bytes: Buffer.from(contentTypes(parts)) }, ...parts];
}

function rootComponents({ tables, roles, webResources, siteMaps, apps, controls, variables }) {
  const root = (type, key, behavior = whole) => tag('RootComponent', { type, ...key, behavior });
  const byName = (type) => (name) => root(type, { schemaName: name });
  return [
    ...tables.map(({ table, shell }) => root(kinds.table, { schemaName: table }, shell ? shellOnly : whole)),
    ...roles.map((role) => root(kinds.role, { id: roleId(role) })),
    ...webResources.map(({ name }) => name).map(byName(kinds.webResource)),
    ...siteMaps.map(({ name }) => name).map(byName(kinds.siteMap)),
    ...controls.map(({ name }) => name).map(byName(kinds.control)),
    ...apps.map(({ name }) => name).map(byName(kinds.app)),
    ...variables.map(([name]) => name).map(byName(kinds.variable)),
  ];
}

/** Controls that forms place and another solution of ours brings. */
function missingDependencies({ tables, controls }, version) {
  const here = new Set(controls.map(({ name }) => name));
  return tables.flatMap(({ table, forms }) =>
    forms.flatMap(({ systemform }) =>
      placedControls(systemform)
        .filter((name) => !here.has(name))
        .map((schemaName) =>
          tag(
            'MissingDependency',
            {},
            tag('Required', {
              type: kinds.control,
              schemaName,
              displayName: schemaName,
              solution: `RecordInsights (${version}.0)`,
            }),
            tag('Dependent', {
              type: kinds.form,
              displayName: formTitle(systemform),
              parentSchemaName: table,
              id: textOf(systemform, 'formid'),
            }),
          ),
        ),
    ),
  );
}

const formTitle = (systemform) =>
  below(below(systemform, 'LocalizedNames').at(-1), 'LocalizedName')[0].getAttribute('description');

function tableXml({ table, name = systemName(table), info = '', forms, views }) {
  const xml = forms.map(({ systemform }) => toText(systemform));
  return tag(
    'Entity',
    {},
    name,
    info,
    tag('FormXml', {}, tag('forms', { type: 'main' }, xml)),
    views ? tag('SavedQueries', {}, views) : '',
  );
}

/** Dataverse writes tables of its own with a capital letter: contact is Contact. Those of others have a prefix. */
function systemName(table) {
  const name = table.includes('_') ? table : table[0].toUpperCase() + table.slice(1);
  return tag('Name', { LocalizedName: name, OriginalName: '' }, name);
}

const controlXml = (name) =>
  tag('CustomControl', {}, tag('Name', {}, name), tag('FileName', {}, `/Controls/${name}/ControlManifest.xml`));

const webResourcesXml = ({ webResources }) =>
  webResources.length === 0 ? '' : tag('WebResources', {}, webResources.map(webResourceXml));

/** Site maps and apps; where there are none, the schema wants no element either. */
function appsXml({ siteMaps, apps }) {
  if (apps.length === 0) return '';
  const xml = (parts) => parts.map((part) => part.xml);
  return tag('AppModuleSiteMaps', {}, xml(siteMaps)) + tag('AppModules', {}, xml(apps));
}

function contentTypes(parts) {
  const type = 'ContentType="application/octet-stream"';
  const [plain, named] = [false, true].map((has) => parts.filter(({ path }) => /\.[^/]+$/.test(path) === has));
  const extensions = [...new Set(named.map(({ path }) => path.split('.').pop()))].sort();
  const defaults = [
    ...extensions.map((one) => `<Default Extension="${one}" ${type}/>`),
    ...plain.map(({ path }) => `<Override PartName="/${path}" ${type}/>`),
  ];
  return `<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}</Types>`;
}

/** The prefix that the publisher puts before the names of its components. */
export function publisherPrefix(source) {
  const file = join(source, 'solution.xml');
  return textOf(rootOf(readFileSync(file, 'utf8'), file), 'CustomizationPrefix');
}
