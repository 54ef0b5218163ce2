import * as React from 'react';
import { placeOf, portsOf, textOf, type Inputs as CommonInputs } from '../shared/controlContext';
import type { ControlPorts } from '../shared/controlProps';
import { tabOpener } from '../shared/formTabs';
import { registerDrawings } from '../shared/icons/registerDrawings';
import { textsOf } from '../shared/texts';
import { InteractionTimeline as InteractionTimelineView } from './app/InteractionTimeline';
import type { CardTexts } from './app/card';

interface Inputs extends CommonInputs {
  readonly insightsTab: ComponentFramework.PropertyTypes.StringProperty;
}
type Outputs = Readonly<Record<string, never>>;
type Context = ComponentFramework.Context<Inputs>;

/** The tab as the solution's forms name it. */
const insightsTab = 'rin_insights';

/** The virtual control: turns the platform's context into plain props, and nothing else. */
export class InteractionTimeline implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private ports: (ControlPorts & { readonly texts: CardTexts }) | undefined;

  public init(context: Context): void {
    registerDrawings();
    this.ports = { ...portsOf(context), texts: textsOf((key) => context.resources.getString(key)) };
  }

  public updateView(context: Context): React.ReactElement {
    if (!this.ports) throw new Error('The platform calls init before updateView.');
    return React.createElement(InteractionTimelineView, {
      ...this.ports,
      ...placeOf(context),
      openInsights: tabOpener(textOf(context.parameters, 'insightsTab') || insightsTab),
    });
  }

  public getOutputs(): Outputs {
    return {};
  }

  public destroy(): void {
    this.ports = undefined;
  }
}
