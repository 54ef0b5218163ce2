import type { LinkAnswer } from '@record-insights/domain';
import { addressKey, isWebAddress } from './addressKey';
import type { Anchor } from './message';

/** A link as the table lists it. */
export interface LinkRow {
  readonly key: string;
  /** Empty where neither rows nor message tell. */
  readonly name: string;
  /** Empty where no row tells. */
  readonly address: string;
  readonly count: number;
  readonly unique: number;
  /** It was clicked, and its rows can be opened by its id. */
  readonly link?: string;
  /** It is gone from the newest version of the message. */
  readonly isOlder: boolean;
}

/**
 * The links that were clicked, and below them those of the newest version that were not.
 * @param newest its links; undefined where the message is not known
 */
export function linkRows(links: readonly LinkAnswer[], newest: readonly Anchor[] | undefined): readonly LinkRow[] {
  const inNewest = new Map((newest ?? []).map((anchor) => [addressKey(anchor.address), anchor]));
  const clicked = new Set(links.map(({ address }) => addressKey(address)));
  const notClicked = [...inNewest].filter(([key, { address }]) => isWebAddress(address) && !clicked.has(key));
  return [
    ...links.map(({ link, name, address, count, unique }) => ({
      key: link,
      name,
      address,
      count,
      unique,
      link,
      isOlder: newest !== undefined && address !== '' && !inNewest.has(addressKey(address)),
    })),
    ...notClicked.map(([key, { address, text }]) => ({
      key,
      name: text,
      address,
      count: 0,
      unique: 0,
      isOlder: false,
    })),
  ];
}

/**
 * The links of the anchors, each by its place; undefined for anchors that no link is about. Anchors of one address share
 * its link; where several links have that address, an anchor takes the one of its own words, else the first.
 */
export function linksOfAnchors<Link extends { readonly row: LinkRow }>(
  anchors: readonly Anchor[],
  links: readonly Link[],
): readonly (Link | undefined)[] {
  const byAddress = new Map<string, readonly Link[]>();
  for (const link of links) {
    const key = addressKey(link.row.address);
    if (key !== '') byAddress.set(key, [...(byAddress.get(key) ?? []), link]);
  }
  return anchors.map(({ address, text }) => {
    const own = byAddress.get(addressKey(address)) ?? [];
    return own.find(({ row }) => row.name === text) ?? own[0];
  });
}
