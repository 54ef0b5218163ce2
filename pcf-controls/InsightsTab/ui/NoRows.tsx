import * as React from 'react';
import type { Load } from '../../shared/load';
import { useHost } from '../app/host';
import { causeOf } from './PanelFrame';
import { RowsPlaceholder } from './Placeholder';
import { StateMessage } from './StateMessage';
import type { Rows } from './useRows';

export interface NoRowsProps {
  readonly load: Exclude<Load<Rows>, { readonly state: 'ready' }>;
  readonly onRetry: () => void;
  /** Rows to keep room for. */
  readonly rows: number;
  readonly withDisc?: boolean;
}

/** Rows on their way, or why they did not come. */
export function NoRows({ load, onRetry, rows, withDisc }: NoRowsProps): React.ReactElement {
  const { texts } = useHost();
  if (load.state === 'loading') return <RowsPlaceholder rows={rows} withDisc={withDisc === true} />;
  return (
    <StateMessage
      icon="Trouble"
      title={texts.say('panelFailed')}
      sentence={causeOf(load.error, texts)}
      action={{ text: texts.say('retry'), icon: 'Refresh', as: 'button', run: onRetry }}
    />
  );
}
