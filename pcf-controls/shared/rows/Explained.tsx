import * as React from 'react';
import { Link } from '@fluentui/react';
import type { ExplainedPart } from '@record-insights/domain';
import { dataOf, useLoad } from '../load';
import { useRowsHost } from './rowsHost';
import { createStyles, text12 } from '../ui/createStyles';

const useStyles = createStyles((theme) => ({
  place: { padding: '8px 0 0 24px' },
  table: { ...text12, width: '100%', borderCollapse: 'collapse', color: theme.palette.neutralPrimary },
  head: { ...text12, fontWeight: 600, textAlign: 'left', padding: '4px 0' },
  cell: { padding: '2px 0', fontWeight: 400, textAlign: 'left' },
  number: { padding: '2px 0', textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  sum: { borderTop: `1px solid ${theme.palette.neutralTertiaryAlt}`, fontWeight: 600 },
  trouble: { ...text12, color: theme.semanticColors.errorText },
}));

/** For each part of a number: the rows received, what was left out and why, and what is left. The column adds up. */
export function Explained({ address }: { readonly address: string }): React.ReactElement | null {
  const { client, texts } = useRowsHost();
  const styles = useStyles();
  const ask = React.useCallback((signal: AbortSignal) => client.explain(address, signal), [client, address]);
  const { load, reload } = useLoad(ask);
  if (load.state === 'failed')
    return (
      <div className={styles.place}>
        <span className={styles.trouble}>{texts.say('explainFailed')}</span>{' '}
        <Link underline className={styles.trouble} onClick={reload}>
          {texts.say('retry')}
        </Link>
      </div>
    );
  const answer = dataOf(load);
  if (!answer) return null;
  return (
    <div className={styles.place}>
      {answer.parts.map((part) => (
        <PartTable key={part.counter} part={part} isAlone={answer.parts.length === 1} />
      ))}
    </div>
  );
}

interface PartTableProps {
  readonly part: ExplainedPart;
  readonly isAlone: boolean;
}

function PartTable({ part, isAlone }: PartTableProps): React.ReactElement {
  const { texts, format } = useRowsHost();
  const styles = useStyles();
  const caption = texts.say('explained', part.title);
  return (
    <table className={styles.table} aria-label={caption}>
      {!isAlone && <caption className={styles.head}>{part.title}</caption>}
      <tbody>
        <Line name={texts.say('rowsReceived')} number={format.number(part.received)} />
        {part.leftOut.map(({ reason, title, count }) => (
          <Line key={reason} name={title} number={`− ${format.number(count)}`} />
        ))}
        <Line name={part.title} number={format.number(part.value)} isSum />
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly name: string;
  readonly number: string;
  readonly isSum?: boolean;
}

function Line({ name, number, isSum = false }: LineProps): React.ReactElement {
  const styles = useStyles();
  const sum = isSum ? ` ${styles.sum}` : '';
  return (
    <tr>
      <th scope="row" className={styles.cell + sum}>
        {name}
      </th>
      <td className={styles.number + sum}>{number}</td>
    </tr>
  );
}
