import * as React from 'react';

const hoverMs = 300;
/** Time for the pointer to get from the icon into the tip. */
const leaveMs = 200;

type ButtonEvents = Pick<
  React.ButtonHTMLAttributes<HTMLButtonElement>,
  'onClick' | 'onFocus' | 'onBlur' | 'onMouseEnter' | 'onMouseLeave' | 'onKeyDown'
>;
type TipEvents = Pick<React.HTMLAttributes<HTMLDivElement>, 'onMouseEnter' | 'onMouseLeave' | 'onBlur'>;

export interface Tip {
  readonly isOpen: boolean;
  /** The focus is to go into the tip. */
  readonly isEntered: boolean;
  readonly button: HTMLButtonElement | null;
  readonly setButton: React.RefCallback<HTMLButtonElement>;
  readonly setContent: React.RefCallback<HTMLDivElement>;
  /** @param event what made it close; the key Esc keeps it closed when the focus comes back */
  readonly close: (event?: { readonly type: string }) => void;
  readonly onButton: ButtonEvents;
  readonly onTip: TipEvents;
}

/** When a tip opens and closes: hover after a moment, focus and tap at once; Esc, leaving and blur close. */
export function useTip(): Tip {
  const [shown, setShown] = React.useState<'no' | 'shown' | 'entered'>('no');
  const [button, setButton] = React.useState<HTMLButtonElement | null>(null);
  const [content, setContent] = React.useState<HTMLDivElement | null>(null);
  /** Closed by Esc: the focus that comes back to the icon does not open it again. */
  const isQuiet = React.useRef(false);
  const later = useLater();
  const close = React.useCallback((event?: { readonly type: string }) => {
    // The tip's own handling of Esc gives the focus back by itself, a moment later.
    if (event?.type === 'keydown') isQuiet.current = true;
    setShown('no');
  }, []);
  const hasFocus = (): boolean =>
    [button, content].some((element) => element?.contains(element.ownerDocument.activeElement) === true);
  const onEscape = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || shown === 'no') return;
    event.stopPropagation();
    isQuiet.current = true;
    close();
    button?.focus();
  };
  const onBlur = (event: React.FocusEvent): void => {
    const next = event.relatedTarget as Node | null;
    if (next === button) return;
    isQuiet.current = false;
    if (content?.contains(next) !== true) close();
  };
  const onMouseLeave = (): void => later(leaveMs, () => !hasFocus() && close());
  return {
    isOpen: shown !== 'no',
    isEntered: shown === 'entered',
    button,
    setButton,
    setContent,
    close,
    onButton: {
      // A click without a pointer is Enter or Space.
      onClick: (event) => setShown(event.detail === 0 ? 'entered' : 'shown'),
      onFocus: () => !isQuiet.current && setShown((before) => (before === 'no' ? 'shown' : before)),
      onBlur,
      onMouseEnter: () => later(hoverMs, () => setShown((before) => (before === 'no' ? 'shown' : before))),
      onMouseLeave,
      onKeyDown: onEscape,
    },
    onTip: { onMouseEnter: () => later(0, () => undefined), onMouseLeave, onBlur },
  };
}

/** Runs one thing later; what was to run before is dropped, also when the component goes. */
function useLater(): (milliseconds: number, run: () => void) => void {
  const timer = React.useRef(0);
  React.useEffect(() => () => window.clearTimeout(timer.current), []);
  return React.useCallback((milliseconds, run) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(run, milliseconds);
  }, []);
}
