import * as React from 'react';
import { createStyles, cut, highContrast, plainButton, text12 } from '../../../shared/ui/createStyles';
import { useHost } from '../../app/host';
import type { RankedLink } from './rankedLinks';
import { RankDisc } from './RankDisc';
import type { Spot } from './useMessageFrame';

export interface HotLinkProps {
  readonly spot: Spot;
  /** Px that the message is wide. */
  readonly room: number;
  readonly ranked: RankedLink;
  readonly isChosen: boolean;
  /** Its tip shows. */
  readonly isShown: boolean;
  readonly onChoose: () => void;
  /** The pointer or the focus comes, or goes. */
  readonly onShow: (shows: boolean) => void;
}

/** A message is light on any theme, and so are its marks. */
const outside = '#605e5c';
const ink = '#201f1e';
/** 28% of the colour, so that the words below stay readable. */
const tint = '47';
const tipWidth = 240;

const useStyles = createStyles((theme) => ({
  link: {
    ...plainButton,
    position: 'absolute',
    outline: '0 !important',
    boxShadow: 'none !important',
    forcedColorAdjust: 'none',
    selectors: {
      '&:focus-visible > .line, &[aria-pressed="true"] > .line': { outline: `2px solid ${ink}`, outlineOffset: '4px' },
      '&:focus-visible, &:hover': { zIndex: 2 },
    },
  },
  line: { position: 'absolute', borderRadius: 1, pointerEvents: 'auto' },
  disc: { position: 'absolute', zIndex: 1, pointerEvents: 'auto', boxShadow: `0 0 0 1px ${outside}` },
  tip: {
    ...text12,
    position: 'absolute',
    width: 'max-content',
    maxWidth: tipWidth,
    padding: '4px 8px',
    borderRadius: 2,
    background: theme.palette.neutralPrimary,
    color: theme.palette.white,
    pointerEvents: 'none',
    zIndex: 3,
    selectors: { [highContrast]: { border: '1px solid CanvasText' } },
  },
  name: { ...cut, fontWeight: 600 },
}));

/** A link of the message, marked in the colour of its rank; hover and focus tell its numbers. */
export function HotLink({ spot, room, ranked, isChosen, isShown, onChoose, onShow }: HotLinkProps): React.ReactElement {
  const { texts } = useHost();
  const styles = useStyles();
  const { box, lines } = spot;
  const { name, colour, rank, numbers } = ranked;
  const said = [
    rank === undefined ? texts.say('notClicked', name) : texts.say('rankSays', String(rank), name),
    ...numbers,
  ];
  const [first = box] = lines;
  const side = box.left > room / 2 ? { right: 0 } : { left: 0 };
  return (
    <button
      type="button"
      className={styles.link}
      style={box}
      aria-label={said.join(', ')}
      aria-pressed={isChosen}
      onClick={onChoose}
      onFocus={() => onShow(true)}
      onBlur={() => onShow(false)}
      onMouseEnter={() => onShow(true)}
      onMouseLeave={() => onShow(false)}
    >
      {lines.map((line, n) => (
        <span
          key={n}
          className={`line ${styles.line}`}
          style={{
            left: line.left - box.left,
            top: line.top - box.top,
            width: line.width,
            height: line.height,
            background: `${colour.fill}${tint}`,
            boxShadow: `0 0 0 2px ${colour.fill}, 0 0 0 3px ${outside}`,
          }}
        />
      ))}
      <span
        className={styles.disc}
        style={{ left: first.left - box.left + first.width - 8, top: first.top - box.top - 14, borderRadius: 10 }}
      >
        <RankDisc ranked={ranked} />
      </span>
      {isShown && (
        <span className={styles.tip} style={{ ...side, top: box.height + 10 }} aria-hidden="true">
          <span className={styles.name} style={{ display: 'block' }}>
            {name}
          </span>
          {numbers.join(' · ')}
        </span>
      )}
    </button>
  );
}
