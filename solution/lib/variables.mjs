import { environmentVariables } from '@record-insights/domain';
import { tag, textTags } from './xml.mjs';

const text = 100000000;

/** A definition without a value: each organisation gives its own. */
export const variableXml = ([schemaname, { title, about }]) =>
  tag(
    'environmentvariabledefinition',
    { schemaname },
    said('description', about),
    said('displayname', title),
    textTags({ introducedversion: '0.1.0.0', iscustomizable: 1, isrequired: 0, secretstore: 0, type: text }),
  );

const said = (name, text) => tag(name, { default: text }, tag('label', { description: text, languagecode: 1033 }));

/** The variables of the solution with the controls: `[name, { title, about }]`. */
export const variables = Object.entries(environmentVariables);
