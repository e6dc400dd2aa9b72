/** What a port or rule answers when it can fail: the failure has a name, and the caller must look at it. */
export type Result<T, F extends string> = { ok: true; value: T } | { ok: false; failure: F };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <F extends string>(failure: F): { ok: false; failure: F } => ({ ok: false, failure });
