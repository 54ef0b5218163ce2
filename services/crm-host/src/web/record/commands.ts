import type { CrmTable } from '../../tables';
import type { IconName } from '../icons';
import { go } from '../navigation';
import { listPlace } from '../place';
import { deleteRecord } from '../webApi';

/** Something to do with a record. */
export interface Command {
  readonly key: string;
  readonly text: string;
  readonly icon?: IconName;
  /** Kept in the menu at the end, where there is room or not. */
  readonly minor?: boolean;
  readonly disabled?: boolean;
  readonly run?: () => void;
  /** A menu in place of an action. */
  readonly choices?: readonly { readonly key: string; readonly text: string; readonly run: () => void }[];
}

interface Owner {
  readonly id: string;
  readonly name: string;
}

interface Actions {
  readonly id: string;
  readonly canSave: boolean;
  readonly owners: readonly Owner[];
  save(): void;
  assign(owner: Owner): void;
  refresh(): void;
  failed(error: unknown): void;
}

export function commandsOf(table: CrmTable, actions: Actions): readonly Command[] {
  const { owners, assign } = actions;
  return [
    { key: 'save', text: 'Save', icon: 'Save', disabled: !actions.canSave, run: actions.save },
    { key: 'new', text: 'New', icon: 'Add', run: () => go({ at: 'new', table }) },
    {
      key: 'assign',
      text: 'Assign',
      icon: 'Contact',
      choices: owners.map((owner) => ({ key: owner.id, text: owner.name, run: () => assign(owner) })),
    },
    { key: 'refresh', text: 'Refresh', icon: 'Refresh', minor: true, run: actions.refresh },
    { key: 'delete', text: 'Delete', icon: 'Delete', minor: true, run: () => confirmDelete(table, actions) },
  ];
}

function confirmDelete(table: CrmTable, { id, failed }: Actions): void {
  if (!window.confirm(`Delete this ${table.title.toLowerCase()}? It cannot be brought back.`)) return;
  deleteRecord(table.table, id).then(() => go(listPlace(table), 'replace'), failed);
}
