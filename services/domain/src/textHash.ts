/**
 * 53 bits of a text (cyrb53): tells texts apart where they need be compared only, never secret. Equal texts have equal
 * hashes; other seeds give hashes that have nothing to do with each other.
 */
export function textHash(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    high = Math.imul(high ^ char, 2654435761);
    low = Math.imul(low ^ char, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/**
 * A text of at most `longest` characters for comparing, the same for the same text and another for another: a long one
 * keeps its beginning and goes on with 106 bits of itself.
 */
export function shortened(text: string, longest = 100): string {
  if (text.length <= longest) return text;
  const hashes = [1, 2].map((seed) => textHash(text, seed).toString(36)).join('.');
  return `${text.slice(0, longest - hashes.length - 1)}~${hashes}`;
}
