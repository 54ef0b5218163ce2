import { canonicalId } from './ids';

type Node = Readonly<Record<string, unknown>>;

/**
 * Names of the tiles of a journey by ActivityId.
 * @param definition as the directory has it: an array of activities, or nothing, or whatever CRM keeps there
 */
export function tileNames(definition: unknown): ReadonlyMap<string, string> {
  const named = nodesIn(definition).flatMap(({ ActivityId: id, Properties: properties }) => {
    const name = nodesIn(nodeOf(properties)?.['Items'])[0]?.['Name'];
    return isText(id) && isText(name) ? [[canonicalId(id), name] as const] : [];
  });
  return new Map(named);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const nodeOf = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null ? (value as Node) : undefined;
const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.map(nodeOf).filter((one) => one !== undefined) : [];
