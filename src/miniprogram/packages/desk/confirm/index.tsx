import type { Confirmation } from '@contract/api';
import { useState } from 'react';
import { useDeskText } from '../text';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { Confirmed } from './confirmed';
import { Find, type Found } from './find';
import { KnownElsewhere } from './known-elsewhere';
import { SeenForm } from './seen-form';
import { Waits } from './waits';

/** The person stands here with their document: scan, read it off, confirm. */
function ConfirmPage() {
  const t = useDeskText();
  const [found, setFound] = useState<Found>();
  const [outcome, setOutcome] = useState<Confirmation>();
  const another = (): void => {
    setFound(undefined);
    setOutcome(undefined);
  };
  return (
    <DeskPage title={t('desk.confirm.title')} foot>
      {!found ? (
        <Find onFound={setFound} />
      ) : !outcome ? (
        <SeenForm found={found} onFindAnew={another} onOutcome={setOutcome} />
      ) : outcome.outcome === 'confirmed' ? (
        <Confirmed person={outcome} phone={found !== 'no-phone'} onAnother={another} />
      ) : outcome.outcome === 'waits' ? (
        <Waits maskedName={outcome.maskedName} onAnother={another} />
      ) : (
        <KnownElsewhere confirmation={outcome} onAnother={another} />
      )}
    </DeskPage>
  );
}

export default whenReady(ConfirmPage);
