import * as React from 'react';
import { Callout, DirectionalHint } from '@fluentui/react';
import { useId } from '@fluentui/react-hooks';
import { stillOverlay, useGround } from './createStyles';
import { useTip } from './useTip';

export interface TipButtonProps {
  readonly className: string;
  /** What the button is called. */
  readonly label: string;
  /** What the tip is called. */
  readonly title: string;
  readonly width: number;
  readonly tip: () => React.ReactElement;
  readonly children: React.ReactNode;
}

/** A button whose tip opens on hover, focus and tap; Enter goes into it, Esc closes it. */
export function TipButton({ className, label, title, width, tip, children }: TipButtonProps): React.ReactElement {
  const { isOpen, isEntered, button, setButton, setContent, close, onButton, onTip } = useTip();
  const { ground } = useGround();
  const id = useId('tip');
  return (
    <>
      <button
        type="button"
        ref={setButton}
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-describedby={isOpen ? id : undefined}
        {...onButton}
      >
        {children}
      </button>
      {isOpen && (
        <Callout
          target={button}
          role="dialog"
          ariaLabel={title}
          calloutWidth={width}
          gapSpace={4}
          isBeakVisible={false}
          directionalHint={DirectionalHint.bottomLeftEdge}
          setInitialFocus={isEntered}
          onDismiss={close}
          styles={stillOverlay}
          {...onTip}
        >
          <div ref={setContent} id={id} className={ground}>
            {tip()}
          </div>
        </Callout>
      )}
    </>
  );
}
