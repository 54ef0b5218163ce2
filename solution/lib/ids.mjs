import { v5 } from 'uuid';

/** All ids of ours are uuid v5 in this namespace, of the path to what they name. */
const namespace = v5('record-insights', v5.DNS);

/** The id of what a path names, in braces as the XML of solutions has it: `form:rin_segment`. */
export const idOf = (path) => `{${v5(path, namespace)}}`;
