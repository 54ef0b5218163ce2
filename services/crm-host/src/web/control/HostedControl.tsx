import * as React from 'react';
import type { PlacedControl } from '../../forms/formDefinition';
import type { Row } from '../../row';
import { useLoad } from '../load';
import { Notice } from '../Notice';
import { useSurroundings } from '../UserContext';
import type { HostRecord } from './contract';
import type { HostState } from './hostContext';
import { HostedRoot } from './hostedRoot';
import { loadControl } from './loadControl';

interface HostedControlProps {
  readonly placed: PlacedControl;
  readonly row: Row;
  readonly record: HostRecord;
  readonly label: string;
  readonly disabled: boolean;
  readonly visible: boolean;
  /** Whether the control has the whole tab, and so a height of its own. */
  readonly fills: boolean;
  readonly change: (column: string, value: string) => void;
}

/** A place in a form for a built code component: loads its bundle and keeps its view up to date. */
export function HostedControl(props: HostedControlProps): React.ReactElement {
  const { placed, fills } = props;
  const [load, retry] = useLoad(placed.name, () => loadControl(placed.name));
  if (load.state === 'failed') {
    return (
      <Notice icon="ErrorBadge" title="This part could not be loaded" action={{ text: 'Retry', run: retry }}>
        {load.problem.message}
      </Notice>
    );
  }
  if (!load.data) return <div className={fills ? 'hosted fills' : 'hosted'} aria-busy="true" />;
  return <HostedPlace {...props} control={load.data} />;
}

type HostedPlaceProps = HostedControlProps & Pick<HostState, 'control'>;

function HostedPlace({ fills, change, ...placement }: HostedPlaceProps): React.ReactElement {
  const { me, theme } = useSurroundings();
  const place = React.useRef<HTMLDivElement>(null);
  const root = React.useRef<HostedRoot>();
  const size = useSize(place);
  const state: HostState | undefined = size && {
    ...placement,
    me,
    theme,
    width: size.width,
    height: fills ? size.height : -1,
  };
  React.useEffect(() => {
    if (!place.current || !state) return;
    root.current ??= new HostedRoot(place.current, change);
    root.current.show(state);
  });
  React.useEffect(() => () => root.current?.destroy(), []);
  return <div ref={place} className={fills ? 'hosted fills' : 'hosted'} />;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Inner size of an element, in whole pixels; a hidden one keeps the size it had. */
function useSize(element: React.RefObject<HTMLElement>): Size | undefined {
  const [size, setSize] = React.useState<Size>();
  React.useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = measured;
      if (width > 0) setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
