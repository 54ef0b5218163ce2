import { XMLSerializer, type Element } from '@xmldom/xmldom';
import { childElements, elementsBelow, rootOf } from './xml';

/**
 * Lays a form of a solution over a base form, as Dataverse does when it imports a managed solution: what is marked
 * `solutionaction="Added"` goes in at its ordinal, `Removed` goes out, and in all else the same is done again.
 * Both and the result are form XML.
 */
export function mergeForm(base: string, difference: string): string {
  const form = rootOf(base, 'The base form');
  mergeChildren(form, formOf(rootOf(difference, 'The form of the solution')));
  return new XMLSerializer().serializeToString(form);
}

/** A source may hold the form alone or a table's forms around it. */
function formOf(root: Element): Element {
  const form = root.nodeName === 'form' ? root : elementsBelow(root, 'form')[0];
  if (!form) throw new Error('The form of the solution has no <form> element.');
  return form;
}

function mergeChildren(target: Element, difference: Element): void {
  for (const change of childElements(difference)) {
    const same = counterpart(target, change);
    const action = change.getAttribute('solutionaction');
    if (action === 'Added' || action === 'Removed') {
      if (same) target.removeChild(same);
      if (action === 'Added') insert(target, change);
    } else if (same) mergeChildren(same, change);
    else if (holdsAdded(change)) mergeChildren(insertEmpty(target, change), change);
  }
}

const identities = ['id', 'name', 'forControl'];

/** The element that a change speaks of: by id or name, or, for what has neither, by its tag. */
function counterpart(target: Element, change: Element): Element | undefined {
  const keys = identities.filter((key) => change.hasAttribute(key));
  const alike = childElements(target, change.nodeName);
  if (keys.length === 0) return alike[0];
  return alike.find((element) => keys.some((key) => sameText(element.getAttribute(key), change.getAttribute(key))));
}

function sameText(left: string | null, right: string | null): boolean {
  return left !== null && left.toLowerCase() === right?.toLowerCase();
}

function holdsAdded(change: Element): boolean {
  return elementsBelow(change, '*').some((element) => element.getAttribute('solutionaction') === 'Added');
}

function insert(target: Element, change: Element): void {
  const element = copyFor(target, change, true);
  const ordinal = change.hasAttribute('ordinalvalue') ? Number(change.getAttribute('ordinalvalue')) : Infinity;
  element.removeAttribute('solutionaction');
  target.insertBefore(element, childElements(target)[ordinal] ?? null);
}

function insertEmpty(target: Element, change: Element): Element {
  const element = copyFor(target, change, false);
  target.appendChild(element);
  return element;
}

function copyFor(target: Element, change: Element, deep: boolean): Element {
  const document = target.ownerDocument;
  if (!document) throw new Error('The base form belongs to no document.');
  return document.importNode(change, deep);
}
