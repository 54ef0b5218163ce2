import * as React from 'react';
import type { FormCell } from '../../forms/formDefinition';
import { initialsOf } from '../../initials';
import { textOf, type Row } from '../../row';
import type { CrmTable } from '../../tables';
import { Icon } from '../icons';
import { Link } from '../Link';
import { go } from '../navigation';
import { listPlace, recordPlace } from '../place';
import { target } from '../display';
import { viewOf } from '../views';
import { CommandMenu } from './CommandBar';
import type { Command } from './commands';
import { propertyOf, shownCell } from './cellValue';

interface RecordHeaderProps {
  readonly table: CrmTable;
  readonly row: Row;
  readonly header: readonly FormCell[];
  /** Commands that have no bar of their own, on narrow windows. */
  readonly commands: readonly Command[];
}

/** Who or what the record is, and the columns that the form puts into its header. */
export function RecordHeader({ table, row, header, commands }: RecordHeaderProps): React.ReactElement {
  const name = textOf(row, table.name) || '(no name)';
  const subtitle = textOf(row, viewOf(table.table).subtitle ?? '');
  return (
    <header className="record-header">
      <button type="button" className="bar-button" aria-label="Back" onClick={() => goBack(table)}>
        <Icon name="Back" />
      </button>
      <span className="persona" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div className="record-name">
        <h1>{name}</h1>
        <p>{[table.title, subtitle].filter((part) => part !== '').join(' · ')}</p>
      </div>
      <dl className="header-fields">
        {header.map((cell) => (
          <HeaderField key={cell.id} cell={cell} row={row} />
        ))}
      </dl>
      {commands.length > 0 && <CommandMenu commands={commands} />}
    </header>
  );
}

function HeaderField({ cell, row }: { readonly cell: FormCell; readonly row: Row }): React.ReactElement | null {
  const text = shownCell(row, cell);
  const lookup = target(row, propertyOf(cell));
  return (
    <div>
      <dt>{cell.label}</dt>
      <dd>{lookup && text ? <Link to={recordPlace(lookup.table, lookup.id)}>{text}</Link> : text || '–'}</dd>
    </div>
  );
}

/** To the page before; who came by a link from outside goes to the list. */
function goBack(table: CrmTable): void {
  if (window.history.length > 1) window.history.back();
  else go(listPlace(table));
}
