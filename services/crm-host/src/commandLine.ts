import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
  readonly port: number;
  readonly data: string;
  readonly serviceAddress: string;
}

/** Says what is wrong with the command line, in one line for its user. */
export class UsageError extends Error {}

/** Reads `--port --data --service-address`. */
export function readArguments(words: readonly string[]): Arguments {
  const values = parsed(words);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UsageError(`--port ${values.port} is no port. Give a number from 1 to 65535.`);
  }
  if (!/^https?:\/\/./.test(values['service-address'])) {
    throw new UsageError(
      `--service-address ${values['service-address']} is no address. Give one as http://localhost:4281.`,
    );
  }
  return { port, data: resolve(values.data), serviceAddress: values['service-address'] };
}

function parsed(words: readonly string[]): { port: string; data: string; 'service-address': string } {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string', default: '4280' },
        data: { type: 'string', default: '.data' },
        'service-address': { type: 'string', default: 'http://localhost:4281' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One line on why the CRM did not start; undefined when it is nothing that the caller can mend. */
export function startProblem(error: unknown, { port, data }: Pick<Arguments, 'port' | 'data'>): string | undefined {
  if (error instanceof UsageError) return error.message;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what uses it or give another with --port.`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return `${data} cannot be written. Give another folder with --data.`;
  }
  return undefined;
}
