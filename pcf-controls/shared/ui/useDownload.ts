import * as React from 'react';
import { saveFile } from '../saveFile';
import { useRowsHost } from '../rows/rowsHost';

export interface Download {
  readonly isUnderWay: boolean;
  readonly hasFailed: boolean;
  readonly start: () => void;
}

/** All rows at an address as a CSV file. */
export function useDownload(rows: string): Download {
  const { client, reload, announce, texts } = useRowsHost();
  const [state, setState] = React.useState<'rest' | 'underWay' | 'failed'>('rest');
  const start = React.useCallback(() => {
    setState('underWay');
    void client.csv(rows).then((answer) => {
      setState(answer.ok ? 'rest' : 'failed');
      if (answer.ok) saveFile(answer.value);
      else if (answer.error.kind === 'viewExpired') reload();
      else announce(texts.say('csvFailed'));
    });
  }, [client, rows, reload, announce, texts]);
  return { isUnderWay: state === 'underWay', hasFailed: state === 'failed', start };
}
