import * as React from 'react';
import { useConst } from '@fluentui/react-hooks';
import type { PipelineAnswer } from '@record-insights/domain';
import { formatOf, type Format } from '../../shared/format';
import { useLoad, type Load } from '../../shared/load';
import { useWhileCounting } from '../../shared/useWhileCounting';
import type { JourneyPipelineProps } from './JourneyPipeline';

/** The numbers of a journey's pipeline, and of which of its runs they are. */
export interface Pipeline {
  readonly load: Load<PipelineAnswer>;
  /** The numbers on show; those before, while others are on their way. */
  readonly answer: PipelineAnswer | undefined;
  readonly format: Format;
  /** Undefined for all runs together. */
  readonly iteration: string | undefined;
  readonly setIteration: (iteration: string | undefined) => void;
  readonly reload: () => void;
}

export function usePipeline({ type, recordId, locale, client, now }: JourneyPipelineProps): Pipeline {
  const [iteration, setIteration] = React.useState<string>();
  const recordType = type.id;
  const ask = React.useCallback(
    (signal: AbortSignal) => client.pipeline(recordType, recordId, iteration, signal),
    [client, recordType, recordId, iteration],
  );
  const { load, reload } = useLoad(ask);
  const answer = load.state === 'ready' ? load.data : load.state === 'loading' ? load.before : undefined;
  useWhileCounting(answer, reload);
  const opened = useConst(now);
  const zone = answer?.zone ?? 'UTC';
  const format = React.useMemo(() => formatOf(locale, zone, opened), [locale, zone, opened]);
  return { load, answer, format, iteration, setIteration, reload };
}
