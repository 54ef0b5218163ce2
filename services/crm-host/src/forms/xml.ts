import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

/** Parses XML; says which document it was when it is not well formed. */
export function parseXml(xml: string, what: string): Document {
  try {
    return new DOMParser({ onError: (_level, message) => stop(message) }).parseFromString(xml, 'text/xml');
  } catch (cause) {
    throw new Error(`${what} is not well-formed XML.`, { cause });
  }
}

function stop(message: string): never {
  throw new Error(message);
}

/** The outermost element of a document. */
export function rootOf(xml: string, what: string): Element {
  const root = parseXml(xml, what).documentElement;
  if (!root) throw new Error(`${what} has no element.`);
  return root;
}

/** The elements directly below another, of one tag when it is given. */
export function childElements(parent: Element, tag?: string): readonly Element[] {
  return [...parent.childNodes].filter(isElement).filter((element) => tag === undefined || element.nodeName === tag);
}

function isElement(node: object): node is Element {
  return 'nodeType' in node && node.nodeType === 1;
}

/** The first element at a path of tags. */
export function elementAt(parent: Element, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, tag) => at && childElements(at, tag)[0], parent);
}

/** All elements of a tag below another, in their order. */
export function elementsBelow(parent: Element, tag: string): readonly Element[] {
  return [...parent.getElementsByTagName(tag)];
}
