import type { Notice } from '@contract/api';
import { useEffect, useState } from 'react';
import type { Client } from '../../backend/client';
import { usePhone } from '../../backend/phone-context';
import { keptAttachments } from '../../platform/attachment';

type Attachment = Notice['attachments'][number];

/** Bytes of a file that is fetched before anybody asks for it; a larger one is kept once it was opened. */
const AT_ONCE = 2_000_000;

async function fetchAndKeep(attachment: Attachment, client: Client): Promise<void> {
  await keptAttachments.keep(attachment, await client.download(attachment.id));
}

/** As soon as their notice is opened, so that they open without a network too. */
async function keep(attachments: readonly Attachment[], client: Client): Promise<void> {
  const kept = await keptAttachments.ids();
  for (const attachment of attachments.filter(({ bytes }) => bytes <= AT_ONCE))
    // Without a network, or on a phone that is full, it is fetched when it is asked for.
    if (!kept.includes(attachment.id)) await fetchAndKeep(attachment, client).catch(() => undefined);
}

/** Those of notices that are over leave the phone. */
async function drop(still: readonly Attachment[]): Promise<void> {
  const wanted = still.map(({ id }) => id);
  for (const id of await keptAttachments.ids()) if (!wanted.includes(id)) await keptAttachments.drop(id);
}

/** Keeps those of an opened notice, and tells which are there. `still`: of all notices this phone knows of. */
export function useAttachments(attachments: readonly Attachment[], still: readonly Attachment[]) {
  const { client } = usePhone();
  const [kept, setKept] = useState<readonly string[]>([]);
  const all = JSON.stringify([attachments, still]);
  useEffect(() => {
    void keep(attachments, client)
      .then(() => drop([...still, ...attachments]))
      .then(() => keptAttachments.ids())
      .then(setKept);
    // By what they are, not by which array holds them.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [all, client]);
  return {
    isKept: ({ id }: Attachment): boolean => kept.includes(id),
    /** Rejects without a network where it is not kept. */
    open: async (attachment: Attachment): Promise<void> => {
      if (await keptAttachments.show(attachment)) return;
      await fetchAndKeep(attachment, client);
      setKept(await keptAttachments.ids());
      await keptAttachments.show(attachment);
    },
  };
}
