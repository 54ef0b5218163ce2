import * as React from 'react';
import { recordTypes, siteMap } from '@record-insights/domain';
import { tableOfRecordType } from '../tables';
import { Icon } from './icons';
import { useLoad } from './load';
import { Link } from './Link';
import { listPlace } from './place';
import { recentRecords } from './recent';
import { useSurroundings } from './UserContext';
import { retrieveRecords } from './webApi';

/** Where one starts: what was opened last, and how many records of each kind one may read. */
export function HomePage(): React.ReactElement {
  const { me } = useSurroundings();
  const [counts] = useLoad('counts', countAll);
  const recent = recentRecords(me.id);
  return (
    <div className="page">
      <h1>Home</h1>
      <div className="cards">
        {recent.length > 0 && (
          <section className="card">
            <h2>Recent</h2>
            <ul>
              {recent.map(({ table, id, name }) => (
                <li key={id}>
                  <Link to={{ at: 'record', table, id }}>{name}</Link>
                  <span className="second">{table.title}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {siteMap.map((area) => (
          <section className="card" key={area.title}>
            <h2>{area.title}</h2>
            <ul>
              {area.recordTypes.map((recordType) => (
                <li key={recordType}>
                  <Icon name={recordTypes[recordType].icon} />
                  <Link to={listPlace(tableOfRecordType(recordType))}>{recordTypes[recordType].plural}</Link>
                  <span className="second">{counts.state === 'failed' ? '–' : counts.data?.get(recordType)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

async function countAll(): Promise<ReadonlyMap<string, string>> {
  const all = siteMap.flatMap((area) => area.recordTypes);
  const counts = await Promise.all(
    all.map(async (recordType) => {
      const { table, key } = tableOfRecordType(recordType);
      const { count = 0 } = await retrieveRecords(table, `?$select=${key}&$count=true`, 1);
      return [recordType, count.toLocaleString('en-GB')] as const;
    }),
  );
  return new Map<string, string>(counts);
}
