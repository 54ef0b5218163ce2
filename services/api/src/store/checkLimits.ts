import { LimitExceeded, limits, type Operation, type Value } from './tableStore';

const forbidden = /[/\\#?\u0000-\u001f\u007f-\u009f]/;
const propertyName = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/** @throws LimitExceeded when Azure Tables would refuse the key */
export function checkKey(what: string, text: string): void {
  if (text.length * 2 > limits.bytesPerKey)
    throw new LimitExceeded(`A ${what} key has ${text.length * 2} bytes; ${limits.bytesPerKey} is the most`);
  if (forbidden.test(text))
    throw new LimitExceeded(`A ${what} key has a character that keys must not have (/ \\ # ? or a control character)`);
}

/** @throws LimitExceeded when Azure Tables would refuse the transaction */
export function checkTransaction(partition: string, operations: readonly Operation[]): void {
  checkKey('partition', partition);
  if (operations.length === 0 || operations.length > limits.operationsPerTransaction) {
    throw new LimitExceeded(
      `A transaction has ${operations.length} operations; 1 to ${limits.operationsPerTransaction} are taken`,
    );
  }
  const rows = new Set<string>();
  let bytes = 0;
  for (const operation of operations) {
    checkKey('row', operation.row);
    if (rows.has(operation.row)) throw new LimitExceeded('A transaction names one row twice');
    rows.add(operation.row);
    bytes += operation.kind === 'delete' ? 0 : bytesOfRow(partition, operation);
  }
  if (bytes > limits.bytesPerTransaction)
    throw new LimitExceeded(`A transaction has ${bytes} bytes; ${limits.bytesPerTransaction} is the most`);
}

function bytesOfRow(partition: string, { row, values }: Exclude<Operation, { kind: 'delete' }>): number {
  const entries = Object.entries(values);
  if (entries.length > limits.propertiesPerRow)
    throw new LimitExceeded(`A row has ${entries.length} properties; ${limits.propertiesPerRow} is the most`);
  let bytes = 4 + (partition.length + row.length) * 2;
  for (const [name, value] of entries) {
    if (!propertyName.test(name))
      throw new LimitExceeded(`A property has the name ${JSON.stringify(name)}; letters, digits and _ are taken`);
    const size = bytesOfValue(name, value);
    if (size > limits.bytesPerProperty)
      throw new LimitExceeded(`Property ${name} has ${size} bytes; ${limits.bytesPerProperty} is the most`);
    bytes += 8 + name.length * 2 + size;
  }
  if (bytes > limits.bytesPerRow)
    throw new LimitExceeded(`A row has ${bytes} bytes; ${limits.bytesPerRow} is the most`);
  return bytes;
}

function bytesOfValue(name: string, value: Value): number {
  if (typeof value === 'string') return value.length * 2;
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'bigint' && (value < smallest || value > largest))
    throw new LimitExceeded(`Property ${name} is no 64-bit number`);
  return 8;
}

/** @throws LimitExceeded when a page of that many rows is not given */
export function checkPage(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > limits.rowsPerPage)
    throw new LimitExceeded(`A page has 1 to ${limits.rowsPerPage} rows, not ${limit}`);
}
