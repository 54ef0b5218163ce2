import * as React from 'react';
import type { PipelineAnswer } from '@record-insights/domain';
import { RowsHostProvider, type RowsHost } from '../../shared/rows/rowsHost';
import type { RowsSubject } from '../../shared/rows/rowsSubject';
import type { DesignerCountKey, DesignerTextKey } from '../../shared/textKeys';
import type { Texts } from '../../shared/texts';

export type DesignerTexts = Texts<DesignerTextKey, DesignerCountKey>;

/** What was opened, to be looked up in the numbers as they are then: number and rows always belong together. */
export interface Opening {
  /** Undefined where the numbers no longer hold it. */
  readonly find: (answer: PipelineAnswer) => RowsSubject | undefined;
}

/** People of a list who can be saved as a segment. */
export interface Savable {
  readonly title: string;
  readonly count: number;
  readonly rows: string;
}

/** Everything that a part of the designer may use. */
export interface Designer extends RowsHost {
  readonly texts: DesignerTexts;
  /** @param from what takes the focus back when the rows are closed */
  openRows(opening: Opening, from: HTMLElement): void;
  /** Saves the people of a list as a segment; absent where that cannot be done. */
  readonly saveAsSegment?: ((people: Savable) => void) | undefined;
}

const context = React.createContext<Designer | undefined>(undefined);

interface DesignerProviderProps {
  readonly value: Designer;
  readonly children?: React.ReactNode;
}

export function DesignerProvider({ value, children }: DesignerProviderProps): React.ReactElement {
  return React.createElement(RowsHostProvider, { value }, React.createElement(context.Provider, { value }, children));
}

export function useDesigner(): Designer {
  const designer = React.useContext(context);
  if (!designer) throw new Error('This part stands outside of the designer: put it inside DesignerProvider.');
  return designer;
}
