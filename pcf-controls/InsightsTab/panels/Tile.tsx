import * as React from 'react';
import { Icon } from '@fluentui/react';
import type { KpiAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { Texts } from '../../shared/texts';
import { useHost } from '../app/host';
import { InfoTip } from '../../shared/ui/InfoTip';
import { aboutKpi } from './aboutKpi';
import { deltaOf, shownValue, type Delta } from './delta';
import { useTileStyles } from './tileStyles';

export interface TileProps {
  readonly kpi: KpiAnswer;
  readonly panel: string;
  readonly compact: boolean;
}

/** A number: all of it opens its rows (a ratio its two parts), the info icon is a button of its own above it. */
export function Tile({ kpi, panel, compact }: TileProps): React.ReactElement {
  const { format, texts, word, opened, openRows } = useHost();
  const styles = useTileStyles();
  const delta = deltaOf(kpi, format, texts);
  const isOpen = opened?.kind === 'kpi' && opened.kpi === kpi.id && opened.panel === panel;
  const range = rangeOf(kpi, format);
  const size = compact ? styles.compact : '';
  return (
    <div
      className={`${styles.tile} ${size} ${isOpen ? styles.open : ''}`}
      role="group"
      aria-label={kpi.title}
      data-kpi={kpi.id}
    >
      <div className={styles.label}>
        <span className={styles.name}>{kpi.title}</span>
        <InfoTip about={aboutKpi(kpi, format, word)} />
      </div>
      <div className={styles.numbers}>
        <button
          type="button"
          className={compact ? `${styles.number} ${styles.compactNumber}` : styles.number}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-label={spokenTile(kpi, delta, format, texts)}
          onClick={(event) => openRows({ kind: 'kpi', panel, kpi: kpi.id }, event.currentTarget)}
        >
          {kpi.unit === 'percent' || kpi.value === null
            ? shownValue(kpi.value, kpi.unit, format)
            : format.tile(kpi.value)}
        </button>
        {range !== undefined && (
          <span className={styles.range} aria-hidden="true">
            {range}
          </span>
        )}
      </div>
      {kpi.value === null ? <div className={styles.note}>{kpi.definition.because}</div> : <DeltaLine delta={delta} />}
    </div>
  );
}

function DeltaLine({ delta }: { readonly delta: Delta | undefined }): React.ReactElement {
  const styles = useTileStyles();
  if (!delta) return <div className={styles.note} />;
  return (
    <div className={styles.note} aria-hidden="true">
      <span className={`${styles.change} ${styles[delta.tone]}`}>
        <Icon iconName={delta.arrow} className={styles.arrow} />
        <b>{delta.amount}</b>
      </span>
      <span>{delta.was}</span>
    </div>
  );
}

/** `312 – 388`: from what is surely people's to all; nothing where both are the same. */
function rangeOf({ range }: KpiAnswer, format: Format): string | undefined {
  if (!range || range.surePeople.count === range.all.count) return undefined;
  return `${format.tile(range.surePeople.count)} – ${format.tile(range.all.count)}`;
}

/** "Open rate, 77.8%, 15.3 points more than before, was 62.5%". */
function spokenTile(kpi: KpiAnswer, delta: Delta | undefined, format: Format, texts: Texts): string {
  const value = kpi.value === null ? texts.say('noAnswer') : shownValue(kpi.value, kpi.unit, format);
  const rest = kpi.value === null ? kpi.definition.because : delta?.spoken;
  const range = rangeOf(kpi, format);
  const between = range === undefined ? undefined : texts.say('rangeOfPeople', range);
  return [kpi.title, value, between, rest].filter((part) => part !== undefined).join(', ');
}
