import type { Notice } from '@contract/api';
import { useEffect, useState } from 'react';
import type { Client } from '../../backend/client';
import { usePhone } from '../../backend/phone-context';
import { mostKept, openAttachment } from '../../platform/attachment';
import { storage } from '../../platform/storage';

type Attachment = Notice['attachments'][number];

const prefix = 'attachment/';
const keyOf = ({ id }: Attachment): string => prefix + id;

/** What is small enough is kept as soon as its notice is opened, so that it opens without a network too. */
async function keep(attachments: readonly Attachment[], client: Client): Promise<void> {
  for (const attachment of attachments) {
    if (attachment.bytes > mostKept || (await storage.get(keyOf(attachment)))) continue;
    const dataUrl = await client.download(attachment.id).catch(() => undefined);
    if (dataUrl) await storage.set(keyOf(attachment), dataUrl);
  }
}

/** Those of notices that are over leave the phone. */
async function drop(still: readonly Attachment[]): Promise<void> {
  const wanted = still.map(keyOf);
  for (const key of await storage.keys())
    if (key.startsWith(prefix) && !wanted.includes(key)) await storage.remove(key);
}

/** Keeps those of an opened notice, and tells which are there. `still`: of all notices this phone knows of. */
export function useAttachments(attachments: readonly Attachment[], still: readonly Attachment[]) {
  const { client } = usePhone();
  const [kept, setKept] = useState<readonly string[]>([]);
  const all = JSON.stringify([attachments, still]);
  useEffect(() => {
    void keep(attachments, client)
      .then(() => drop([...still, ...attachments]))
      .then(() => storage.keys())
      .then((keys) => setKept(keys.filter((key) => key.startsWith(prefix))));
    // By what they are, not by which array holds them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [all, client]);
  return {
    isKept: (attachment: Attachment): boolean => kept.includes(keyOf(attachment)),
    /** Rejects without a network where it is not kept. */
    open: async (attachment: Attachment): Promise<void> => {
      const dataUrl =
        (await storage.get<string>(keyOf(attachment))) ?? (await client.download(attachment.id));
      await openAttachment(attachment, dataUrl);
    },
  };
}
