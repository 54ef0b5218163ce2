import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, type KeyLike } from 'jose';
import { isMissing, writeAtomically } from '../records/atomicFile';

/** What the CRM signs with, and what others verify with. */
export interface SigningKeys {
  readonly id: string;
  readonly privateKey: KeyLike | Uint8Array;
  readonly publicKey: KeyLike | Uint8Array;
  /** As `/.well-known/jwks.json` publishes it. */
  readonly publicJwk: JWK;
}

export const signingAlgorithm = 'ES256';

/** Reads the keys of the file, or makes them there on first start; readable by its owner only. */
export async function keysIn(file: string): Promise<SigningKeys> {
  try {
    return await keysOf(jwkOf(file, await readFile(file, 'utf8')));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  await writeAtomically(file, JSON.stringify({ keys: [jwk] }, undefined, 1), 0o600);
  return keysOf(jwk);
}

async function keysOf(jwk: JWK): Promise<SigningKeys> {
  const id = await calculateJwkThumbprint(jwk);
  const shared: JWK = { ...jwk };
  delete shared.d;
  return {
    id,
    privateKey: await importJWK(jwk, signingAlgorithm),
    publicKey: await importJWK(shared, signingAlgorithm),
    publicJwk: { ...shared, kid: id, alg: signingAlgorithm, use: 'sig' },
  };
}

function jwkOf(file: string, content: string): JWK {
  const json: unknown = JSON.parse(content);
  const keys: unknown = typeof json === 'object' && json !== null && 'keys' in json ? json.keys : undefined;
  const first: unknown = Array.isArray(keys) ? keys[0] : undefined;
  if (isPrivateJwk(first)) return first;
  throw new Error(`${file} holds no private key. Delete it; new keys are made at the next start.`);
}

function isPrivateJwk(key: unknown): key is JWK {
  return typeof key === 'object' && key !== null && 'kty' in key && 'd' in key && typeof key.d === 'string';
}
