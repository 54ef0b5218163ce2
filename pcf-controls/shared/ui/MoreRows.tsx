import * as React from 'react';
import { RowsPlaceholder } from './Placeholder';

/** The end of the rows that are here: coming into view, it asks for the next ones. */
export function MoreRows({ more }: { readonly more: () => void }): React.ReactElement {
  React.useEffect(() => more(), [more]);
  return <RowsPlaceholder rows={1} />;
}
