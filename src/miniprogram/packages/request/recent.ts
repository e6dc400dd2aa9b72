import { useEffect, useState } from 'react';
import { storage } from '../../platform/storage';

const KEY = 'recent-categories';
const MOST = 6;

/** Notes on this phone, and nowhere else, that an entry was opened; the latest first. */
export async function remember(code: string): Promise<void> {
  const before = (await storage.get<string[]>(KEY)) ?? [];
  await storage.set(KEY, [code, ...before.filter((other) => other !== code)].slice(0, MOST));
}

/** Codes of what was opened here lately; empty until the phone has read them. */
export function useRecent(): readonly string[] {
  const [codes, setCodes] = useState<readonly string[]>([]);
  useEffect(() => void storage.get<string[]>(KEY).then((kept) => setCodes(kept ?? [])), []);
  return codes;
}
