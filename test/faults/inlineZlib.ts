import type { InputType, ZlibOptions } from 'node:zlib';

const zlib = jest.requireActual<typeof import('node:zlib')>('node:zlib');

type Answer = (error: Error | null, bytes: Buffer) => void;

/** zlib that answers at once: its threads would answer in an order that no seed decides. */
module.exports = {
  ...zlib,
  deflateRaw: (bytes: InputType, options: ZlibOptions, answer: Answer) =>
    answer(null, zlib.deflateRawSync(bytes, options)),
  inflateRaw: (bytes: InputType, answer: Answer) => answer(null, zlib.inflateRawSync(bytes)),
};
