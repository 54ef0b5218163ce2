import { described, tag, textTags } from './xml.mjs';

const about = { IsCustomizable: 1, IntroducedVersion: '0.1.0.0', IsHierarchical: 0 };
/** Where related records are found on a form. */
const related = { NavPaneDisplayOption: 'UseCollectionName', NavPaneArea: 'Details', NavPaneOrder: 10000 };

/** A lookup: many records of one table name one of another. Who is deleted is forgotten by those that name it. */
export function lookupXml({ table, column, to }) {
  const name = `${table}_${column.replace(/^rin_|id$/g, '')}`;
  return relationship(
    name,
    {
      EntityRelationshipType: 'OneToMany',
      ...about,
      ReferencingEntityName: table,
      ReferencedEntityName: to,
      CascadeAssign: 'NoCascade',
      CascadeDelete: 'RemoveLink',
      CascadeReparent: 'NoCascade',
      CascadeShare: 'NoCascade',
      CascadeUnshare: 'NoCascade',
      CascadeRollupView: 'NoCascade',
      IsValidForAdvancedFind: 1,
      ReferencingAttributeName: column,
    },
    [tag('RelationshipDescription', {}, described(''))],
    [
      { ...related, NavigationPropertyName: column, RelationshipRoleType: 1 },
      { NavigationPropertyName: name, RelationshipRoleType: 0 },
    ],
  );
}

/** Records of two tables that go together many to many. */
export function pairXml({ name, tables: [first, second] }) {
  return relationship(
    name,
    {
      EntityRelationshipType: 'ManyToMany',
      ...about,
      FirstEntityName: first,
      SecondEntityName: second,
      IntersectEntityName: name,
      IsValidForAdvancedFind: 1,
    },
    [],
    [1, 2].map((AssociationRoleOrdinal) => ({ ...related, NavigationPropertyName: name, AssociationRoleOrdinal })),
  );
}

function relationship(name, values, more, roles) {
  const each = roles.map((role) => tag('EntityRelationshipRole', {}, textTags(role)));
  return tag('EntityRelationship', { Name: name }, textTags(values), more, tag('EntityRelationshipRoles', {}, each));
}
