import type { AccountJoins } from '../../../../ports/account-joins';
import type { Clock } from '../../../../ports/clock';
import type { Colours, Facts } from '../../../../ports/colours';
import type { Confirmations } from '../../../../ports/confirmations';
import type { GridDirectory } from '../../../../ports/grid-directory';
import type { Messenger } from '../../../../ports/messenger';
import type { ActHandlers } from '../../../../ports/proposals';
import type { People } from '../../../../ports/store';
import type { Brought } from '../../confirmations/brought';
import { factHandler } from './fact';
import { factRemovalHandler } from './fact-removal';
import { factsFileHandler } from './facts-file';
import { homeHandler } from './home';
import { personKeyHandler } from './person-key';

export interface HandlerDeps {
  clock: Clock;
  people: Pick<People, 'get' | 'change'>;
  facts: Facts;
  colours: Pick<Colours, 'recolour' | 'wouldWorsen'>;
  confirmations: Confirmations;
  accountJoins: AccountJoins;
  brought: Pick<Brought, 'couldWorsen'>;
  directory: Pick<GridDirectory, 'region' | 'building'>;
  messenger: Pick<Messenger, 'announce'>;
  /** Whose deployment this is: where a file of facts belongs. */
  county: string;
}

/** Acts about people: what is known of them, who they are, where they live. */
export const peopleActHandlers = (deps: HandlerDeps) =>
  ({
    fact: factHandler(deps),
    'fact-removal': factRemovalHandler(deps),
    'facts-file': factsFileHandler(deps),
    home: homeHandler(deps),
    'person-key': personKeyHandler(deps),
  }) satisfies ActHandlers;
