import * as React from 'react';
import * as ReactDOM from 'react-dom';
import type { PipelineAnswer } from '@record-insights/domain';
import { answered } from '../../shared/answer';
import { fakeClient, oneContact, testNow } from '../../InsightsTab/testing/fakeService';
import { someRows } from '../../InsightsTab/testing/rows';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import { textsOf } from '../../shared/texts';
import { themeOf } from '../../shared/theme';
import { JourneyDesigner } from '../app/JourneyDesigner';
import { journeyId } from './fakePipeline';

/** Draws the designer in a page, from an answer that a test gives: bundled and opened by tests in a browser. */

export interface DesignerPageOptions {
  readonly texts: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly isDark: boolean;
  readonly savesSegments: boolean;
}

function show(answer: PipelineAnswer, { texts, locale, isDark, savesSegments }: DesignerPageOptions): void {
  registerDrawings();
  const client = fakeClient(someRows(), {
    catalogue: () => Promise.resolve(answered(oneContact)),
    pipeline: () => Promise.resolve(answered(answer)),
  });
  const root = document.getElementById('root');
  if (root) root.style.height = '100vh';
  ReactDOM.render(
    <main style={{ height: '100%' }}>
      <JourneyDesigner
        texts={textsOf((key) => texts[key] ?? key)}
        clientUrl=""
        client={client}
        signIn={() => Promise.resolve()}
        webApi={{ retrieveMultipleRecords: () => Promise.resolve({ entities: [] }) }}
        openRecord={() => undefined}
        now={() => testNow}
        recordId={journeyId}
        table="rin_customerjourney"
        locale={locale}
        theme={themeOf({ isDark })}
        width={-1}
        {...(savesSegments ? { saveAsSegment: () => undefined } : {})}
      />
    </main>,
    root,
  );
}

Object.assign(window, { showDesigner: show });
