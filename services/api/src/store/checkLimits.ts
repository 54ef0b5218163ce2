import { LimitExceeded, limits, type Operation, type Range, type RowKey, type Value, type Values } from './tableStore';

// eslint-disable-next-line no-control-regex -- control characters are what is refused
const forbiddenInKeys = /[/\\#?\u0000-\u001f\u007f-\u009f]/;
const tableName = /^[A-Za-z][A-Za-z0-9]{2,62}$/;
const propertyName = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
/** What Azure or its client keep for themselves, in any case. */
const reservedProperties = new Set(['partitionkey', 'rowkey', 'timestamp', 'etag', '__proto__']);
const int64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };
/** Boundaries, request line and headers of one operation in the multipart body, keys not counted. */
const bytesOfEnvelope = 1024;
/** `,"":` and `"@odata.type":"Edm.Boolean"`, the name not counted, which stands there twice. */
const bytesOfAnnotation = 48;

/** @throws LimitExceeded unless the name is 3 to 63 letters and digits, a letter first, also with its prefix. */
export function checkTable(table: string, prefix = ''): void {
  if (!tableName.test(table) || !tableName.test(prefix + table))
    refuse(`Table name ${named(prefix + table)} must be 3 to 63 letters and digits, a letter first`);
}

/** @throws LimitExceeded naming the key and what in it is refused. */
export function checkKey({ partition, row }: RowKey): void {
  checkKeyPart('Partition', partition);
  checkKeyPart('Row', row);
}

/** @throws LimitExceeded on a page size or a bound that Azure would refuse. */
export function checkRange(partition: string, { from, before, limit }: Range): void {
  checkKeyPart('Partition', partition);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= limits.rowsPerPage))
    refuse(`A page has 1 to ${limits.rowsPerPage} rows, not ${limit}`);
  for (const bound of [from, before])
    if (bound !== undefined && hasLoneSurrogate(bound)) refuse('A bound of a range has half a character in it');
}

/** @throws LimitExceeded where Azure Tables would refuse the transaction; says which row, property and limit. */
export function checkWrite(table: string, partition: string, operations: readonly Operation[]): void {
  checkTable(table);
  if (operations.length > limits.operationsPerTransaction)
    refuse(`A transaction has at most ${limits.operationsPerTransaction} operations, not ${operations.length}`);
  checkKeyPart('Partition', partition);
  const rows = new Set<string>();
  for (const operation of operations) {
    checkKeyPart('Row', operation.row);
    if (rows.has(operation.row)) refuse(`Row ${named(operation.row)} stands twice in one transaction`);
    rows.add(operation.row);
    if (operation.kind !== 'delete') checkValues(partition, operation.row, operation.values);
  }
  checkBytes(partition, operations);
}

/**
 * Most bytes that an operation can take in the body that Azure counts against `bytesPerTransaction`: JSON in UTF-8 with
 * binary as base64, each character of a string as its longest escape. What sums up to the limit is never refused.
 */
export function bytesOfOperation(partition: string, operation: Operation): number {
  return envelopeOf(partition, operation) + sumOfValues(operation, mostBytesInBody);
}

function checkBytes(partition: string, operations: readonly Operation[]): void {
  // The exact count reads every string, so it is only made where the rough one is not enough.
  const most = operations.reduce((sum, one) => sum + bytesOfOperation(partition, one), 0);
  if (most <= limits.bytesPerTransaction) return;
  const bytes = operations.reduce((sum, one) => sum + envelopeOf(partition, one) + sumOfValues(one, bytesInBody), 0);
  if (bytes > limits.bytesPerTransaction)
    refuse(`A transaction has at most ${limits.bytesPerTransaction} bytes as sent (binary as base64), not ${bytes}`);
}

