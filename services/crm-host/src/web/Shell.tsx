import * as React from 'react';
import { ThemeProvider } from '@fluentui-platform/react';
import type { Me } from '../auth/routes';
import { GlossaryPage } from './GlossaryPage';
import { HomePage } from './HomePage';
import { ListPage } from './ListPage';
import { usePlace } from './usePlace';
import { Notice } from './Notice';
import { addressOf, type Place } from './place';
import { NewRecordPage } from './record/NewRecordPage';
import { RecordPage } from './record/RecordPage';
import { SearchPage } from './SearchPage';
import { SettingsPage } from './SettingsPage';
import { SiteMap } from './SiteMap';
import { applyTheme, chosenTheme, keepTheme, themeOf } from './theme';
import { TopBar } from './TopBar';
import { useSiteMap } from './useSiteMap';
import { UserContext } from './UserContext';

/** The app around every page: top bar, site map, and what the address names. */
export function Shell({ me }: { readonly me: Me }): React.ReactElement {
  const place = usePlace();
  const [theme, setTheme] = React.useState(chosenTheme);
  const siteMap = useSiteMap(addressOf(place));
  const switchTheme = (): void => {
    const other = theme === 'dark' ? 'light' : 'dark';
    applyTheme(other);
    keepTheme(other);
    setTheme(other);
  };
  return (
    <UserContext.Provider value={{ me, theme }}>
      <ThemeProvider theme={themeOf(theme)} applyTo="none" className={`app map-${siteMap.shape}`}>
        <a className="skip" href="#content">
          Skip to content
        </a>
        <TopBar me={me} theme={theme} siteMap={siteMap} onSwitchTheme={switchTheme} />
        <SiteMap place={place} shape={siteMap.shape} onLeave={siteMap.close} />
        <main id="content" className="content" tabIndex={-1}>
          <PageAt place={place} me={me} />
        </main>
      </ThemeProvider>
    </UserContext.Provider>
  );
}

function PageAt({ place, me }: { readonly place: Place; readonly me: Me }): React.ReactElement {
  switch (place.at) {
    case 'home':
      return <HomePage />;
    case 'list':
      return <ListPage key={place.table.table} place={place} />;
    case 'record':
      return <RecordPage key={addressOf({ ...place, tab: '' })} place={place} />;
    case 'new':
      return <NewRecordPage key={place.table.table} table={place.table} />;
    case 'search':
      return <SearchPage text={place.text} />;
    case 'settings':
      return <SettingsPage mayChange={me.roles.includes('insights.admin')} />;
    case 'glossary':
      return <GlossaryPage />;
    case 'nowhere':
      return (
        <Notice icon="Info" title="There is no such page">
          Choose one in the site map.
        </Notice>
      );
  }
}
