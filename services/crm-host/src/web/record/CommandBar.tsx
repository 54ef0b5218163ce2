import * as React from 'react';
import type { IContextualMenuItem } from '@fluentui-platform/react';
import { Icon } from '../icons';
import { MenuButton } from '../MenuButton';
import type { Command } from './commands';

/** Commands in one row; minor ones in the menu at its end. */
export function CommandBar({ commands }: { readonly commands: readonly Command[] }): React.ReactElement {
  return (
    <div className="commands" role="group" aria-label="Commands">
      {commands
        .filter(({ minor }) => !minor)
        .map((command) => (
          <CommandButton key={command.key} command={command} />
        ))}
      <CommandMenu commands={commands.filter(({ minor }) => minor)} />
    </div>
  );
}

function CommandButton({ command }: { readonly command: Command }): React.ReactElement {
  const content = (
    <>
      {command.icon && <Icon name={command.icon} />}
      {command.text}
    </>
  );
  if (command.choices) {
    return (
      <MenuButton className="command" label={command.text} items={command.choices.map(choiceItem)}>
        {content}
      </MenuButton>
    );
  }
  return (
    <button className="command" type="button" disabled={command.disabled} onClick={command.run}>
      {content}
    </button>
  );
}

/** The commands as a menu behind three dots. */
export function CommandMenu({ commands }: { readonly commands: readonly Command[] }): React.ReactElement {
  return (
    <MenuButton className="command" label="More commands" items={commands.map(menuItem)}>
      <Icon name="More" />
    </MenuButton>
  );
}

function menuItem({ key, text, icon, disabled, run, choices }: Command): IContextualMenuItem {
  return {
    key,
    text,
    ...(icon ? { iconProps: { iconName: icon } } : {}),
    ...(disabled ? { disabled } : {}),
    ...(run ? { onClick: run } : {}),
    ...(choices ? { subMenuProps: { items: choices.map(choiceItem) } } : {}),
  };
}

function choiceItem({ key, text, run }: { key: string; text: string; run: () => void }): IContextualMenuItem {
  return { key, text, onClick: run };
}
