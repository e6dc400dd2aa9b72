import type { Result } from '@contract/result';
import type { Category } from '@contract/service-request/category';
import type {
  OutsideHandler,
  OutsideMatter,
  OutsideProtocol,
  OutsideStep,
} from '@contract/service-request/outside-desk';
import type { Bilingual } from '@contract/text';

/** The other side's own, by which it finds the matter again. */
export interface Taken {
  reference: string;
  /** What a resident can say on the phone there; absent while there is none yet. */
  number?: string;
}

export interface Standing extends Taken {
  /** All it knows of, in any order. */
  steps: readonly OutsideStep[];
}

/** Said by the other side's clerk or program, to the resident. */
export interface Refused {
  ok: false;
  failure: 'refused';
  reason: string;
}

/** A call from there, signed. */
export interface SignedCall {
  id: string;
  /** Unix seconds, as they came. */
  timestamp: string;
  signature: string;
  /** As it came, byte for byte. */
  body: string;
}

/**
 * A city's or county's system that handles requests of some categories. It is told what the purpose needs, and nothing
 * of a person. Each call is one try: who asks again, and when, is the dispatcher's.
 */
export interface OutsideDesk {
  /** Stable: what was sent is kept under it. */
  name: string;
  /** To residents. */
  title: Bilingual;
  protocol: OutsideProtocol;
  /**
   * - `refused`: it will not have it, and says why
   * - `unavailable`: surely not taken
   * - `unknown`: perhaps taken: the answer was lost, or was none
   */
  send(matter: OutsideMatter): Promise<Result<Taken, 'unavailable' | 'unknown'> | Refused>;
  /**
   * Looks for what was perhaps taken, before it is sent again. Absent where the other side knows a matter by our id, so that
   * sent twice it is one.
   * @param sentAt when it was sent last
   * @returns undefined: surely not there
   * - `unavailable`: it does not answer now, or cannot tell yet
   */
  find?(matter: OutsideMatter, sentAt: Date): Promise<Result<Taken | undefined, 'unavailable'>>;
  /**
   * Where a matter stands there.
   * @param id ours
   * - `unavailable`: it does not answer now
   */
  standing(id: string, reference: string): Promise<Result<Standing, 'unavailable'>>;
  /**
   * Whether a call that came to us is this desk's, and new; absent where it never calls.
   * - `signature-invalid`: not signed with its key
   * - `too-old`: signed at another time than about now: perhaps somebody repeats it
   */
  verify?(call: SignedCall): Result<undefined, 'signature-invalid' | 'too-old'>;
}

/** What is known of a request that a desk outside handles. */
export interface OutsideCopy {
  title: Bilingual;
  /** `back`: the grid handles it again. `ended`: it ended here, and nobody asks there any more. */
  state: 'to-send' | 'in-doubt' | 'sent' | 'back' | 'finished' | 'ended';
  number?: string;
}

/** Desks outside as the routes see them. */
export interface OutsideDesks {
  /** Who handles what is filed now under a category; undefined: the grid's team. */
  handlerOf(category: Category): OutsideHandler | undefined;
  /** Of a desk that this deployment has or had. */
  titleOf(desk: string): Bilingual;
  copyOf(requestId: string): Promise<OutsideCopy | undefined>;
  /**
   * A step that a desk tells of itself.
   * @returns `known`: told before; `late`: it says nothing any more
   * - `unknown-desk`, `unknown-matter`: not one of ours
   * - `changed-meanwhile`: somebody acted in the same moment, again and again: tell it once more
   */
  receive(
    desk: string,
    call: SignedCall,
    told: { matter: string; kind: OutsideStep['kind']; at: Date; words?: string },
  ): Promise<
    Result<
      'taken' | 'known' | 'late',
      'unknown-desk' | 'unknown-matter' | 'signature-invalid' | 'too-old' | 'changed-meanwhile'
    >
  >;
  /** Sends, looks for and asks after what has its turn. */
  tend(): Promise<void>;
}
