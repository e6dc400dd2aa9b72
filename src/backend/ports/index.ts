import type { Clock } from './clock';
import type { CodeRegistry } from './code-registry';
import type { FileStore } from './file-store';
import type { GridDirectory } from './grid-directory';
import type { HealthSource } from './health-source';
import type { IdentityProvider } from './identity';
import type { Issuer } from './issuer';
import type { Jobs } from './jobs';
import type { Messenger } from './messenger';
import type { NoticeSource } from './notice-source';
import type { RequestDesk } from './request-desk';
import type { Store } from './store';

/** Everything the layer needs from outside. `app.ts` chooses the adapters; routes know only these. */
export interface Ports {
  clock: Clock;
  store: Store;
  /** By provider name; one that is not here is not offered. */
  identity: Partial<Record<'demo' | 'wechat' | 'invite', IdentityProvider>>;
  directory: GridDirectory;
  requestDesk: RequestDesk;
  noticeSource: NoticeSource;
  messenger: Messenger;
  fileStore: FileStore;
  healthSource: HealthSource;
  codeRegistry: CodeRegistry;
  issuer: Issuer;
  jobs: Jobs;
}
