import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../service';

/** A body as it comes in, and how it says it is packed. */
export interface IncomingBody {
  readonly stream: Readable;
  /** `content-encoding` of the request. */
  readonly encoding: string | undefined;
}

const mebibyte = 1024 * 1024;

/**
 * Reads a body as UTF-8 text, unpacked. Reading ends where the limit is passed, so that a small body that unpacks to a
 * huge one costs no more than one of the limit's size.
 * @param limit bytes, unpacked
 * @throws ProblemError malformedBody, bodyTooLarge, unsupportedMediaType
 */
export async function readBody({ stream, encoding }: IncomingBody, limit: number): Promise<string> {
  const unpacked = unpackedStream(stream, encoding?.trim().toLowerCase());
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // What is left unread of the request itself is drained by the server after its answer.
    for await (const chunk of unpacked.iterator({ destroyOnReturn: unpacked !== stream })) {
      size += (chunk as Uint8Array).length;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk as Uint8Array);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw malformed('The body ends early or is no gzip. Send it again whole.', error);
  }
  if (size === 0) throw malformed('The body is empty. Send what /docs shows for this address.');
  return textOf(Buffer.concat(chunks, size));
}

function unpackedStream(stream: Readable, encoding: string | undefined): Readable {
  if (encoding === undefined || encoding === '' || encoding === 'identity') return stream;
  if (encoding !== 'gzip')
    throw new ProblemError(
      'unsupportedMediaType',
      'Only gzip is unpacked. Send the body as gzip or as it is.',
      'content-encoding',
    );
  const gunzip = createGunzip();
  stream.once('error', (error) => gunzip.destroy(error));
  return stream.pipe(gunzip);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw malformed('The body is not UTF-8. Send it in UTF-8.', error);
  }
}

export const tooLarge = (limit: number): ProblemError =>
  new ProblemError(
    'bodyTooLarge',
    `The body is larger than ${limit >= mebibyte ? `${limit / mebibyte} MiB` : `${limit / 1024} KiB`} unpacked. Send it in smaller parts.`,
  );

export const malformed = (detail: string, cause?: unknown): ProblemError =>
  new ProblemError('malformedBody', detail, undefined, { cause });
