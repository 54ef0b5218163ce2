import * as React from 'react';
import type { CardDef, CardPanelKind, CatalogueRecordType, InsightsAnswer } from '@record-insights/domain';
import { agoOf } from '../../shared/ago';
import { concernsAll } from '../../shared/answer';
import { formatOf } from '../../shared/format';
import { dataOf, useLoad } from '../../shared/load';
import { SurroundingsProvider } from '../../shared/surroundings';
import { Failure } from '../../shared/ui/Failure';
import { WholeState } from '../../shared/ui/WholeState';
import type { Known } from '../../shared/useKnown';
import { useRecordLinks } from '../../shared/useRecordLinks';
import { useWhileCounting } from '../../shared/useWhileCounting';
import { CardProvider, type Card, type CardAnswerOf, type CardPanelOf, type CardPanelProps } from './card';
import type { InteractionTimelineProps } from './InteractionTimeline';
import { Latest } from './Latest';
import { Weeks } from './Weeks';

export interface RecordCardProps extends InteractionTimelineProps, Omit<Known, 'type'> {
  readonly type: CatalogueRecordType;
  readonly card: CardDef;
}

interface Renderer<K extends CardPanelKind> {
  readonly Part: React.ComponentType<CardPanelProps<K>>;
}

/** How each kind of part is drawn. A kind without an entry does not compile. */
const renderers: { readonly [K in CardPanelKind]: Renderer<K> } = {
  weeks: { Part: Weeks },
  latest: { Part: Latest },
};

/** The card of a record type that has one. */
export function RecordCard(props: RecordCardProps): React.ReactElement {
  const { type, card, tables, names, word, recordId, client, clientUrl, openRecord, texts, locale } = props;
  const ask = React.useCallback(
    (signal: AbortSignal) => client.insights({ recordType: type.id, recordId, category: card.id }, signal),
    [client, type.id, recordId, card.id],
  );
  const { load, reload } = useLoad(ask);
  const answer = dataOf(load);
  useWhileCounting(answer, reload);
  const links = useRecordLinks(tables, clientUrl, openRecord);
  const now = useMinute(props.now);
  const zone = answer?.zone ?? 'UTC';
  const format = React.useMemo(() => formatOf(locale, zone, now), [locale, zone, now]);
  const value: Card = {
    texts,
    client,
    names,
    word,
    reload,
    ...links,
    format,
    ago: (instant) => {
      const { key, value: ago } = agoOf(Date.parse(instant), now);
      return texts.say(key, format.number(ago));
    },
  };
  if (load.state === 'failed' && concernsAll(load.error))
    return (
      <WholeState
        error={load.error}
        texts={texts}
        recordWord={type.title.toLowerCase()}
        onRetry={reload}
        signIn={props.signIn}
      />
    );
  return (
    <SurroundingsProvider value={value}>
      <CardProvider value={value}>
        {load.state === 'failed' ? (
          <Failure error={load.error} onRetry={reload} />
        ) : (
          card.panels.map((panel) => <Drawn key={panel.id} panel={panel} answer={answer} />)
        )}
      </CardProvider>
    </SurroundingsProvider>
  );
}

interface DrawnProps<K extends CardPanelKind> {
  readonly panel: CardPanelOf<K>;
  readonly answer: InsightsAnswer | undefined;
}

function Drawn<K extends CardPanelKind>({ panel, answer }: DrawnProps<K>): React.ReactElement {
  const { Part } = renderers[panel.kind];
  const isIts = (one: InsightsAnswer['panels'][number]): one is CardAnswerOf<K> =>
    one.id === panel.id && one.kind === panel.kind;
  return <Part panel={panel} answer={answer?.panels.find(isIts)} />;
}

/** The time, in milliseconds since 1970, of the last full minute that the card has stood. */
function useMinute(now: () => number): number {
  const [at, setAt] = React.useState(now);
  React.useEffect(() => {
    const timer = window.setInterval(() => setAt(now()), 60_000);
    return () => window.clearInterval(timer);
  }, [now]);
  return at;
}
