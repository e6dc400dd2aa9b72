import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { ed25519Signer, publicKeyOf } from '@contract/health-code/noble';
import type { HolderKey, HolderKeys } from '../backend/holder-key';
import { isWeapp } from './is-weapp';
import { randomBytes } from './random';
import { secrets } from './storage';

const named = (name: string): string => `key/${name}`;
const newName = async (): Promise<string> => encodeBase64url(await randomBytes(9));

const fromSecret = (secret: Uint8Array): HolderKey => ({
  publicKey: publicKeyOf(secret),
  sign: (message) => Promise.resolve(ed25519Signer(secret)(message)),
});

/** The secret lies in the phone's storage, encrypted where the platform does that; the app itself signs. */
const inStorage: HolderKeys = {
  make: async () => inStorage.adopt(await randomBytes(32)),
  async adopt(secret) {
    const name = await newName();
    await secrets.set(named(name), encodeBase64url(secret));
    return name;
  },
  async open(name) {
    const secret = decodeBase64url((await secrets.get<string>(named(name))) ?? '');
    return secret?.length === 32 ? fromSecret(secret) : undefined;
  },
  remove: (name) => secrets.remove(named(name)),
};

/** The browser keeps the secret and lets nobody read it, this app included. */
interface BrowserKey {
  privateKey: CryptoKey;
  publicKey: Uint8Array<ArrayBuffer>;
}
const algorithm = { name: 'Ed25519' };

async function keep(privateKey: CryptoKey, publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  const name = await newName();
  await secrets.set(named(name), { privateKey, publicKey } satisfies BrowserKey);
  return name;
}
const fromBrowser = ({ privateKey, publicKey }: BrowserKey): HolderKey => ({
  publicKey,
  sign: async (message) =>
    new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, Uint8Array.from(message))),
});

/** Older browsers have no Ed25519, and none has `subtle` without TLS: both keep the secret in storage. */
async function orInStorage(act: () => Promise<string>, otherwise: () => Promise<string>): Promise<string> {
  return window.isSecureContext ? act().catch(otherwise) : otherwise();
}

const inBrowser: HolderKeys = {
  make: () =>
    orInStorage(
      async () => {
        const made = (await crypto.subtle.generateKey(algorithm, false, ['sign'])) as CryptoKeyPair;
        return keep(made.privateKey, new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey)));
      },
      () => inStorage.make(),
    ),
  adopt: (secret) =>
    orInStorage(
      async () => {
        const publicKey = Uint8Array.from(publicKeyOf(secret));
        const jwk = {
          kty: 'OKP',
          crv: 'Ed25519',
          d: encodeBase64url(secret),
          x: encodeBase64url(publicKey),
        };
        return keep(await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']), publicKey);
      },
      () => inStorage.adopt(secret),
    ),
  async open(name) {
    const kept = await secrets.get<BrowserKey | string>(named(name));
    return typeof kept === 'object' ? fromBrowser(kept) : inStorage.open(name);
  },
  remove: (name) => inStorage.remove(name),
};

/** The keys of this phone. */
export const holderKeys: HolderKeys = isWeapp ? inStorage : inBrowser;
