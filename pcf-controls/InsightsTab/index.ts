import * as React from 'react';
import { isRecordType } from '@record-insights/domain';
import { insightsClient } from '../shared/insightsClient';
import { registerDrawings } from '../shared/icons/registerDrawings';
import { localeOf } from '../shared/locale';
import type { WebApiPort } from '../shared/recordNames';
import { accessOf } from '../shared/signIn';
import { textsOf } from '../shared/texts';
import { themeOf, type HostTheme } from '../shared/theme';
import { InsightsTab as InsightsTabView, type InsightsTabProps } from './app/InsightsTab';

/** The manifest's properties. Written here, so that types and tests need no build before them. */
interface Inputs {
  readonly anchor: ComponentFramework.PropertyTypes.StringProperty;
  readonly recordType: ComponentFramework.PropertyTypes.StringProperty;
}
type Outputs = Readonly<Record<string, never>>;
type Context = ComponentFramework.Context<Inputs>;

/** The virtual control: turns the platform's context into plain props, and nothing else. */
export class InsightsTab implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private ports: Pick<InsightsTabProps, 'client' | 'clientUrl' | 'openRecord' | 'texts' | 'webApi' | 'now'> | undefined;

  public init(context: Context): void {
    registerDrawings();
    context.mode.trackContainerResize(true);
    const clientUrl = clientUrlOf(context);
    const webApi: WebApiPort = {
      retrieveMultipleRecords: (table, options, size) => context.webAPI.retrieveMultipleRecords(table, options, size),
    };
    this.ports = {
      client: insightsClient(() => accessOf(clientUrl)),
      clientUrl,
      openRecord: (entityName, entityId) => void context.navigation.openForm({ entityName, entityId }),
      texts: textsOf((key) => context.resources.getString(key)),
      webApi,
      now: Date.now,
    };
  }

  public updateView(context: Context): React.ReactElement {
    if (!this.ports) throw new Error('The platform calls init before updateView.');
    const recordType = firstText([memberOf(context.parameters, 'recordType')], 'raw');
    const { languageId, dateFormattingInfo } = context.userSettings;
    return React.createElement(InsightsTabView, {
      ...this.ports,
      ...recordOf(context),
      recordType: isRecordType(recordType) ? recordType : undefined,
      locale: localeOf(languageId, dateFormattingInfo.shortDatePattern),
      theme: themeOf(hostThemeOf(context)),
      width: context.mode.allocatedWidth,
    });
  }

  public getOutputs(): Outputs {
    return {};
  }

  public destroy(): void {
    this.ports = undefined;
  }
}

/** Which record the form shows. The platform has it in members that its type definitions leave out. */
function recordOf(context: Context): Pick<InsightsTabProps, 'recordId' | 'table'> {
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

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function firstText(places: readonly unknown[], name: string): string {
  const texts = places.map((place) => memberOf(place, name));
  const [first = ''] = texts.filter((text): text is string => typeof text === 'string' && text !== '');
  return first.replace(/[{}]/g, '');
}
