import { DOMParser, XMLSerializer } from '@xmldom/xmldom';

/** The root element of a text; a fault names where the text comes from. */
export function rootOf(text, from) {
  const onError = (level, message) => {
    throw new Error(`${from}: not well-formed XML: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement;
}

/** All elements of a name below another, in document order. */
export const below = (element, name) => Array.from(element.getElementsByTagName(name));

export const textOf = (element, name) => (below(element, name)[0]?.textContent ?? '').trim();

export const toText = (element) => new XMLSerializer().serializeToString(element);

export const escapeText = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A template with every `<?fill name?>` replaced; a name without a value is a fault. */
export function fill(template, values, from) {
  return template.replace(/<\?fill (\w+)\?>/g, (_, name) => {
    if (!(name in values)) throw new Error(`${from}: nothing fills ${name}.`);
    return values[name];
  });
}

/** An element as text. What is undefined among its attributes is left out; what is inside is XML already. */
export function tag(name, attributes = {}, ...inside) {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const start = [name, ...given.map(([key, value]) => `${key}="${escapeText(String(value))}"`)].join(' ');
  const content = inside.flat(Infinity).join('');
  return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`;
}

/** Elements that hold a text each, in the order given. */
export const textTags = (values) =>
  Object.entries(values).map(([name, text]) => tag(name, {}, escapeText(String(text))));

/** Words in the one language of the solutions: `<labels><label description="…"/></labels>`. */
export const words = (around, each, text) => tag(around, {}, tag(each, { description: text, languagecode: 1033 }));

export const named = (text) => words('LocalizedNames', 'LocalizedName', text);
export const described = (text) => words('Descriptions', 'Description', text);
