import * as React from 'react';
import { Icon } from '@fluentui/react';
import type { ResultAnswer } from '@record-insights/domain';
import { useHost } from '../app/host';
import { createStyles, highContrast } from '../../shared/ui/createStyles';
import { moveBy, nodesSeen, type ResultNode } from './resultNodes';

export interface ResultsTreeProps {
  readonly label: string;
  readonly results: readonly ResultAnswer[];
  /** Key of the node whose list shows. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly opened: ReadonlySet<string>;
  readonly onOpen: (key: string, opens: boolean) => void;
}

const indent = 20;

const useStyles = createStyles((theme) => ({
  node: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'center',
    minHeight: 32,
    paddingRight: 8,
    cursor: 'pointer',
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
    selectors: {
      '&:hover': { background: theme.palette.neutralLighterAlt },
      '&[aria-selected="true"]': {
        background: theme.palette.themeLighter,
        color: theme.palette.themeDarker,
        fontWeight: 600,
        selectors: { [highContrast]: { forcedColorAdjust: 'none', background: 'Highlight', color: 'HighlightText' } },
      },
    },
  },
  toggle: { width: 20, height: 24, display: 'grid', placeItems: 'center' },
  title: { overflowWrap: 'anywhere' },
  count: { textAlign: 'right', paddingLeft: 12 },
}));

/** Results with their parts below them: one tab stop, moved in by the keys of the tree pattern. */
export function ResultsTree(props: ResultsTreeProps): React.ReactElement {
  const { label, results, chosen, onChoose, opened, onOpen } = props;
  const nodes = nodesSeen(results, opened);
  const [focused, setFocused] = React.useState<string>();
  const stop = [focused, chosen].find((key) => nodes.some((node) => node.key === key)) ?? nodes[0]?.key;
  const toggle = (key: string): void => onOpen(key, !opened.has(key));
  const onKeyDown = (event: React.KeyboardEvent, at: string): void => {
    const chooses = event.key === 'Enter' || event.key === ' ';
    const move = moveBy(event.key, at, nodes, opened);
    if (chooses) onChoose(at);
    if (move?.opens !== undefined) onOpen(move.to, move.opens);
    if (move) focusOn(event.currentTarget.parentElement?.children[nodes.findIndex(({ key }) => key === move.to)]);
    if (move || chooses) event.preventDefault();
  };
  return (
    <div role="tree" aria-label={label}>
      {nodes.map((node) => (
        <Node
          key={node.key}
          node={node}
          isOpen={opened.has(node.key)}
          isChosen={node.key === chosen}
          isStop={node.key === stop}
          onChoose={() => onChoose(node.key)}
          onToggle={() => toggle(node.key)}
          onFocus={() => setFocused(node.key)}
          onKeyDown={(event) => onKeyDown(event, node.key)}
        />
      ))}
    </div>
  );
}

function focusOn(element: Element | undefined): void {
  if (element instanceof HTMLElement) element.focus();
}

interface NodeProps {
  readonly node: ResultNode;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

function Node(props: NodeProps): React.ReactElement {
  const { node, isOpen, isChosen, isStop, onChoose, onToggle } = props;
  const { texts, format } = useHost();
  const styles = useStyles();
  const { title, count, parts } = node.result;
  const onClickToggle = (event: React.MouseEvent): void => {
    event.stopPropagation();
    onToggle();
  };
  return (
    <div
      role="treeitem"
      className={styles.node}
      style={{ paddingLeft: (node.level - 1) * indent }}
      tabIndex={isStop ? 0 : -1}
      aria-label={texts.say('nameAndNumber', title, format.number(count))}
      aria-level={node.level}
      aria-posinset={node.place}
      aria-setsize={node.siblings}
      aria-selected={isChosen}
      {...(parts.length > 0 ? { 'aria-expanded': isOpen } : {})}
      onClick={onChoose}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      {parts.length > 0 ? (
        <span className={styles.toggle} onClick={onClickToggle} aria-hidden="true">
          <Icon iconName={isOpen ? 'ChevronDown' : 'ChevronRight'} />
        </span>
      ) : (
        <span />
      )}
      <span className={styles.title}>{title}</span>
      <span className={styles.count}>{format.number(count)}</span>
    </div>
  );
}
