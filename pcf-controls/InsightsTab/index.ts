import * as React from 'react';
import { placeOf, portsOf, type Inputs } from '../shared/controlContext';
import type { ControlPorts } from '../shared/controlProps';
import { registerDrawings } from '../shared/icons/registerDrawings';
import { textsOf, type Texts } from '../shared/texts';
import { InsightsTab as InsightsTabView } from './app/InsightsTab';

type Outputs = Readonly<Record<string, never>>;
type Context = ComponentFramework.Context<Inputs>;

/** The virtual control: turns the platform's context into plain props, and nothing else. */
export class InsightsTab implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private ports: (ControlPorts & { readonly texts: Texts }) | undefined;

  public init(context: Context): void {
    registerDrawings();
    context.mode.trackContainerResize(true);
    this.ports = { ...portsOf(context), texts: textsOf((key) => context.resources.getString(key)) };
  }

  public updateView(context: Context): React.ReactElement {
    if (!this.ports) throw new Error('The platform calls init before updateView.');
    return React.createElement(InsightsTabView, { ...this.ports, ...placeOf(context) });
  }

  public getOutputs(): Outputs {
    return {};
  }

  public destroy(): void {
    this.ports = undefined;
  }
}
