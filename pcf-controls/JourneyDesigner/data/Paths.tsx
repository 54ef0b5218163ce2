import * as React from 'react';
import type { PipelineTile } from '@record-insights/domain';
import { Bars } from '../../shared/charts/Bars';
import { useDesigner } from '../app/designer';
import { shareText, subjectOf } from './NumberRows';
import { Section } from './Section';

/** Px of a character, and of the longest names beside which there is room for bars. */
const character = 8;
const longest = 80;

/** Room for the longest name; undefined where it is too long to stand beside its bar. */
function nameWidth({ paths }: PipelineTile): number | undefined {
  const width = character * Math.max(4, ...paths.map(({ title }) => title.length));
  return width > longest ? undefined : width;
}

/** Whom a tile passed on, by the path that they took. */
export function Paths({ tile }: { readonly tile: PipelineTile }): React.ReactElement {
  const { texts, format, openRows } = useDesigner();
  const processed = tile.volumes.processed.count;
  const title = texts.say('paths');
  const bars = tile.paths.map((path) => {
    const share = processed === 0 ? null : path.count / processed;
    const about = { title: path.title, sentence: texts.say('paths_about') };
    const find = ({ paths }: PipelineTile) => paths.find(({ branch }) => branch === path.branch);
    return {
      key: path.branch,
      name: path.title,
      length: share ?? 0,
      numbers: [format.number(path.count), shareText(share, format)],
      open: (from: HTMLElement) =>
        openRows({ find: (answer) => subjectOf(answer, tile.id, { title: path.title, about, find }, format) }, from),
    };
  });
  return (
    <Section
      title={title}
      about={{ title, sentence: texts.say('paths_about') }}
      note={texts.say('ofProcessed', format.number(processed))}
    >
      <Bars label={title} heads={[]} bars={bars} nameWidth={nameWidth(tile)} />
    </Section>
  );
}
