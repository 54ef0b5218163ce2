import * as React from 'react';
import { Callout, DefaultButton, DirectionalHint, Icon } from '@fluentui/react';
import { createStyles, stillOverlay, useGround } from '../../shared/ui/createStyles';
import { Segments } from '../../shared/ui/Segments';
import { DayPicker } from './DayPicker';
import { presetIds, presets, withDate, type Days, type Filter, type Preset } from './filter';
import { useHost } from './host';

export interface PeriodFilterProps {
  readonly filter: Filter;
  /** The days that the filter means now. */
  readonly days: Days;
  readonly onChange: (filter: Filter) => void;
  /** Filters of the record's own, before those of the period. */
  readonly children?: React.ReactNode;
}

const useStyles = createStyles(() => ({
  /** Both days go together to a line of their own where one line is too short; in a dialog each has one. */
  days: { display: 'flex', flexWrap: 'wrap', gap: 8, marginLeft: 'auto' },
  place: { marginLeft: 'auto' },
  folded: {
    padding: 16,
    display: 'grid',
    gap: 8,
    justifyItems: 'start',
    selectors: { '& > *': { marginLeft: '0 !important' } },
  },
}));

/** Presets, From and To. */
export function PeriodFilter({ filter, days, onChange, children }: PeriodFilterProps): React.ReactElement {
  const { texts } = useHost();
  const styles = useStyles();
  return (
    <>
      {children}
      <Segments<Preset>
        label={texts.say('period')}
        segments={presetIds.map((id) => ({ id, text: texts.say(presets[id].text) }))}
        chosen={filter.preset}
        onChoose={(preset) => onChange({ preset })}
      />
      <div className={styles.days}>
        <DayPicker label={texts.say('from')} day={days.from} onPick={(from) => onChange(withDate(days, { from }))} />
        <DayPicker label={texts.say('to')} day={days.to} onPick={(to) => onChange(withDate(days, { to }))} />
      </div>
    </>
  );
}

/** The same folded into one button that names the period, for narrow tabs. */
export function FoldedPeriodFilter(props: PeriodFilterProps): React.ReactElement {
  const { texts, format } = useHost();
  const { ground } = useGround();
  const styles = useStyles();
  const [isOpen, setIsOpen] = React.useState(false);
  const place = React.useRef<HTMLDivElement>(null);
  const { preset } = props.filter;
  const period = format.shortPeriod(props.days);
  return (
    <div ref={place} className={styles.place}>
      <DefaultButton
        iconProps={{ iconName: 'Calendar' }}
        text={preset === undefined ? period : texts.say('namedPeriod', texts.say(presets[preset].last), period)}
        styles={{ root: { padding: '0 8px', fontWeight: 400 }, label: { fontWeight: 400 } }}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon iconName="ChevronDown" />
      </DefaultButton>
      {isOpen && (
        <Callout
          target={place}
          role="dialog"
          ariaLabel={texts.say('period')}
          isBeakVisible={false}
          gapSpace={4}
          directionalHint={DirectionalHint.bottomRightEdge}
          setInitialFocus
          onDismiss={() => setIsOpen(false)}
          styles={stillOverlay}
        >
          <div className={`${ground} ${styles.folded}`}>
            <PeriodFilter {...props} />
          </div>
        </Callout>
      )}
    </div>
  );
}
