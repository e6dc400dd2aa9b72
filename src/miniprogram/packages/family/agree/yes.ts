import type { InputOf, OutputOf } from '@contract/api';

/** Who asks, and by which code. */
export type Asker = OutputOf<'POST /v1/family/asks/look'> & { code: string };

/** What one says yes to. */
export type Yes = Omit<InputOf<'POST /v1/family/asks/agree'>['body'], 'code' | 'saidBy'>;

export interface StepProps {
  asker: Asker;
  busy: boolean;
  onWrong(): void;
  onYes(yes: Yes): void;
}
