import * as React from 'react';
import { kpiOf, type PipelineTile } from '@record-insights/domain';
import { useDesigner } from '../app/designer';
import { NumberRows, type NumberRow } from './NumberRows';
import { Section } from './Section';

/** What became of a tile's email, in percent of its inflow. */
export function TileKpis({ tile }: { readonly tile: PipelineTile }): React.ReactElement {
  const { texts, format } = useDesigner();
  const inflow = format.number(tile.volumes.inflow.count);
  const rows = tile.kpis.flatMap((kpi): readonly NumberRow[] => {
    const { id, title, value, percent, definition } = kpi;
    if (kpi.rows === undefined) return [];
    const count = value ?? 0;
    const worked =
      percent === null ? [] : [texts.say('ofInflow_line', format.number(count), inflow, format.percent(percent))];
    return [
      {
        ...{ key: id, title, count, rows: kpi.rows, share: percent, isSavable: kpiOf(id).savable },
        about: {
          title,
          sentence: definition.tooltip,
          lines: [definition.formula],
          notes: worked,
          glossary: definition.glossary,
        },
        find: ({ kpis }) => {
          const its = kpis.find((one) => one.id === id);
          return its?.rows === undefined ? undefined : { count: its.value ?? 0, rows: its.rows };
        },
      },
    ];
  });
  const title = texts.say('kpis');
  return (
    <Section title={title} about={{ title, sentence: texts.say('kpis_about') }} note={texts.say('ofInflow', inflow)}>
      <NumberRows tile={tile.id} rows={rows} />
    </Section>
  );
}
