import type { FastifyRequest } from 'fastify';
import { callerOf, type Identity } from '../auth/caller';
import type { Organisation } from '../organisation';
import { mayRead } from '../rights';
import { textOf, type Row } from '../row';
import type { CrmTable } from '../tables';
import type { User } from '../users';
import { annotated } from './annotations';
import { noPrivilege, noSuchRecord, notSignedIn } from './odataError';
import { largestPage, selected } from './query';

export interface WebApiOptions {
  readonly identity: Identity;
  readonly organisation: Organisation;
  readonly serviceAddress: string;
}

/** What a request of the Web API carries. */
export interface WebApiRoute {
  readonly Params: { readonly '*': string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

export const rootOf = (identity: Identity): string => `${identity.address}/api/data/v9.2/`;

/** The user who asks; without one nothing is answered. */
export async function requiredCaller(identity: Identity, request: FastifyRequest): Promise<User> {
  const user = await callerOf(identity, request);
  if (!user) throw notSignedIn();
  return user;
}

/** One record, when it is there and the user may read it. */
export function readableRow({ records }: Identity, user: User, table: CrmTable, id: string): Row {
  const row = records.row(table.table, id);
  if (!row) throw noSuchRecord(table.table, id);
  if (!mayRead(user, table, row, records)) throw noPrivilege(table.table, id);
  return row;
}

/** A record as the caller asked to have it. */
export function shownRow(
  identity: Identity,
  request: FastifyRequest,
  table: CrmTable,
  row: Row,
  select: readonly string[] | undefined,
): Row {
  const columns = { '@odata.etag': etagOf(row), ...selected(row, select, table.key) };
  return prefers(request, /include-annotations/) ? annotated(columns, identity.records) : columns;
}

/** Rows a page that the caller prefers. */
export function pageSizeOf(request: FastifyRequest): number {
  const wanted = Number(prefers(request, /odata\.maxpagesize=(\d+)/)?.[1] ?? largestPage);
  return Math.min(Math.max(wanted, 1), largestPage);
}

function prefers(request: FastifyRequest, what: RegExp): RegExpExecArray | null {
  return what.exec(String(request.headers.prefer ?? ''));
}

function etagOf(row: Row): string {
  return `W/"${Date.parse(textOf(row, 'modifiedon')) || 0}"`;
}
