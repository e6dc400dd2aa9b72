import type { Tree } from '@contract/open311/document';
import { fault } from '@contract/open311/fault';
import { type Form, readPosted } from '@contract/open311/posted';
import { receipt } from '@contract/open311/requests';
import { publicCategories, serviceNotice } from '@contract/open311/services';
import type { Language } from '@contract/text';
import { createHash } from 'node:crypto';
import type { ApiClient } from '../ports/api-keys';
import type { Open311 } from './open311';
import { read, refuse } from './open311-answer';
import { postedAt } from './open311-place';

/** What another system files. It belongs to that system's account; who told it is neither needed nor kept. */
export function open311Filing({ ports }: Open311) {
  const { store, directory, requestDesk, serviceCatalogue, messenger, apiKeys } = ports;

  async function file(client: ApiClient, form: Form, language: Language): Promise<Tree> {
    const catalogue = await serviceCatalogue.inForce();
    const posted = read(readPosted(form, publicCategories(catalogue.categories)));
    const { category, answers, words, mediaUrl } = posted;
    const request = await requestDesk.file({
      ...(await postedAt(directory, posted)),
      category: category.code,
      catalogueVersion: catalogue.version,
      filerId: client.filerId,
      answers,
      words,
      photos: [],
      ...(mediaUrl === undefined ? {} : { mediaUrl }),
    });
    await messenger.announce({ type: 'request', id: request.id });
    return receipt(request.id, serviceNotice(category, answers, language));
  }

  return {
    async clientOf(key: string): Promise<ApiClient> {
      if (key === '') return refuse(fault(403, '没有写 api_key', 'api_key was not provided'));
      const client = await apiKeys.clientOf(key);
      return client ?? refuse(fault(403, 'api_key 不对，或者已经停用', 'api_key is unknown or was revoked'));
    },
    /**
     * @param key beyond the standard: an Idempotency-Key, so that what is sent again after a cut is filed once
     */
    async file(client: ApiClient, form: Form, language: Language, key: string | undefined): Promise<Tree> {
      if (key === undefined) return file(client, form, language);
      const fingerprint = createHash('sha256').update(JSON.stringify(form)).digest('base64url');
      const kept = await store.idempotency.once(client.filerId, key, fingerprint, async () => ({
        status: 200,
        body: await file(client, form, language),
      }));
      if (kept.ok) return kept.value.body as Tree;
      return refuse(
        kept.failure === 'reused'
          ? fault(
              400,
              '这个 Idempotency-Key 用过，内容不一样',
              'Idempotency-Key was used for another request',
            )
          : fault(503, '同一个请求正在办，稍后再试', 'The same request is under way: try again'),
      );
    },
  };
}
