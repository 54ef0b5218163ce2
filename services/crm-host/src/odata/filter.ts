import type { Row, Value } from '../row';
import { badRequest } from './odataError';
import { tokensOf, type Token } from './tokens';

/** Whether a record passes a filter. */
export type Predicate = (row: Row) => boolean;

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

const functions: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
};

/** Reads `$filter`: comparisons, contains, startswith, endswith, and, or, not, parentheses. Text ignores case. */
export function parseFilter(text: string): Predicate {
  const reader = new Reader(tokensOf(text));
  const predicate = anyOf(reader);
  reader.expectEnd();
  return predicate;
}

function anyOf(reader: Reader): Predicate {
  const parts = [allOf(reader)];
  while (reader.takeWord('or')) parts.push(allOf(reader));
  return (row) => parts.some((part) => part(row));
}

function allOf(reader: Reader): Predicate {
  const parts = [oneOf(reader)];
  while (reader.takeWord('and')) parts.push(oneOf(reader));
  return (row) => parts.every((part) => part(row));
}

function oneOf(reader: Reader): Predicate {
  if (reader.takeWord('not')) {
    const inner = oneOf(reader);
    return (row) => !inner(row);
  }
  if (reader.takeMark('(')) {
    const inner = anyOf(reader);
    reader.expectMark(')');
    return inner;
  }
  const name = reader.word();
  const call = functions[name];
  return call && reader.takeMark('(') ? functionCall(reader, call) : comparison(reader, name);
}

function functionCall(reader: Reader, call: (text: string, part: string) => boolean): Predicate {
  const column = reader.word();
  reader.expectMark(',');
  const part = String(reader.value()).toLowerCase();
  reader.expectMark(')');
  return (row) => {
    const value = row[column];
    return value !== undefined && value !== null && call(String(value).toLowerCase(), part);
  };
}

function comparison(reader: Reader, column: string): Predicate {
  const name = reader.word();
  const test = comparisons[name];
  if (!test) throw badRequest(`The operator '${name}' in $filter is not known.`);
  const wanted = reader.value();
  return (row) => {
    const order = compareValues(row[column] ?? null, wanted);
    return order === undefined ? name === 'ne' : test(order);
  };
}

/** Order of two values, text without case; undefined when they cannot be compared. */
export function compareValues(left: Value, right: Value): number | undefined {
  if (left === null || right === null) return left === right ? 0 : undefined;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left).toLowerCase(), String(right).toLowerCase()];
  return a < b ? -1 : Number(a > b);
}

/** Walks over the tokens; says what it expected where it stops. */
class Reader {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  takeWord(word: string): boolean {
    const token = this.tokens[this.next];
    return this.advanceIf(token?.kind === 'word' && token.text === word);
  }

  takeMark(mark: string): boolean {
    const token = this.tokens[this.next];
    return this.advanceIf(token?.kind === 'mark' && token.text === mark);
  }

  expectMark(mark: string): void {
    if (!this.takeMark(mark)) throw this.stopped(`'${mark}'`);
  }

  word(): string {
    const token = this.tokens[this.next];
    if (token?.kind !== 'word') throw this.stopped('a column or an operator');
    this.next += 1;
    return token.text;
  }

  value(): Value {
    const token = this.tokens[this.next];
    if (token?.kind !== 'value') throw this.stopped('a value');
    this.next += 1;
    return token.value;
  }

  expectEnd(): void {
    if (this.next < this.tokens.length) throw this.stopped('the end');
  }

  private advanceIf(matches: boolean): boolean {
    if (matches) this.next += 1;
    return matches;
  }

  private stopped(expected: string): Error {
    const found = this.tokens[this.next];
    return badRequest(`In $filter, ${expected} is expected ${found ? `before '${found.text}'` : 'at the end'}.`);
  }
}
