import * as React from 'react';
import { render, screen } from '@testing-library/react';
import type { PipelineAnswer } from '@record-insights/domain';
import { webApi } from '../../InsightsTab/testing/fakeCrm';
import { fakeClient, testNow } from '../../InsightsTab/testing/fakeService';
import { settled } from '../../InsightsTab/testing/pressing';
import { someRows } from '../../InsightsTab/testing/rows';
import { answered } from '../../shared/answer';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import type { InsightsClient } from '../../shared/insightsClient';
import { resxOf } from '../../shared/testing/resx';
import { textsOf } from '../../shared/texts';
import { themeOf } from '../../shared/theme';
import type { DesignerTexts } from '../app/designer';
import { JourneyDesigner, type JourneyDesignerProps } from '../app/JourneyDesigner';
import { journeyId } from './fakePipeline';

const resx = resxOf('JourneyDesigner', '1033');

export const texts: DesignerTexts = textsOf((key) => resx.get(key) ?? key);

/** A client whose journey has such a pipeline, save what a test answers itself. */
export const clientWith = (answer: PipelineAnswer, own: Partial<InsightsClient> = {}): InsightsClient =>
  fakeClient(someRows(), { pipeline: () => Promise.resolve(answered(answer)), ...own });

/** Opens the designer of a journey, and waits until its numbers are there. */
export async function openDesigner(changes: Partial<JourneyDesignerProps>): Promise<JourneyDesignerProps> {
  registerDrawings();
  const props: JourneyDesignerProps = {
    recordId: journeyId,
    table: 'rin_customerjourney',
    locale: 'en-GB',
    theme: themeOf({}),
    width: 1_166,
    clientUrl: 'https://crm.example',
    texts,
    client: fakeClient([]),
    webApi,
    openRecord: jest.fn(),
    signIn: () => Promise.resolve(),
    now: () => testNow,
    ...changes,
  };
  render(<JourneyDesigner {...props} />);
  await settled();
  return props;
}

/** A tile of the pipeline by what it is called. */
export const tileNamed = (name: string): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(`: ${name.replace('?', '\\?')}\\. `) });
