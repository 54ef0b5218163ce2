import { isRecordType } from '@record-insights/domain';
import type { ControlPlace, ControlPorts } from './controlProps';
import { insightsClient } from './insightsClient';
import { localeOf } from './locale';
import { memberOf } from './memberOf';
import { accessOf, askToSignIn } from './signIn';
import { themeOf, type HostTheme } from './theme';

/** The properties that all manifests have. Written here, so that types and tests need no build before them. */
export interface Inputs {
  readonly anchor: ComponentFramework.PropertyTypes.StringProperty;
  readonly recordType: ComponentFramework.PropertyTypes.StringProperty;
}
type Context = ComponentFramework.Context<Inputs>;

/** The platform's ports, to be taken once. */
export function portsOf(context: Context): ControlPorts {
  const clientUrl = clientUrlOf(context);
  return {
    clientUrl,
    client: insightsClient(() => accessOf(clientUrl), context.resources.getString('language')),
    signIn: askToSignIn,
    webApi: {
      retrieveMultipleRecords: (table, options, size) => context.webAPI.retrieveMultipleRecords(table, options, size),
    },
    openRecord: (entityName, entityId) => void context.navigation.openForm({ entityName, entityId }),
    now: Date.now,
  };
}

/** What the platform tells with every update. */
export function placeOf(context: Context): ControlPlace {
  const recordType = textOf(context.parameters, 'recordType');
  const { languageId, dateFormattingInfo } = context.userSettings;
  return {
    ...recordOf(context),
    recordType: isRecordType(recordType) ? recordType : undefined,
    locale: localeOf(languageId, dateFormattingInfo.shortDatePattern),
    theme: themeOf(hostThemeOf(context)),
    width: context.mode.allocatedWidth,
  };
}

/** The text that the form gives for a property; empty where it gives none. */
export function textOf(parameters: object, name: string): string {
  return firstText([memberOf(parameters, name)], 'raw');
}

/** Which record the form shows. The platform has it in members that its type definitions leave out. */
function recordOf(context: Context): Pick<ControlPlace, 'recordId' | 'table'> {
  const places = [memberOf(context, 'page'), memberOf(context.mode, 'contextInfo')];
  return { recordId: firstText(places, 'entityId'), table: firstText(places, 'entityTypeName') };
}

function clientUrlOf(context: Context): string {
  const page = memberOf(context, 'page');
  const getClientUrl = memberOf(page, 'getClientUrl');
  const url: unknown = typeof getClientUrl === 'function' ? getClientUrl.call(page) : undefined;
  return (typeof url === 'string' ? url : window.location.origin).replace(/\/+$/, '');
}

function hostThemeOf({ fluentDesignLanguage }: Context): HostTheme {
  const isDark = memberOf(fluentDesignLanguage, 'isDarkTheme');
  return typeof isDark === 'boolean' ? { isDark } : {};
}

function firstText(places: readonly unknown[], name: string): string {
  const texts = places.map((place) => memberOf(place, name));
  const [first = ''] = texts.filter((text): text is string => typeof text === 'string' && text !== '');
  return first.replace(/[{}]/g, '');
}
