import * as React from 'react';
import { registerIcons } from '@fluentui/react';
import { drawings } from './drawings.generated';

type Drawing = (typeof drawings)[keyof typeof drawings];

/** Small icons are drawn at 16 px, the ones of panel states at 32; styles may say otherwise. */
function drawn({ box, path }: Drawing): React.ReactElement {
  const side = box === 32 ? 32 : 16;
  return (
    <svg viewBox={`0 0 ${box} ${box}`} width={side} height={side} fill="currentColor" focusable="false">
      <path d={path} />
    </svg>
  );
}

let isDone = false;

/** Gives Fluent's controls, and ours, drawings under the names they use, once a page; no icon font is fetched. */
export function registerDrawings(): void {
  if (isDone) return;
  isDone = true;
  const icons = Object.fromEntries(Object.entries(drawings).map(([name, drawing]) => [name, drawn(drawing)]));
  registerIcons({ icons }, { disableWarnings: true });
}

export type IconName = keyof typeof drawings;

/** The registry's name of an icon, or the one for anything else where there is no drawing of it. */
export function iconNamed(name: string): IconName {
  return isDrawn(name) ? name : 'More';
}

export function isDrawn(name: string): name is IconName {
  return Object.hasOwn(drawings, name);
}
