import { dayAt } from '@contract/calendar-day';
import { readDocumentNumber } from '@contract/person/document-number';
import { ok } from '@contract/result';
import type { Clock } from '../../../ports/clock';
import type { RealName } from '../../../ports/real-name';
import type { PersonKeyMaker } from './person-key';

/** Checks that the number is one; that name, face and document are one person's, whoever holds the document has seen. */
export function createRealName(personKey: PersonKeyMaker, clock: Clock): RealName {
  return {
    recognise({ documentNumber }) {
      const read = readDocumentNumber(documentNumber, dayAt(clock.now().getTime()));
      return Promise.resolve(
        read.ok ? ok({ personKey: personKey(read.value.plain), bornOn: read.value.bornOn }) : read,
      );
    },
  };
}
