import type { TableClient } from '@azure/data-tables';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/** By the signal that a transaction is sent with: the etag of each operation that is a delete bound to one. */
export type Conditions = WeakMap<object, readonly (string | undefined)[]>;

/**
 * The client deletes whatever state a row is in when the delete is part of a transaction. This puts the etags into
 * the body that the client made.
 */
export const conditionalDeletes = (conditions: Conditions): Policy => ({
  name: 'conditionalDeletes',
  async sendRequest(request, next) {
    const etags = request.abortSignal && conditions.get(request.abortSignal);
    if (etags && typeof request.body === 'string') request.body = withEtags(request.body, etags);
    return next(request);
  },
});

function withEtags(body: string, etags: readonly (string | undefined)[]): string {
  const boundary = /boundary=(changeset_\S+)/.exec(body)?.[1];
  if (!boundary) throw new Error('The body of a transaction has no changeset');
  const separator = `--${boundary}\r\n`;
  const [head = '', ...parts] = body.split(separator);
  const bound = parts.map((part, i) => {
    const etag = etags[i];
    return etag === undefined ? part : withEtag(part, etag);
  });
  return [head, ...bound].join(separator);
}

function withEtag(part: string, etag: string): string {
  const bound = part.replace(/^if-match: \*\r?$/im, () => `if-match: ${etag}`);
  if (bound === part || !part.includes('\r\nDELETE ')) throw new Error('A delete is not where its operation is');
  return bound;
}
