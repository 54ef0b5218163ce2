import * as React from 'react';
import { IconButton } from '@fluentui/react';
import { createStyles, text12 } from '../../shared/ui/createStyles';
import { useDesigner } from '../app/designer';
import type { ViewControls } from './useView';

const useStyles = createStyles((theme) => ({
  bar: { ...text12, display: 'inline-flex', alignItems: 'center' },
  button: { color: theme.palette.neutralPrimary },
  scale: { minWidth: 40, textAlign: 'center', color: theme.palette.neutralSecondary },
}));

/** Smaller, how large it is, larger, all of it. */
export function ZoomBar({ view, step, fit }: ViewControls): React.ReactElement {
  const { texts, format } = useDesigner();
  const styles = useStyles();
  const scale = format.wholePercent(view.scale);
  return (
    <div className={styles.bar}>
      <IconButton
        className={styles.button}
        iconProps={{ iconName: 'ZoomOut' }}
        ariaLabel={texts.say('zoomOut')}
        onClick={() => step('out')}
      />
      <span className={styles.scale} role="status" aria-label={texts.say('zoom', scale)}>
        {scale}
      </span>
      <IconButton
        className={styles.button}
        iconProps={{ iconName: 'ZoomIn' }}
        ariaLabel={texts.say('zoomIn')}
        onClick={() => step('in')}
      />
      <IconButton
        className={styles.button}
        iconProps={{ iconName: 'FitPage' }}
        ariaLabel={texts.say('fit')}
        title={texts.say('fit')}
        onClick={fit}
      />
    </div>
  );
}
