import type { Element } from '@xmldom/xmldom';
import { childElements, elementAt, elementsBelow, rootOf } from './xml';

/** A form as the shell draws it, read from form XML. */
export interface FormDefinition {
  readonly header: readonly FormCell[];
  readonly tabs: readonly FormTab[];
}

export interface FormTab {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly FormColumn[];
}

export interface FormColumn {
  /** As form XML gives it: `33%`. */
  readonly width: string;
  readonly sections: readonly FormSection[];
}

export interface FormSection {
  readonly name: string;
  /** Absent when the form hides it. */
  readonly label?: string;
  readonly columns: number;
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly id: string;
  readonly label: string;
  readonly showLabel: boolean;
  /** Logical name of the bound column. */
  readonly column: string;
  readonly kind: CellKind;
  readonly disabled: boolean;
  /** Present when a code component stands in the cell. */
  readonly control?: PlacedControl;
}

export type CellKind = 'text' | 'longText' | 'number' | 'lookup' | 'date' | 'choice';

/** What a cell holds, by the class of its native control; others are text. */
const kindOfClass: Readonly<Record<string, CellKind>> = {
  '{270bd3db-d9af-4782-9025-509e298dec0a}': 'lookup',
  '{5b773807-9fb2-42db-97c3-7a91eff8adff}': 'date',
  '{3ef39988-22bb-4f0b-bbbe-64b5a3748aee}': 'choice',
  '{5d68b988-0661-4db2-bc3e-17598ad3be6c}': 'choice',
  '{67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed}': 'choice',
  '{c6d124ca-7eda-4a60-aea9-7fb8d318b68f}': 'number',
  '{e0dece4b-6fc8-4a8f-a065-082708572369}': 'longText',
};

/** A code component as a form places it. */
export interface PlacedControl {
  /** `<prefix>_<namespace>.<constructor>`. */
  readonly name: string;
  /** Properties of the manifest, each bound to a column or given a value. */
  readonly parameters: readonly PlacedParameter[];
}

export interface PlacedParameter {
  readonly name: string;
  readonly type: string;
  /** Name of the column when bound, else the value itself. */
  readonly text: string;
  readonly bound: boolean;
}

/** The form factor of a browser window; form XML configures each form factor on its own. */
const web = '0';

/** Reads form XML, merged already. */
export function formDefinition(xml: string): FormDefinition {
  const form = rootOf(xml, 'The form');
  const controls = placedControls(form);
  const header = elementAt(form, 'header');
  return {
    header: header ? cellsOf(header, controls) : [],
    tabs: elementsAt(form, 'tabs', 'tab')
      .filter(isVisible)
      .map((tab) => tabOf(tab, controls)),
  };
}

type Controls = ReadonlyMap<string, PlacedControl>;

function tabOf(tab: Element, controls: Controls): FormTab {
  return {
    name: attribute(tab, 'name'),
    label: labelOf(tab),
    columns: elementsAt(tab, 'columns', 'column').map((column) => ({
      width: attribute(column, 'width'),
      sections: elementsAt(column, 'sections', 'section')
        .filter(isVisible)
        .map((section) => sectionOf(section, controls)),
    })),
  };
}

function sectionOf(section: Element, controls: Controls): FormSection {
  return {
    name: attribute(section, 'name'),
    ...(attribute(section, 'showlabel') === 'false' ? {} : { label: labelOf(section) }),
    columns: Number(attribute(section, 'columns') || 1),
    cells: cellsOf(section, controls),
  };
}

function cellsOf(parent: Element, controls: Controls): readonly FormCell[] {
  return elementsBelow(parent, 'cell').flatMap((cell) => {
    const control = elementAt(cell, 'control');
    return control && isVisible(cell) ? [cellOf(cell, control, controls)] : [];
  });
}

function cellOf(cell: Element, control: Element, controls: Controls): FormCell {
  const placed = controls.get(attribute(control, 'uniqueid').toLowerCase());
  return {
    id: attribute(cell, 'id') || attribute(control, 'id'),
    label: labelOf(cell),
    showLabel: attribute(cell, 'showlabel') !== 'false',
    column: attribute(control, 'datafieldname'),
    kind: kindOfClass[attribute(control, 'classid').toLowerCase()] ?? 'text',
    disabled: attribute(control, 'disabled') === 'true',
    ...(placed ? { control: placed } : {}),
  };
}

/** Code components by the unique id of the control element that they stand in for. */
function placedControls(form: Element): Controls {
  const placed = elementsAt(form, 'controlDescriptions', 'controlDescription').flatMap((description) => {
    const custom = childElements(description, 'customControl');
    const chosen = custom.find((element) => attribute(element, 'formFactor') === web);
    return chosen ? [[attribute(description, 'forControl').toLowerCase(), placedControl(chosen)] as const] : [];
  });
  return new Map(placed);
}

function placedControl(element: Element): PlacedControl {
  const parameters = elementAt(element, 'parameters');
  return {
    name: attribute(element, 'name'),
    parameters: (parameters ? childElements(parameters) : []).map((parameter) => ({
      name: parameter.nodeName,
      type: attribute(parameter, 'type'),
      text: (parameter.textContent ?? '').trim(),
      bound: attribute(parameter, 'static') !== 'true',
    })),
  };
}

function elementsAt(parent: Element, ...path: readonly [string, string]): readonly Element[] {
  const holder = elementAt(parent, path[0]);
  return holder ? childElements(holder, path[1]) : [];
}

function labelOf(element: Element): string {
  const label = elementAt(element, 'labels', 'label');
  return label ? attribute(label, 'description') : '';
}

function isVisible(element: Element): boolean {
  return attribute(element, 'visible') !== 'false';
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}
