import * as React from 'react';
import type { InsightsAnswer } from '@record-insights/domain';

/** Milliseconds after which the numbers are asked for again while the service still counts. */
const countingMs = 15_000;

/** Numbers that are still being counted come again by themselves. */
export function useWhileCounting(answer: Pick<InsightsAnswer, 'freshness'> | undefined, reload: () => void): void {
  const isCounting =
    answer !== undefined && (answer.freshness.waiting > 0 || answer.freshness.rebuilding !== undefined);
  React.useEffect(() => {
    if (!isCounting) return undefined;
    const timer = window.setInterval(reload, countingMs);
    return () => window.clearInterval(timer);
  }, [isCounting, reload]);
}
