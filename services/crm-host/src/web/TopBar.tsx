import * as React from 'react';
import { ContextualMenuItemType, type IContextualMenuItem } from '@fluentui-platform/react';
import { initialsOf } from '../initials';
import type { Me } from '../auth/routes';
import { tableOfRecordType } from '../tables';
import { Icon } from './icons';
import { Link } from './Link';
import { MenuButton } from './MenuButton';
import { go } from './navigation';
import type { ThemeName } from './theme';
import type { SiteMapState } from './useSiteMap';

interface TopBarProps {
  readonly me: Me;
  readonly theme: ThemeName;
  readonly siteMap: SiteMapState;
  readonly onSwitchTheme: () => void;
}

/** App name, search over everything, new records, theme and the signed-in user. */
export function TopBar({ me, theme, siteMap, onSwitchTheme }: TopBarProps): React.ReactElement {
  const other = theme === 'dark' ? 'light' : 'dark';
  const open = siteMap.shape === 'full' || siteMap.shape === 'open';
  return (
    <header className="top">
      <button
        className="bar-button waffle"
        type="button"
        aria-label="Site map"
        aria-expanded={open}
        onClick={siteMap.toggle}
      >
        <Icon name={siteMap.shape === 'hidden' || siteMap.shape === 'open' ? 'GlobalNavButton' : 'WaffleOffice365'} />
      </button>
      <Link to={{ at: 'home' }} className="product">
        CRM
      </Link>
      <span className="area">Marketing</span>
      <GlobalSearch />
      <MenuButton className="bar-button wide-only" label="New record" items={newItems()}>
        <Icon name="Add" />
      </MenuButton>
      <button
        className="bar-button wide-only"
        type="button"
        aria-label={`Use the ${other} theme`}
        onClick={onSwitchTheme}
      >
        <Icon name="Sunny" />
      </button>
      <MenuButton
        className="bar-button me"
        label={`${me.name}, account menu`}
        items={userItems(me, other, onSwitchTheme)}
      >
        <span className="persona small" aria-hidden="true">
          {initialsOf(me.name)}
        </span>
      </MenuButton>
    </header>
  );
}

function newItems(): IContextualMenuItem[] {
  return (['contact', 'account', 'lead'] as const).map(tableOfRecordType).map((table) => ({
    key: table.table,
    text: table.title,
    onClick: () => go({ at: 'new', table }),
  }));
}

function userItems(me: Me, otherTheme: ThemeName, onSwitchTheme: () => void): IContextualMenuItem[] {
  return [
    { key: 'who', text: `${me.name}, ${me.title}`, itemType: ContextualMenuItemType.Header },
    { key: 'settings', text: 'Settings', iconProps: { iconName: 'Settings' }, onClick: () => go({ at: 'settings' }) },
    { key: 'glossary', text: 'Glossary', iconProps: { iconName: 'Dictionary' }, onClick: () => go({ at: 'glossary' }) },
    {
      key: 'theme',
      text: otherTheme === 'dark' ? 'Dark theme' : 'Light theme',
      iconProps: { iconName: 'Sunny' },
      onClick: onSwitchTheme,
    },
    { key: 'out', text: 'Sign out', iconProps: { iconName: 'SignOut' }, onClick: signOut },
  ];
}

function signOut(): void {
  void fetch('/sign-out', { method: 'POST', redirect: 'manual' }).then(() => window.location.assign('/sign-in'));
}

/** Finds records of every kind by name. */
function GlobalSearch(): React.ReactElement {
  const [text, setText] = React.useState('');
  const search = (event: React.FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') go({ at: 'search', text: text.trim() });
  };
  return (
    <form className="find" role="search" onSubmit={search}>
      <Icon name="Search" />
      <input
        type="search"
        placeholder="Search"
        aria-label="Search all records"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
