import { idOf } from './ids.mjs';
import { ownTableNames } from './ownTables.mjs';
import { tag, textTags } from './xml.mjs';

const everywhere = 'Global';
const inTheUnit = 'Local';
const own = 'Basic';

/** Privileges by verb on every one of the tables: `prvReadContact`. */
const on = (tables, levels) =>
  tables.flatMap((table) => Object.entries(levels).map(([verb, level]) => ({ name: `prv${verb}${table}`, level })));

/** Where the service is, and how to sign in to it: all who see a tab read it. Values have no privileges of their own. */
const variable = ['EnvironmentVariableDefinition'];
const findsTheService = on(variable, { Read: everywhere });
const setsTheService = on(variable, {
  Create: everywhere,
  Write: everywhere,
  Append: everywhere,
  AppendTo: everywhere,
});
/** The people that marketing is about, whoever owns them. */
const seesEverybody = on(['Contact', 'Account'], { Read: everywhere });

const readsRecords = on(ownTableNames, { Read: everywhere });
const makesRecords = on(ownTableNames, {
  Create: inTheUnit,
  Write: inTheUnit,
  Append: inTheUnit,
  AppendTo: inTheUnit,
  Delete: own,
  Assign: own,
});
const governsRecords = on(
  ownTableNames,
  Object.fromEntries(
    ['Create', 'Write', 'Append', 'AppendTo', 'Delete', 'Assign', 'Share'].map((verb) => [verb, everywhere]),
  ),
);

/** Roles of the solution with the controls. They come on top of what a user has to open the app at all (Basic User). */
export const insightsRoles = [
  { id: 'reader', name: 'Insights Reader', privileges: findsTheService },
  { id: 'marketer', name: 'Insights Marketer', privileges: [...findsTheService, ...seesEverybody] },
  { id: 'administrator', name: 'Insights Administrator', privileges: [...findsTheService, ...setsTheService] },
];

/** Roles of the solution with our own tables. */
export const recordsRoles = [
  { id: 'records-reader', name: 'Marketing Records Reader', privileges: readsRecords },
  { id: 'records-marketer', name: 'Marketing Records Marketer', privileges: [...readsRecords, ...makesRecords] },
  {
    id: 'records-administrator',
    name: 'Marketing Records Administrator',
    privileges: [...readsRecords, ...governsRecords],
  },
];

export const roleId = ({ id }) => idOf(`role:${id}`);

export const roleXml = (role) =>
  tag(
    'Role',
    { id: roleId(role), name: role.name, isinherited: 1 },
    textTags({ IsCustomizable: 1 }),
    tag(
      'RolePrivileges',
      {},
      role.privileges.map((privilege) => tag('RolePrivilege', privilege)),
    ),
  );
