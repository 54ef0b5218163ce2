import { useOpened, type Opened } from '../../shared/useOpened';
import type { Opening } from './host';

export interface OpenedRowsState {
  readonly opened: Opening | undefined;
  readonly openRows: Opened<Opening>['open'];
  /** Closes the rows and gives the focus back to what opened them. */
  readonly closeRows: () => void;
}

/** Whose rows stand in the side panel. */
export function useOpenedRows(): OpenedRowsState {
  const { opened, open, close } = useOpened<Opening>();
  return { opened, openRows: open, closeRows: close };
}
