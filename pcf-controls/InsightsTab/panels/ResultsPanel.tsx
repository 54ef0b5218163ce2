import * as React from 'react';
import type { ResultsAnswer } from '@record-insights/domain';
import { createStyles } from '../../shared/ui/createStyles';
import { RowsPlaceholder } from '../../shared/ui/Placeholder';
import { RowsList } from '../../shared/rows/RowsList';
import { PanelFrame } from '../ui/PanelFrame';
import { useWidth } from '../../shared/ui/useWidth';
import type { PanelProps } from './panelProps';
import { ResultsTree } from './ResultsTree';
import { nodesSeen } from './resultNodes';

const useStyles = createStyles((theme) => ({
  beside: { display: 'grid', gridTemplateColumns: '320px minmax(0, 1fr)', minHeight: 320 },
  below: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 },
  tree: { padding: '0 0 16px 16px', maxHeight: 480, overflowY: 'auto' },
  wholeTree: { padding: '0 16px' },
  list: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 240, maxHeight: 480, paddingBottom: 16 },
  rule: { borderLeft: `1px solid ${theme.palette.neutralLight}`, marginLeft: 16 },
}));

/** Below so much, the list stands under the tree. */
const roomForBoth = 720;

/** What became of messages: a tree of results with their counts, and the list of the chosen one. */
export function ResultsPanel({ panel, load, onRetry }: PanelProps<'results'>): React.ReactElement {
  return (
    <PanelFrame<ResultsAnswer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ results }) => results.every(({ count }) => count === 0)}
      placeholder={<RowsPlaceholder rows={5} />}
      flush
    >
      {(answer) => <Results label={panel.title} answer={answer} />}
    </PanelFrame>
  );
}

function Results({ label, answer }: { readonly label: string; readonly answer: ResultsAnswer }): React.ReactElement {
  const styles = useStyles();
  const { results } = answer;
  const [ref, width] = useWidth<HTMLDivElement>(roomForBoth);
  const [opened, setOpened] = React.useState<ReadonlySet<string>>(() => new Set(results.map(({ id }) => id)));
  const [chosen, setChosen] = React.useState<string>();
  const all = nodesSeen(results, { has: () => true });
  const node = all.find(({ key }) => key === chosen) ?? all[0];
  const open = (key: string, opens: boolean): void =>
    setOpened((before) => new Set(opens ? [...before, key] : [...before].filter((one) => one !== key)));
  const isWide = width >= roomForBoth;
  return (
    <div ref={ref} className={isWide ? styles.beside : styles.below}>
      <div className={isWide ? styles.tree : styles.wholeTree}>
        <ResultsTree
          label={label}
          results={results}
          chosen={node?.key ?? ''}
          onChoose={setChosen}
          opened={opened}
          onOpen={open}
        />
      </div>
      {node && (
        <div className={isWide ? `${styles.list} ${styles.rule}` : styles.list}>
          <RowsList
            key={node.result.rows}
            list={{ title: node.result.title, rows: node.result.rows, total: node.result.count }}
          />
        </div>
      )}
    </div>
  );
}
