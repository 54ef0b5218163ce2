import { isTest, keptDeliveries, triple, type FullRow } from './recount';
import { machines } from './recountVerdicts';

/**
 * Counts deliveries by hour of the week again, and how many of them people opened, by plain loops over rows in full. It
 * shares no code with the fold; keep it so.
 */
export class RecountedRates {
  /** By `1 08`: Monday at 8. */
  readonly deliveries = new Map<string, number>();
  readonly opened = new Map<string, number>();
  private readonly clock: Intl.DateTimeFormat;

  constructor(zone: string) {
    this.clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  }

  /** @param rows that name the contact */
  addContact(rows: readonly FullRow[]): void {
    const named = rows.filter((row) => row.columns['MessageId'] !== undefined && !isTest(row));
    const byMachines = machines(named);
    const opens = named.filter((row) => row.type === 'EmailOpened' && !byMachines.has(row.id));
    for (const delivery of keptDeliveries(named)) {
      const hour = this.hourOf(delivery.at);
      raise(this.deliveries, hour);
      if (opens.some((open) => triple(open) === triple(delivery))) raise(this.opened, hour);
    }
  }

  private hourOf(at: number): string {
    const parts = new Map(this.clock.formatToParts(at).map(({ type, value }) => [type, value]));
    const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday') ?? '') + 1;
    return `${weekday} ${parts.get('hour') ?? ''}`;
  }
}

function raise(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
