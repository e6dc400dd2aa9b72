import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { coseAlgorithms, decodeSign1, HEADER_ALG, headerOf, sigStructure } from '@contract/health-code/cose';
import { strictVerifiers } from '@contract/health-code/signature-rules';
import { nodeVerifiers } from '../../../src/backend/health-code-crypto';
import { failed, filesAt, type Outcome, passed, skipped, type Suite } from '../outcome';
import { type CaseKey, readKey, type ReadKey } from './key';

/** The part of a case of cose-wg/Examples that says what it is. */
interface CoseCase {
  /** Whether the message is to be refused. */
  fail?: boolean;
  input?: Record<string, unknown> & { sign0?: Sign0 };
  output?: { cbor?: string };
}
interface Sign0 {
  alg?: string;
  protected?: { alg?: string };
  unprotected?: { alg?: string };
  key?: CaseKey;
  /** Hexadecimal. */
  external?: string;
}

/** Scope is read from the case, not from the message: a wrong tag or `alg` there is to be refused, not skipped. */
export const runCose: Suite = (path) => filesAt(path, '.json').map(runFile);

function runFile(file: string): Outcome {
  const name = join(basename(dirname(file)), basename(file));
  let read: CoseCase;
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as CoseCase;
  } catch {
    return skipped(name, 'not JSON');
  }
  const sign0 = read.input?.sign0;
  if (!sign0) return skipped(name, `not COSE_Sign1 but ${kindOf(read)}`);
  const message = read.output?.cbor;
  if (message === undefined) return skipped(name, 'no message');
  const key = readKey(sign0.alg ?? sign0.protected?.alg ?? sign0.unprotected?.alg, sign0.key ?? {});
  if ('outOfScope' in key) return skipped(name, key.outOfScope);
  const isValid = isGenuine(fromHex(message), key, fromHex(sign0.external ?? ''));
  if (isValid !== (read.fail === true)) return passed(name);
  return failed(name, isValid ? 'to be refused, but taken' : 'to be taken, but refused');
}

function kindOf({ input }: CoseCase): string {
  const kinds = ['sign', 'mac', 'mac0', 'enveloped', 'encrypted'];
  return kinds.find((kind) => input?.[kind] !== undefined) ?? 'something else';
}

/** As the product checks a message of another deployment. */
function isGenuine(message: Uint8Array, { alg, key }: ReadKey, externalAad: Uint8Array): boolean {
  const sign1 = decodeSign1(message, 'foreign');
  if (!sign1.ok || headerOf(sign1.value, HEADER_ALG) !== coseAlgorithms[alg]) return false;
  const signed = sigStructure(sign1.value, externalAad);
  return strictVerifiers(nodeVerifiers)[alg]?.(key, signed, sign1.value.signature) === true;
}

const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
