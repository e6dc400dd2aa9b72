export interface Checkpoint {
  id: string;
  name: string;
  node: string;
  deskPhone: string;
}

/** A phone that is a checkpoint. The phone is a session: what ends with it when it is lost. */
export interface Duty {
  id: string;
  checkpointId: string;
  personId: string;
  /** Null once the phone was signed out for good. */
  sessionId: string | null;
  startedAt: Date;
  endsAt: Date;
}

export interface HourCount {
  hour: Date;
  pass: number;
  ask: number;
  stop: number;
}

/** Gates, the phones that stand at them, and how many of each result they had an hour. Nothing about who passed. */
export interface Checkpoints {
  open(checkpoint: Omit<Checkpoint, 'id'>): Promise<Checkpoint>;
  get(id: string): Promise<Checkpoint | undefined>;
  /** Those under any of the nodes, by name. */
  under(nodes: readonly string[]): Promise<Checkpoint[]>;
  /** A single-use code; shown once, only its hash is kept. */
  setUpCode(checkpointId: string, expiresAt: Date): Promise<string>;
  /** Uses a code up; undefined for one that is unknown, used or over. */
  takeSetUpCode(code: string): Promise<Checkpoint | undefined>;
  /** A phone has one duty at a checkpoint: begun again, it is the same one, longer. */
  begin(duty: Pick<Duty, 'checkpointId' | 'personId' | 'sessionId'>, endsAt: Date): Promise<Duty>;
  /** Also one that is over. */
  duty(id: string): Promise<Duty | undefined>;
  dutiesOf(sessionId: string): Promise<(Duty & { checkpoint: Checkpoint })[]>;
  /** Running ones of phones still signed in, with the guard's name as given. */
  dutiesAt(checkpointIds: readonly string[]): Promise<(Duty & { personName: string | null })[]>;
  end(id: string): Promise<void>;
  /** The same hour again replaces. */
  count(dutyId: string, hours: readonly HourCount[]): Promise<void>;
  /** By checkpoint, all its phones together, oldest hour first. */
  countsSince(
    checkpointIds: readonly string[],
    since: Date,
  ): Promise<(HourCount & { checkpointId: string })[]>;
}
