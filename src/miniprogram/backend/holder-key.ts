/** A key of this phone. Its secret never leaves the phone; where the platform can, not even this app can read it. */
export interface HolderKey {
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array;
  /** 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** The keys this phone keeps, by a name that says nothing. `platform/` has one for each kind of store. */
export interface HolderKeys {
  make(): Promise<string>;
  /** Takes over a secret of 32 bytes that was kept by itself. */
  adopt(secret: Uint8Array): Promise<string>;
  /** Undefined when it is gone. */
  open(name: string): Promise<HolderKey | undefined>;
  remove(name: string): Promise<void>;
}
