import * as React from 'react';
import { useId } from '@fluentui/react-hooks';
import type { CatalogueRecordType } from '@record-insights/domain';
import { concernsAll } from '../../shared/answer';
import type { Known } from '../../shared/useKnown';
import { createStyles, unseen } from '../../shared/ui/createStyles';
import { useWidth } from '../../shared/ui/useWidth';
import { Content } from './Content';
import { FreshnessLine } from './FreshnessLine';
import { HostProvider } from './host';
import type { InsightsTabProps } from './InsightsTab';
import { Navigator } from './Navigator';
import { OpenedRows } from './OpenedRows';
import { ScopeSwitch } from './ScopeSwitch';
import { ThroughLine } from './ThroughLine';
import { Toolbar } from './Toolbar';
import { PartsFilter, UsageFilter } from './UsageFilter';
import { useInsights } from './useInsights';
import { useNavigator } from './useNavigator';
import { useOpenedRows } from './useOpenedRows';
import { VerdictSwitch } from './VerdictSwitch';
import { NeverLive, WholeTabState } from '../../shared/ui/WholeTabState';

export interface RecordInsightsProps extends InsightsTabProps, Omit<Known, 'type'> {
  readonly type: CatalogueRecordType;
}

/** Room beside the navigator for cards side by side. */
const wideContent = 900;
const narrowTab = 720;

const useStyles = createStyles(() => ({
  frame: { height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 },
  below: { flex: 1, minHeight: 0, display: 'flex', position: 'relative' },
  body: { flex: 1, minWidth: 0, overflowY: 'auto', padding: '0 24px 24px' },
  narrowBody: { padding: '0 16px 16px' },
  unseen,
}));

/** The tab of a record type that has insights. */
export function RecordInsights(props: RecordInsightsProps): React.ReactElement {
  const { type, texts } = props;
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(props.width > 0 ? props.width : 1166);
  const isNarrow = width < narrowTab;
  const insights = useInsights(props);
  const navigator = useNavigator(width);
  const rows = useOpenedRows();
  const [message, announce] = React.useState('');
  const navigatorId = useId('categories');
  const { category, load, answer, filter, days, format, setFilter, reload } = insights;
  const host = {
    ...props,
    isNarrow,
    format,
    reload,
    announce,
    ...rows,
    preset: filter.preset,
    days: answer?.period ?? days,
    category: category.title,
    choosePreset: insights.choosePreset,
    openRecord: insights.openRecord,
    addressOf: insights.addressOf,
  };
  const choose = (id: string): void => {
    insights.setCategory(id);
    rows.closeRows();
    if (navigator.isOver) navigator.close();
  };
  const failed = load.state === 'failed' && concernsAll(load.error) ? load.error : undefined;
  const contentWidth = width - (navigator.isOpen && !navigator.isOver ? 200 : 0) - 48;
  return (
    <HostProvider value={host}>
      <div ref={ref} className={styles.frame}>
        <Toolbar
          title={category.title}
          anyTime={category.anyTime}
          isNavigatorOpen={navigator.isOpen}
          controls={navigatorId}
          onToggle={navigator.toggle}
          filter={filter}
          days={days}
          onChange={setFilter}
        >
          {type.filters.includes('usage') && <UsageFilter {...insights.usage} />}
          {type.filters.includes('parts') && <PartsFilter {...insights.usage} />}
          {type.filters.includes('scope') && <ScopeSwitch scope={insights.scope} onChoose={insights.setScope} />}
          {type.filters.includes('verdict') && <VerdictSwitch whose={insights.whose} onChoose={insights.setWhose} />}
        </Toolbar>
        <div className={styles.below}>
          {navigator.isOpen && (
            <Navigator
              id={navigatorId}
              categories={type.categories}
              chosen={category.id}
              onChoose={choose}
              onLeave={navigator.isOver ? navigator.close : undefined}
            />
          )}
          <div
            className={isNarrow ? `${styles.body} ${styles.narrowBody}` : styles.body}
            data-is-scrollable="true"
            aria-busy={load.state === 'loading'}
          >
            {failed ? (
              <WholeTabState
                error={failed}
                texts={texts}
                recordWord={type.title.toLowerCase()}
                onRetry={reload}
                signIn={props.signIn}
              />
            ) : answer?.live === 'neverLive' && answer.noRows ? (
              <NeverLive texts={texts} title={type.title} />
            ) : (
              <>
                <FreshnessLine answer={answer} whose={insights.whose} anyTime={category.anyTime} />
                {answer?.through && <ThroughLine through={answer.through} />}
                <Content panels={category.panels} load={load} onRetry={reload} isWide={contentWidth >= wideContent} />
              </>
            )}
          </div>
        </div>
        <div className={styles.unseen} aria-live="polite">
          {message}
        </div>
        {rows.opened && answer && (
          <OpenedRows opened={rows.opened} answer={answer} category={category} onClose={rows.closeRows} />
        )}
      </div>
    </HostProvider>
  );
}
