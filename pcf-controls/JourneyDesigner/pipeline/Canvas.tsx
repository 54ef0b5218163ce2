import * as React from 'react';
import { useId } from '@fluentui/react-hooks';
import { createStyles, unseen } from '../../shared/ui/createStyles';
import { useDesigner } from '../app/designer';
import type { Point } from './layout';
import { Scene } from './Scene';
import type { TilesProps } from './tilesProps';
import type { CanvasState } from './useCanvas';
import { useDrag } from './useDrag';
import type { ViewControls } from './useView';
import { useWheel } from './useWheel';

export interface CanvasProps extends TilesProps {
  readonly canvas: CanvasState;
}

/** What takes the focus outside of the window is brought into it by us: it must not scroll. */
const still: React.CSSProperties = { overflow: 'clip' };
/** Px that a key moves the pipeline by. */
const keyStep = 80;

const useStyles = createStyles((theme) => ({
  window: {
    flex: 1,
    minHeight: 0,
    position: 'relative',
    cursor: 'grab',
    touchAction: 'none',
    userSelect: 'none',
    background: theme.palette.neutralLighterAlt,
  },
  held: { cursor: 'grabbing' },
  moved: { position: 'absolute', left: 0, top: 0, transformOrigin: '0 0' },
  unseen,
}));

/** The pipeline in a window through which it is moved: one tab stop, arrows from tile to tile. */
export function Canvas({ canvas, ...scene }: CanvasProps): React.ReactElement {
  const { texts } = useDesigner();
  const styles = useStyles();
  const { view, layout, window, setWindow, pan, keep } = canvas;
  const drag = useDrag(pan);
  useWheel(window, canvas);
  const helpId = useId('keys');
  const onFocus = useSame(keep);
  const moved = `translate(${Math.round(view.x)}px, ${Math.round(view.y)}px) scale(${view.scale})`;
  return (
    <>
      <div
        ref={setWindow}
        role="group"
        aria-label={texts.say('pipeline')}
        aria-describedby={helpId}
        className={drag.isHeld ? `${styles.window} ${styles.held}` : styles.window}
        style={still}
        onKeyDown={(event) => viewKey(event, canvas)}
        {...drag.events}
      >
        <div className={styles.moved} style={{ transform: moved }}>
          <Scene {...scene} layout={layout} onFocus={onFocus} />
        </div>
      </div>
      <div id={helpId} className={styles.unseen}>
        {texts.say('pipeline_keys')}
      </div>
    </>
  );
}

const ways: Readonly<Partial<Record<string, Point>>> = {
  ArrowLeft: { x: keyStep, y: 0 },
  ArrowRight: { x: -keyStep, y: 0 },
  ArrowUp: { x: 0, y: keyStep },
  ArrowDown: { x: 0, y: -keyStep },
};

/** Keys that move and size the pipeline; the others go from tile to tile. */
function viewKey(event: React.KeyboardEvent, { pan, step, fit }: ViewControls): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const way = event.shiftKey ? ways[event.key] : undefined;
  if (way) pan(way);
  else if (event.key === '+' || event.key === '=') step('in');
  else if (event.key === '-') step('out');
  else if (event.key === '0') fit();
  else return;
  event.preventDefault();
}

/** One function for the life of the component that calls the newest one. */
function useSame<Argument>(newest: (argument: Argument) => void): (argument: Argument) => void {
  const held = React.useRef(newest);
  React.useEffect(() => {
    held.current = newest;
  });
  return React.useCallback((argument: Argument) => held.current(argument), []);
}
