import * as React from 'react';
import { ContextualMenu, DirectionalHint, type IContextualMenuItem } from '@fluentui-platform/react';

interface MenuButtonProps {
  readonly className: string;
  readonly label: string;
  readonly items: IContextualMenuItem[];
  readonly children: React.ReactNode;
}

/** A button that opens a menu below itself. */
export function MenuButton({ className, label, items, children }: MenuButtonProps): React.ReactElement {
  const button = React.useRef<HTMLButtonElement>(null);
  const [open, setOpen] = React.useState(false);
  return (
    <>
      <button
        ref={button}
        className={className}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      <ContextualMenu
        hidden={!open}
        target={button}
        items={items}
        directionalHint={DirectionalHint.bottomAutoEdge}
        onDismiss={() => setOpen(false)}
      />
    </>
  );
}
