import type * as React from 'react';

/** A code component as the framework calls it: virtual ones give an element, standard ones draw into a container. */
export interface Control {
  init(context: object, notifyOutputChanged: () => void, state: object, container: HTMLDivElement): void;
  updateView(context: object): React.ReactElement | undefined;
  getOutputs?(): Readonly<Record<string, unknown>>;
  destroy(): void;
}

export type ControlClass = new () => Control;

/** The record in whose form a control stands. */
export interface HostRecord {
  readonly table: { readonly table: string; readonly title: string };
  readonly id: string;
  readonly name: string;
}
