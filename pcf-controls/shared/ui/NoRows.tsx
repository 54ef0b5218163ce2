import * as React from 'react';
import type { Load } from '../load';
import { Failure } from './Failure';
import { RowsPlaceholder, type RowsPlaceholderProps } from './Placeholder';
import type { Rows } from './useRows';

export interface NoRowsProps extends RowsPlaceholderProps {
  readonly load: Exclude<Load<Rows>, { readonly state: 'ready' }>;
  readonly onRetry: () => void;
}

/** Rows on their way, or why they did not come. */
export function NoRows({ load, onRetry, ...room }: NoRowsProps): React.ReactElement {
  if (load.state === 'loading') return <RowsPlaceholder {...room} />;
  return <Failure error={load.error} onRetry={onRetry} />;
}
