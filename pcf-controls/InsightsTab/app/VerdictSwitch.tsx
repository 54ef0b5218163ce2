import * as React from 'react';
import type { VerdictChoice } from '@record-insights/domain';
import { Segments } from '../../shared/ui/Segments';
import { useHost } from './host';

/** What the switch offers: everybody's opens and clicks, or those that no machine made. */
export type Whose = Extract<VerdictChoice, 'people' | 'all'>;

export interface VerdictSwitchProps {
  readonly whose: Whose;
  readonly onChoose: (whose: Whose) => void;
}

/** Whose opens and clicks count, for the whole tab. */
export function VerdictSwitch({ whose, onChoose }: VerdictSwitchProps): React.ReactElement {
  const { texts } = useHost();
  return (
    <Segments<Whose>
      label={texts.say('whose')}
      segments={[
        { id: 'people', text: texts.say('people') },
        { id: 'all', text: texts.say('everybody') },
      ]}
      chosen={whose}
      onChoose={onChoose}
    />
  );
}
