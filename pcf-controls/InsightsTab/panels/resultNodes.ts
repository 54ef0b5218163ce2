import type { ResultAnswer } from '@record-insights/domain';

/** A result that can be seen, with its place in the tree. */
export interface ResultNode {
  /** Ids from the top down to the result itself. */
  readonly key: string;
  readonly result: ResultAnswer;
  /** 1 at the top. */
  readonly level: number;
  /** Among its siblings, from 1. */
  readonly place: number;
  readonly siblings: number;
  readonly parent: string | undefined;
}

/** Keys of the results whose parts show. */
export type Opened = Pick<ReadonlySet<string>, 'has'>;

/** The results that can be seen, from top to bottom. */
export function nodesSeen(
  results: readonly ResultAnswer[],
  opened: Opened,
  parent?: Pick<ResultNode, 'key' | 'level'>,
): readonly ResultNode[] {
  return results.flatMap((result, n) => {
    const node: ResultNode = {
      key: parent ? `${parent.key}/${result.id}` : result.id,
      result,
      level: (parent?.level ?? 0) + 1,
      place: n + 1,
      siblings: results.length,
      parent: parent?.key,
    };
    return [node, ...(opened.has(node.key) ? nodesSeen(result.parts, opened, node) : [])];
  });
}

/** What a key does in a tree: the focus goes to a node, or the parts of the node come or go. */
export interface TreeMove {
  readonly to: string;
  readonly opens?: boolean;
}

/** By the keys of the tree pattern (WAI-ARIA APG); undefined for all others. @param at key of the node with the focus */
export function moveBy(
  pressed: string,
  at: string,
  nodes: readonly ResultNode[],
  opened: Opened,
): TreeMove | undefined {
  const index = nodes.findIndex(({ key }) => key === at);
  const node = nodes[index];
  if (!node) return undefined;
  const goTo = (target: string | undefined): TreeMove | undefined =>
    target === undefined ? undefined : { to: target };
  const hasParts = node.result.parts.length > 0;
  switch (pressed) {
    case 'ArrowDown':
      return goTo(nodes[index + 1]?.key);
    case 'ArrowUp':
      return goTo(nodes[index - 1]?.key);
    case 'Home':
      return goTo(nodes[0]?.key);
    case 'End':
      return goTo(nodes.at(-1)?.key);
    case 'ArrowRight':
      if (hasParts && !opened.has(at)) return { to: at, opens: true };
      return hasParts ? goTo(nodes[index + 1]?.key) : undefined;
    case 'ArrowLeft':
      return opened.has(at) && hasParts ? { to: at, opens: false } : goTo(node.parent);
    default:
      return undefined;
  }
}
