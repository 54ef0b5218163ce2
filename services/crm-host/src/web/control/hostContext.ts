import type { Me } from '../../auth/routes';
import type { PlacedControl } from '../../forms/formDefinition';
import type { Row } from '../../row';
import type { ThemeName } from '../theme';
import type { HostRecord } from './contract';
import { designOf } from './design';
import { client, navigation, resourcesOf, utilsOf, webAPI } from './hostServices';
import type { LoadedControl } from './loadControl';
import { parametersOf } from './parameters';
import { formatting, userSettingsOf } from './userSettings';

/** Everything that decides what a control is shown. */
export interface HostState {
  readonly control: LoadedControl;
  readonly placed: PlacedControl;
  readonly record: HostRecord;
  readonly row: Row;
  readonly me: Me;
  readonly theme: ThemeName;
  readonly label: string;
  readonly disabled: boolean;
  readonly visible: boolean;
  /** Inner size of the control's place; height -1 where the form grows with its content. */
  readonly width: number;
  readonly height: number;
}

/** What a control can ask of its place. */
export interface HostRequests {
  trackContainerResize(track: boolean): void;
  requestRender(): void;
}

/** The context that a control gets on init and on every update: a new one each time, as in Dataverse. */
export function contextOf(
  state: HostState,
  requests: HostRequests,
  tracking: boolean,
  updated: readonly string[],
): object {
  const { control, record, me } = state;
  return {
    parameters: parametersOf(control.definition, state.placed, state.row),
    updatedProperties: updated,
    mode: modeOf(state, requests, tracking),
    page: {
      entityId: record.id,
      entityTypeName: record.table.table,
      isPageReadOnly: state.disabled,
      getClientUrl: () => window.location.origin,
    },
    client,
    events: {},
    factory: { requestRender: requests.requestRender },
    fluentDesignLanguage: designOf(state.theme),
    formatting,
    navigation,
    resources: resourcesOf(control.definition),
    userSettings: userSettingsOf(me),
    utils: utilsOf(me),
    webAPI,
  };
}

/** Sizes are told to controls that asked for them only. */
function modeOf(state: HostState, requests: HostRequests, tracking: boolean): object {
  const { record } = state;
  return {
    allocatedWidth: tracking ? state.width : -1,
    allocatedHeight: tracking ? state.height : -1,
    isControlDisabled: state.disabled,
    isVisible: state.visible,
    label: state.label,
    contextInfo: { entityId: record.id, entityTypeName: record.table.table, entityRecordName: record.name },
    trackContainerResize: requests.trackContainerResize,
    setControlState: () => true,
    setFullScreen: () => undefined,
  };
}
