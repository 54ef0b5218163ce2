import * as React from 'react';
import type { IconName } from '../icons/registerDrawings';
import { useRowsHost } from '../rows/rowsHost';
import { Segments } from './Segments';

export type Twin = 'chart' | 'table';

export interface TwinSwitchProps {
  readonly chosen: Twin;
  readonly chartIcon: IconName;
  readonly onChoose: (twin: Twin) => void;
}

/** The same numbers as a chart or as a table. */
export function TwinSwitch({ chosen, chartIcon, onChoose }: TwinSwitchProps): React.ReactElement {
  const { texts } = useRowsHost();
  return (
    <Segments
      label={texts.say('showAs')}
      segments={[
        { id: 'chart', text: texts.say('asChart'), icon: chartIcon },
        { id: 'table', text: texts.say('asTable'), icon: 'Table' },
      ]}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
