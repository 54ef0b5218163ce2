import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from './ids.mjs';
import { tag, textTags } from './xml.mjs';

/** Kinds of web resource by the extension of their names, as Dataverse numbers them. */
const kinds = { html: 1, js: 3 };

/** The built web resources of a folder, by their names in Dataverse: `[{ name, bytes }]`. */
export function readWebResources(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => ({ name: file.slice(folder.length + 1).replaceAll('\\', '/'), bytes: readFileSync(file) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const idOfResource = ({ name }) => idOf(`webresource:${name}`);

/** Where the zip holds it: without an extension, as Dataverse writes it. */
export const webResourcePath = (resource) =>
  `WebResources/${resource.name.replace(/\W/g, '')}${idOfResource(resource).slice(1, -1)}`;

export const webResourceXml = (resource) =>
  tag(
    'WebResource',
    {},
    textTags({
      WebResourceId: idOfResource(resource),
      Name: resource.name,
      DisplayName: `Record Insights: ${resource.name.split('/').pop()}`,
      WebResourceType: kinds[resource.name.split('.').pop()],
      IntroducedVersion: '0.1.0.0',
      IsEnabledForMobileClient: 1,
      IsAvailableForMobileOffline: 0,
      IsCustomizable: 1,
      CanBeDeleted: 1,
      IsHidden: 0,
      FileName: `/${webResourcePath(resource)}`,
    }),
  );
