import * as React from 'react';
import { placeOf, portsOf, type Inputs } from '../shared/controlContext';
import type { ControlPorts } from '../shared/controlProps';
import { registerDrawings } from '../shared/icons/registerDrawings';
import { textsOf } from '../shared/texts';
import { JourneyDesigner as JourneyDesignerView } from './app/JourneyDesigner';
import type { DesignerTexts } from './app/designer';

type Outputs = Readonly<Record<string, never>>;
type Context = ComponentFramework.Context<Inputs>;

/** The virtual control: turns the platform's context into plain props, and nothing else. */
export class JourneyDesigner implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private ports: (ControlPorts & { readonly texts: DesignerTexts }) | undefined;

  public init(context: Context): void {
    registerDrawings();
    context.mode.trackContainerResize(true);
    this.ports = { ...portsOf(context), texts: textsOf((key) => context.resources.getString(key)) };
  }

  public updateView(context: Context): React.ReactElement {
    if (!this.ports) throw new Error('The platform calls init before updateView.');
    return React.createElement(JourneyDesignerView, { ...this.ports, ...placeOf(context) });
  }

  public getOutputs(): Outputs {
    return {};
  }

  public destroy(): void {
    this.ports = undefined;
  }
}
