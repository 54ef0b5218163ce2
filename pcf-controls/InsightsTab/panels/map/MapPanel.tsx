import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { MapAnswer } from '@record-insights/domain';
import { dataColours } from '../../../shared/theme';
import { ChartPlaceholder } from '../../../shared/ui/Placeholder';
import { createStyles, text12 } from '../../../shared/ui/createStyles';
import { useHost, type Host } from '../../app/host';
import { PanelFrame } from '../../ui/PanelFrame';
import { TwinSwitch, type Twin } from '../../../shared/ui/TwinSwitch';
import { useWidth } from '../../../shared/ui/useWidth';
import { Bars } from '../../../shared/charts/Bars';
import type { PanelProps } from '../panelProps';
import { classesOf, stepIn, type MapClass } from './classes';
import { CountriesTable } from './CountriesTable';
import { WorldMap } from './WorldMap';

/** From so much on, the list of countries stands beside the map. */
const roomForList = 720;
/** Countries in the list; the table has all. */
const listed = 8;

const useStyles = createStyles((theme) => ({
  beside: { display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)', gap: 24, alignItems: 'center' },
  legend: {
    ...text12,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    paddingTop: 8,
    color: theme.palette.neutralSecondary,
  },
  part: { display: 'flex', alignItems: 'center', gap: 8 },
  colour: { width: 16, height: 12, forcedColorAdjust: 'none' },
  more: { ...text12, color: theme.palette.neutralSecondary, paddingTop: '8px !important' },
}));

/** Where people were: a map with the ranked list beside it, or the same as a table of all countries. */
export function MapPanel({ panel, load, onRetry }: PanelProps<'map'>): React.ReactElement {
  const [twin, setTwin] = React.useState<Twin>('chart');
  const Shown = twin === 'chart' ? CountriesMap : CountriesTable;
  return (
    <PanelFrame<MapAnswer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ countries, unknown }) => countries.length === 0 && unknown === 0}
      placeholder={<ChartPlaceholder height={240} />}
      actions={() => <TwinSwitch chosen={twin} chartIcon="Globe" onChoose={setTwin} />}
    >
      {(answer) => <Shown label={panel.title} answer={answer} />}
    </PanelFrame>
  );
}

export interface CountriesProps {
  readonly label: string;
  readonly answer: MapAnswer;
}

function CountriesMap({ label, answer }: CountriesProps): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(0);
  const ranked = [...answer.countries].sort((a, b) => b.count - a.count);
  const classes = classesOf(ranked.map(({ count }) => count));
  const map = (
    <div>
      <WorldMap
        summary={summaryOf(ranked, answer.total, { texts, format })}
        lands={ranked.map(({ country, count }) => ({
          country,
          step: stepIn(classes, count),
          says: [format.country(country), format.number(count), format.percent(count / answer.total)].join(', '),
        }))}
      />
      <MapLegend classes={classes} unknown={answer.unknown} />
    </div>
  );
  return (
    <div ref={ref} className={width >= roomForList ? styles.beside : undefined}>
      {width >= roomForList && <Ranked label={label} countries={ranked} total={answer.total} />}
      {map}
    </div>
  );
}

function summaryOf(
  [most, ...others]: MapAnswer['countries'],
  total: number,
  { texts, format }: Pick<Host, 'texts' | 'format'>,
): string {
  if (!most) return texts.say('mapNothing');
  const count = others.length + 1;
  const places = texts.count('countries', count, format.number(count));
  return texts.say('mapSummary', format.number(total), places, format.country(most.country), format.number(most.count));
}

interface RankedProps {
  readonly label: string;
  readonly countries: MapAnswer['countries'];
  readonly total: number;
}

/** The countries with the most; how many more there are stands below. */
function Ranked({ label, countries, total }: RankedProps): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const more = countries.length - listed;
  return (
    <div>
      <Bars
        label={label}
        heads={[]}
        bars={countries.slice(0, listed).map(({ country, count }) => ({
          key: country,
          name: format.country(country),
          length: count / (countries[0]?.count ?? 1),
          numbers: [format.number(count), format.percent(count / total)],
        }))}
      />
      {more > 0 && <p className={styles.more}>{texts.count('moreValues', more, format.number(more))}</p>}
    </div>
  );
}

interface MapLegendProps {
  readonly classes: readonly MapClass[];
  readonly unknown: number;
}

/** What the colours mean, and how many are nowhere on the map. */
function MapLegend({ classes, unknown }: MapLegendProps): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const { grid } = dataColours(useTheme());
  return (
    <div className={styles.legend}>
      {classes.map(({ from, to, step }) => (
        <span key={step} className={styles.part}>
          <span className={styles.colour} style={{ background: grid[step]?.fill }} />
          {from === to ? format.number(from) : `${format.number(from)} – ${format.number(to)}`}
        </span>
      ))}
      <span>{texts.say('nameAndNumber', texts.say('unknownValue'), format.number(unknown))}</span>
    </div>
  );
}