function checkKeyPart(name: 'Partition' | 'Row', key: string): void {
  if (key.length * 2 > limits.bytesPerKey)
    refuse(`${name} key ${named(key)} has ${key.length * 2} bytes in UTF-16, more than ${limits.bytesPerKey}`);
  if (forbiddenInKeys.test(key)) refuse(`${name} key ${named(key)} has one of / \\ # ? or a control character in it`);
  if (hasLoneSurrogate(key)) refuse(`${name} key ${named(key)} has half a character in it`);
}

function checkValues(partition: string, row: string, values: Values): void {
  // How Azure counts a row: 4 bytes and the keys; for each property 8 bytes, its name and its value.
  let bytes = 4 + (partition.length + row.length) * 2;
  let properties = 0;
  for (const name in values) {
    const value = values[name];
    if (value === undefined) continue;
    checkProperty(row, name, value);
    properties += 1;
    bytes += 8 + name.length * 2 + bytesStored(value);
  }
  if (properties > limits.propertiesPerRow)
    refuse(`Row ${named(row)} has ${properties} properties, more than ${limits.propertiesPerRow}`);
  if (bytes > limits.bytesPerRow) refuse(`Row ${named(row)} has ${bytes} bytes, more than ${limits.bytesPerRow}`);
}

function checkProperty(row: string, name: string, value: Value): void {
  const property = (): string => `Property ${named(name)} of row ${named(row)}`;
  if (!propertyName.test(name) || reservedProperties.has(name.toLowerCase()))
    refuse(`${property()}: a name is 1 to 255 letters, digits and _, no digit first, and no name of Azure's own`);
  if (typeof value === 'number' && !Number.isFinite(value)) refuse(`${property()} is not a finite number`);
  if (typeof value === 'bigint' && (value < int64.least || value > int64.most))
    refuse(`${property()} is beyond 64 bits: ${value}`);
  if (typeof value === 'string' && hasLoneSurrogate(value)) refuse(`${property()} has half a character in it`);
  const bytes = contentBytes(value);
  if (bytes > limits.bytesPerProperty) refuse(`${property()} has ${bytes} bytes, more than ${limits.bytesPerProperty}`);
}

/** A string in UTF-16, since so Azure keeps it. */
function contentBytes(value: Value): number {
  if (typeof value === 'string') return value.length * 2;
  if (value instanceof Uint8Array) return value.byteLength;
  return typeof value === 'boolean' ? 1 : 8;
}

const bytesStored = (value: Value): number =>
  contentBytes(value) + (typeof value === 'string' || value instanceof Uint8Array ? 4 : 0);

const bytesInBody = (value: Value): number =>
  typeof value === 'string' ? Buffer.byteLength(JSON.stringify(value)) : mostBytesInBody(value);

/** As `bytesInBody`, without looking at the characters of a string, of which one can take six bytes. */
function mostBytesInBody(value: Value): number {
  if (typeof value === 'string') return value.length * 6 + 2;
  return value instanceof Uint8Array ? Math.ceil(value.byteLength / 3) * 4 + 2 : 26;
}

/** Keys stand percent-encoded in the request line and as JSON in the body. */
const envelopeOf = (partition: string, { row }: Operation): number =>
  bytesOfEnvelope + (partition.length + row.length) * (isPlain(partition) && isPlain(row) ? 4 : 15);

const isPlain = (key: string): boolean => /^[\w\-.!~*()]*$/.test(key);

function sumOfValues(operation: Operation, bytesOf: (value: Value) => number): number {
  if (operation.kind === 'delete') return 0;
  let bytes = 0;
  for (const name in operation.values) {
    const value = operation.values[name];
    if (value !== undefined) bytes += name.length * 2 + bytesOfAnnotation + bytesOf(value);
  }
  return bytes;
}

const hasLoneSurrogate = (text: string): boolean => /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);

/** A key in a message: never long, and no control characters that would break the log's line. */
const named = (key: string): string => JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);

function refuse(reason: string): never {
  throw new LimitExceeded(reason);
}
