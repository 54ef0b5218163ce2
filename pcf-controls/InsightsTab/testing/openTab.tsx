import * as React from 'react';
import { render, screen, type RenderResult } from '@testing-library/react';
import type { ListRow } from '@record-insights/domain';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import type { InsightsClient, InsightsQuery } from '../../shared/insightsClient';
import { themeOf } from '../../shared/theme';
import { InsightsTab, type InsightsTabProps } from '../app/InsightsTab';
import { webApi } from './fakeCrm';
import { contactId, fakeClient, testNow } from './fakeService';
import { settled } from './pressing';
import { texts } from './resx';
import { someRows } from './rows';

export interface OpenedTab extends RenderResult {
  readonly props: InsightsTabProps;
}

/** Opens the tab of a contact with some rows, or with what a test says instead, and waits until its numbers are there. */
export async function openTab(changes: Partial<InsightsTabProps> = {}): Promise<OpenedTab> {
  registerDrawings();
  const props: InsightsTabProps = {
    recordId: contactId,
    table: 'contact',
    locale: 'en-GB',
    theme: themeOf({}),
    width: 1166,
    clientUrl: 'https://crm.example',
    texts,
    client: fakeClient(someRows()),
    webApi,
    openRecord: jest.fn(),
    signIn: () => Promise.resolve(),
    now: () => testNow,
    ...changes,
  };
  const result = render(<InsightsTab {...props} />);
  await settled();
  return { ...result, props };
}

/** A client that writes down what insights it was asked for. */
export function askedClient(
  rows: readonly ListRow[],
  own: Partial<InsightsClient> = {},
): { readonly client: InsightsClient; readonly asked: readonly InsightsQuery[] } {
  const asked: InsightsQuery[] = [];
  const client = fakeClient(rows, own);
  const insights: InsightsClient['insights'] = (query, signal) => {
    asked.push(query);
    return client.insights(query, signal);
  };
  return { client: { ...client, insights }, asked };
}

/** A number by the name of its tile. */
export const tile = (name: string): HTMLElement => screen.getByLabelText(new RegExp(`^${name}, `));
