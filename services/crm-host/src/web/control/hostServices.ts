import { isGuid } from '@record-insights/domain';
import type { Me } from '../../auth/routes';
import type { ControlDefinition } from '../../controls/controlLibrary';
import { rowOf, type Row } from '../../row';
import { tableNamed } from '../../tables';
import { go } from '../navigation';
import { problemOf } from '../json';
import { addressOf, recordPlace } from '../place';
import { createRecord, deleteRecord, retrieveRecord, retrieveRecords, updateRecord } from '../webApi';

/** Dataverse rejects with an object of this shape. */
async function orReject<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { status, message } = problemOf(error);
    throw Object.assign(new Error(message), { errorCode: status, code: status });
  }
}

const columnsOf = (data: object): Row => rowOf(data) ?? {};

/** `context.webAPI`. */
export const webAPI = {
  retrieveRecord: (table: string, id: string, options?: string) => orReject(retrieveRecord(table, id, options)),
  retrieveMultipleRecords: (table: string, options?: string, maxPageSize?: number) =>
    orReject(retrieveRecords(table, options, maxPageSize)),
  createRecord: async (table: string, data: object) =>
    lookup(table, await orReject(createRecord(table, columnsOf(data)))),
  updateRecord: async (table: string, id: string, data: object) => {
    await orReject(updateRecord(table, id, columnsOf(data)));
    return lookup(table, id);
  },
  deleteRecord: async (table: string, id: string) => {
    await orReject(deleteRecord(table, id));
    return lookup(table, id);
  },
};

function lookup(entityType: string, id: string): object {
  return { entityType, id, name: '' };
}

interface FormOptions {
  readonly entityName: string;
  readonly entityId?: string;
  readonly openInNewWindow?: boolean;
}

/** `context.navigation`. */
export const navigation = {
  openForm: async ({ entityName, entityId = '', openInNewWindow = false }: FormOptions) => {
    const table = tableNamed(entityName);
    if (!table) throw new Error(`There is no table ${entityName}.`);
    const place = isGuid(entityId)
      ? recordPlace(table, entityId.replace(/[{}]/g, '').toLowerCase())
      : ({ at: 'new', table } as const);
    if (openInNewWindow) window.open(addressOf(place), '_blank', 'noopener');
    else go(place);
    return Promise.resolve({ savedEntityReference: [] });
  },
  openUrl: (url: string) => void window.open(url, '_blank', 'noopener'),
  openWebResource: (name: string) => void window.open(`/WebResources/${name}`, '_blank', 'noopener'),
  openAlertDialog: ({ text }: { readonly text: string }) => tell(text),
  openErrorDialog: ({ message = '' }: { readonly message?: string }) => tell(message),
  openConfirmDialog: async ({ text }: { readonly text: string }) =>
    Promise.resolve({ confirmed: window.confirm(text) }),
};

function tell(text: string): Promise<void> {
  window.alert(text);
  return Promise.resolve();
}

/** `context.client`; the form factor is that of a browser on a desk. */
export const client = {
  disableScroll: false,
  getClient: () => 'Web',
  getFormFactor: () => 1,
  isOffline: () => false,
  isNetworkAvailable: () => window.navigator.onLine,
};

/** `context.utils`. */
export function utilsOf(me: Me): object {
  return {
    getEntityMetadata: async (name: string) => {
      const table = tableNamed(name);
      if (!table) throw new Error(`There is no table ${name}.`);
      return Promise.resolve({
        LogicalName: table.table,
        EntitySetName: table.set,
        PrimaryIdAttribute: table.key,
        PrimaryNameAttribute: table.name,
        DisplayName: table.title,
      });
    },
    hasEntityPrivilege: () => me.roles.length > 0,
  };
}

/** `context.resources`: the texts of the control's resx files, and its files. */
export function resourcesOf(definition: ControlDefinition): object {
  return {
    getString: (key: string) => definition.strings[key] ?? key,
    getResource: (path: string, success: (base64: string) => void, failure: () => void) => {
      fetch(`/controls/${definition.folder}/${path}`)
        .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(path))))
        .then((bytes) => success(window.btoa(String.fromCharCode(...new Uint8Array(bytes)))))
        .catch(failure);
    },
  };
}
