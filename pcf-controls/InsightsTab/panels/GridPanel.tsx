import * as React from 'react';
import type { WeekHour } from '@record-insights/domain';
import type { Load } from '../../shared/load';
import { createStyles } from '../../shared/ui/createStyles';
import { PanelFrame } from '../ui/PanelFrame';
import { ChartPlaceholder } from '../../shared/ui/Placeholder';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { GridLegend, type GridLegendProps } from './GridLegend';
import { HoursTable, type HoursTableProps } from './HoursTable';
import { WeekGrid, type WeekGridProps } from './WeekGrid';

/** An answer as a grid and as a table. */
export interface GridView<Cell extends WeekHour> {
  readonly grid: Omit<WeekGridProps, 'size'>;
  readonly legend: GridLegendProps;
  readonly table: Omit<HoursTableProps<Cell>, 'label'>;
}

export interface GridPanelProps<Answer, Cell extends WeekHour> {
  readonly panel: { readonly title: string; readonly tooltip: string };
  readonly load: Load<Answer>;
  readonly onRetry: () => void;
  readonly isEmpty: (answer: Answer) => boolean;
  readonly size: WeekGridProps['size'];
  readonly viewOf: (answer: Answer) => GridView<Cell>;
}

const useStyles = createStyles(() => ({ below: { paddingTop: 8 } }));

const heights = { large: 188, small: 160 };

/** Hours of the week in a grid, or the same numbers as a table. Beside the title of a small one there is no room for its legend. */
export function GridPanel<Answer, Cell extends WeekHour>({
  panel,
  load,
  onRetry,
  isEmpty,
  size,
  viewOf,
}: GridPanelProps<Answer, Cell>): React.ReactElement {
  const styles = useStyles();
  const [twin, setTwin] = React.useState<Twin>('chart');
  return (
    <PanelFrame<Answer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={isEmpty}
      placeholder={<ChartPlaceholder height={heights[size]} />}
      actions={(answer) => (
        <>
          {twin === 'chart' && size === 'large' && <GridLegend {...viewOf(answer).legend} />}
          <TwinSwitch chosen={twin} chartIcon="GridViewSmall" onChoose={setTwin} />
        </>
      )}
    >
      {(answer) => {
        const { grid, legend, table } = viewOf(answer);
        if (twin === 'table') return <HoursTable label={panel.title} {...table} />;
        return (
          <>
            <WeekGrid {...grid} size={size} />
            {size === 'small' && (
              <div className={styles.below}>
                <GridLegend {...legend} />
              </div>
            )}
          </>
        );
      }}
    </PanelFrame>
  );
}
