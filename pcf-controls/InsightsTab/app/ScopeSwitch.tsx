import * as React from 'react';
import type { Scope } from '@record-insights/domain';
import { Segments } from '../../shared/ui/Segments';
import { useHost } from './host';

export interface ScopeSwitchProps {
  readonly scope: Scope;
  readonly onChoose: (scope: Scope) => void;
}

/** Since when what people did counts: since each joined, or from the first. */
export function ScopeSwitch({ scope, onChoose }: ScopeSwitchProps): React.ReactElement {
  const { texts } = useHost();
  return (
    <Segments<Scope>
      label={texts.say('scope')}
      segments={[
        { id: 'joined', text: texts.say('scope_joined') },
        { id: 'full', text: texts.say('scope_full') },
      ]}
      chosen={scope}
      onChoose={onChoose}
    />
  );
}
