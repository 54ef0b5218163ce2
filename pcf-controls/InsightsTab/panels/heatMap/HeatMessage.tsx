import * as React from 'react';
import { FocusZone, FocusZoneDirection } from '@fluentui/react';
import { createStyles } from '../../../shared/ui/createStyles';
import { useHost } from '../../app/host';
import { HotLink } from './HotLink';
import { linksOfAnchors } from './linkRows';
import type { RankedLink } from './rankedLinks';
import type { Message } from './message';
import { useMessageFrame } from './useMessageFrame';

export interface HeatMessageProps {
  readonly message: Message;
  readonly links: readonly RankedLink[];
  /** Key of the link whose numbers stay beside the message. */
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  /** The link under the pointer or the focus. */
  readonly onShow: (key: string | undefined) => void;
}

const useStyles = createStyles((theme) => ({
  ground: { background: theme.palette.neutralLighter, padding: 16 },
  message: { position: 'relative', overflow: 'hidden', background: '#ffffff' },
  frame: { display: 'block', border: 0, transformOrigin: '0 0' },
  /** Lies over the message, so that marks and tips may reach beyond it. */
  marks: { position: 'absolute', inset: 0, pointerEvents: 'none' },
  place: { position: 'relative' },
}));

/**
 * The message as it looked, its links marked. It stands in a frame in which no script can run (`allow-same-origin` alone
 * lets this page measure where the links are); the marks lie over the frame, in this page, so that nothing in the
 * message is ever pressed.
 */
export function HeatMessage({ message, links, chosen, onChoose, onShow }: HeatMessageProps): React.ReactElement {
  const { texts } = useHost();
  const styles = useStyles();
  const { setPlace, setFrame, onLoad, width, height, spots } = useMessageFrame();
  const linksByAnchor = React.useMemo(() => linksOfAnchors(message.anchors, links), [message, links]);
  const [shown, setShown] = React.useState<number>();
  /** One at a time: what loses the pointer does not hide what has the focus by now. */
  const show = (anchor: number, key: string | undefined): void => {
    if (key === undefined && anchor !== shown) return;
    setShown(key === undefined ? undefined : anchor);
    onShow(key);
  };
  const marked = spots.flatMap((spot) => {
    const ranked = linksByAnchor[spot.anchor];
    return ranked ? [{ spot, ranked, key: ranked.row.key }] : [];
  });
  return (
    <div className={styles.ground}>
      <div ref={setPlace} className={styles.place}>
        <div className={styles.message} style={{ height }}>
          <iframe
            ref={setFrame}
            className={styles.frame}
            title={texts.say('messageAsItLooked')}
            sandbox="allow-same-origin"
            srcDoc={message.html}
            tabIndex={-1}
            onLoad={onLoad}
          />
        </div>
        {marked.length > 0 && (
          <FocusZone
            key={marked.length}
            className={styles.marks}
            direction={FocusZoneDirection.domOrder}
            role="group"
            aria-label={texts.say('linksInMessage')}
          >
            {marked.map(({ spot, ranked, key }) => (
              <HotLink
                key={spot.anchor}
                spot={spot}
                room={width}
                ranked={ranked}
                isChosen={key === chosen}
                onChoose={() => onChoose(key)}
                isShown={spot.anchor === shown}
                onShow={(shows) => show(spot.anchor, shows ? key : undefined)}
              />
            ))}
          </FocusZone>
        )}
      </div>
    </div>
  );
}
