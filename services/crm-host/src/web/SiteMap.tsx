import * as React from 'react';
import { recordTypes, siteMap } from '@record-insights/domain';
import { tableOfRecordType } from '../tables';
import { Icon, type IconName } from './icons';
import { Link } from './Link';
import { listPlace, type Place } from './place';
import type { SiteMapShape } from './useSiteMap';

interface SiteMapProps {
  readonly place: Place;
  readonly shape: SiteMapShape;
  readonly onLeave: () => void;
}

/** The areas of the app and their lists. As a rail it shows the icons, each with its name as a tip. */
export function SiteMap({ place, shape, onLeave }: SiteMapProps): React.ReactElement | null {
  React.useEffect(() => {
    if (shape !== 'open') return undefined;
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onLeave();
    };
    window.addEventListener('keydown', closeOnEscape);
    return () => window.removeEventListener('keydown', closeOnEscape);
  }, [shape, onLeave]);
  if (shape === 'hidden') return null;
  return (
    <>
      {shape === 'open' && <div className="map-shade" onClick={onLeave} />}
      <nav className="map" aria-label="Site map">
        <Entry to={{ at: 'home' }} icon="Home" title="Home" current={place.at === 'home'} />
        {siteMap.map((area) => (
          <React.Fragment key={area.title}>
            <h2>{area.title}</h2>
            {area.recordTypes.map((recordType) => {
              const { plural, icon } = recordTypes[recordType];
              const table = tableOfRecordType(recordType);
              const current = 'table' in place && place.table.table === table.table;
              return <Entry key={recordType} to={listPlace(table)} icon={icon} title={plural} current={current} />;
            })}
          </React.Fragment>
        ))}
      </nav>
    </>
  );
}

interface EntryProps {
  readonly to: Place;
  readonly icon: IconName;
  readonly title: string;
  readonly current: boolean;
}

function Entry({ to, icon, title, current }: EntryProps): React.ReactElement {
  return (
    <Link to={to} className="entry" title={title} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{title}</span>
    </Link>
  );
}
