import * as React from 'react';
import { Link } from '@fluentui/react';
import { dimensionOf, type ValueAnswer, type ValuesAnswer, type ValuesColumn } from '@record-insights/domain';
import { useHost, type Host } from '../app/host';
import { dataOf } from '../../shared/load';
import { useRecordNames } from '../../shared/ui/RecordLink';
import { createStyles, scrolling, text12 } from '../../shared/ui/createStyles';
import { ChartPlaceholder, RowsPlaceholder } from '../../shared/ui/Placeholder';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { useSorted } from '../../shared/ui/useSorted';
import { useWidth } from '../../shared/ui/useWidth';
import { Bars } from '../../shared/charts/Bars';
import { shownValue } from './delta';
import type { PanelOf, PanelProps } from './panelProps';

const useStyles = createStyles((theme) => ({
  scroll: { ...scrolling, overflowX: 'auto', margin: '0 -16px', padding: '0 16px' },
  name: { overflowWrap: 'anywhere', whiteSpace: 'normal', textAlign: 'left', verticalAlign: 'top', borderBottom: 0 },
  more: { ...text12, color: theme.palette.neutralSecondary, paddingTop: '8px !important' },
}));
/** Px of a number's column: as its head needs where there is room for all, else as its numbers need. */
const numberWidths = { most: 112, least: 72 };
/** Of names, where numbers take more than there is and the table is moved sideways. */
const tightName = 120;
/** What a column takes besides its text. */
const gutters = 24;

/** Numbers by a value of the rows, as bars of the first number or as a table of all; a value opens its rows where it has some. */
export function ValuesPanel({ panel, load, onRetry }: PanelProps<'values'>): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const [twin, setTwin] = React.useState<Twin>('chart');
  const isChart = panel.shows === 'bars' && twin === 'chart';
  const Shown = isChart ? ValueBars : ValuesTable;
  return (
    <PanelFrame<ValuesAnswer>
      about={{ title: panel.title, sentence: panel.tooltip, notes: notesOf(load) }}
      load={load}
      onRetry={onRetry}
      note={panel.anyTime === true ? texts.say('allTime') : undefined}
      isEmpty={({ values }) => values.length === 0}
      {...(panel.anyTime === true ? { emptySentence: texts.say('nothingSoFar') } : {})}
      placeholder={panel.shows === 'bars' ? <ChartPlaceholder height={112} /> : <RowsPlaceholder rows={4} />}
      actions={() => panel.shows === 'bars' && <TwinSwitch chosen={twin} chartIcon="BarChart4" onChoose={setTwin} />}
    >
      {(answer) => (
        <>
          <Shown panel={panel} answer={answer} />
          {answer.more > 0 && (
            <p className={styles.more}>{texts.count('moreValues', answer.more, format.number(answer.more))}</p>
          )}
        </>
      )}
    </PanelFrame>
  );
}

/** What each column counts, a line each, where there are several. */
function notesOf(load: PanelProps<'values'>['load']): readonly string[] {
  const answer = dataOf(load);
  if (!answer || answer.columns.length < 2) return [];
  return answer.columns.map(({ title, tooltip }) => `${title}: ${tooltip}`);
}

interface ShownProps {
  readonly panel: PanelOf<'values'>;
  readonly answer: ValuesAnswer;
}

type NameOf = (value: ValueAnswer) => string;

/** Names of the values of a panel: what records are called CRM tells. */
function useNameOf({ dimension }: PanelOf<'values'>): NameOf {
  const { texts } = useHost();
  const { record } = dimensionOf(dimension);
  const nameOfRecord = useRecordNames(record ?? 'contact');
  return ({ value, title }) => {
    if (title === '') return texts.say('unknownValue');
    return record === undefined ? title : nameOfRecord(value);
  };
}

/** Opens the rows of a value; undefined where it has none to open. */
function openingOf(
  value: ValueAnswer,
  title: string,
  { id }: ValuesAnswer,
  host: Host,
): ((from: HTMLElement) => void) | undefined {
  if (value.rows === undefined) return undefined;
  return (from) => host.openRows({ kind: 'thing', panel: id, id: value.value, title }, from);
}

function ValueBars({ panel, answer }: ShownProps): React.ReactElement {
  const host = useHost();
  const nameOf = useNameOf(panel);
  const { columns, values } = answer;
  const longest = Math.max(...values.map(({ numbers }) => numbers[0] ?? 0));
  return (
    <Bars
      label={panel.title}
      heads={columns.length > 1 ? columns.map(({ title }) => title) : []}
      bars={values.map((value) => {
        const name = nameOf(value);
        const open = openingOf(value, name, answer, host);
        return {
          key: value.value,
          name,
          length: longest === 0 ? 0 : (value.numbers[0] ?? 0) / longest,
          numbers: columns.map(({ unit }, n) => shownValue(value.numbers[n] ?? null, unit, host.format)),
          ...(open ? { open } : {}),
        };
      })}
    />
  );
}

function ValuesTable({ panel, answer }: ShownProps): React.ReactElement {
  const host = useHost();
  const { format, isNarrow, word } = host;
  const styles = useStyles();
  const nameOf = useNameOf(panel);
  const { columns, values } = answer;
  const places = new Map(columns.map(({ id }, n) => [id, n]));
  const numberOf = ({ numbers }: ValueAnswer, id: string): number | null => numbers[places.get(id) ?? -1] ?? null;
  const { sorted, sortOf } = useSorted(values, columns[0]?.id ?? 'title', (value, key) =>
    key === 'title' ? nameOf(value) : (numberOf(value, key) ?? -Infinity),
  );
  const [ref, width] = useWidth<HTMLDivElement>(0);
  const room = Math.floor((width - tightName) / columns.length) - gutters;
  const numberWidth = Math.max(numberWidths.least, Math.min(numberWidths.most, room));
  const numberColumn = ({ id, title, unit }: ValuesColumn): TableColumn<ValueAnswer> => ({
    key: id,
    title,
    right: true,
    width: numberWidth,
    render: (value) => shownValue(numberOf(value, id), unit, format),
    ...sortOf(id),
  });
  const nameColumn: TableColumn<ValueAnswer> = {
    key: 'title',
    title: word(dimensionOf(panel.dimension).title),
    ...(isNarrow ? { width: tightName } : {}),
    render: (value) => {
      const name = nameOf(value);
      const open = openingOf(value, name, answer, host);
      if (!open) return <span className={styles.name}>{name}</span>;
      return (
        <Link className={styles.name} onClick={(event) => open(event.currentTarget)}>
          {name}
        </Link>
      );
    },
    ...sortOf('title'),
  };
  return (
    <div ref={ref} className={styles.scroll} data-is-scrollable="true">
      <DataTable
        label={panel.title}
        columns={[nameColumn, ...columns.map(numberColumn)]}
        items={sorted}
        keyOf={({ value }) => value}
        rows="compact"
      />
    </div>
  );
}
