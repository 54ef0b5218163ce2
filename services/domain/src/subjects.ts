import type { Interaction } from './interaction';
import { subjectColumns, typeOf } from './registry/interactionTypes';
import type { RecordType } from './registry/recordTypes';
import { recordId, type RecordId } from './ids';

/** A record that an interaction touches. */
export interface Subject {
  readonly type: RecordType;
  readonly id: RecordId;
}

/** Every record that the interaction names, read from the registry. */
export function subjectsOf(interaction: Pick<Interaction, 'type' | 'columns'>): readonly Subject[] {
  const columns = { ...subjectColumns, ...typeOf(interaction.type).touches };
  return Object.entries(columns).flatMap(([column, type]) => {
    const id = interaction.columns[column];
    return id === undefined || type === null ? [] : [{ type, id: recordId(id) }];
  });
}
