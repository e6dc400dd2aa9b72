import type { ProposalView } from '@contract/api';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { Done } from '../parts/done';
import { FindByDocument } from '../parts/find-by-document';
import type { PersonInHand } from '../parts/person-in-hand';
import { FactForm } from './fact-form';
import { useFactText } from './text';

/** An official enters what is known of somebody: by their document, with its source; a second signs what could worsen. */
function FactPage() {
  const t = useFactText();
  const [person, setPerson] = useState<PersonInHand>();
  const [sent, setSent] = useState<ProposalView>();
  const another = (): void => {
    setPerson(undefined);
    setSent(undefined);
  };
  if (person && sent)
    return (
      <DeskPage title={t('desk.fact.title')} foot>
        {sent.state === 'waiting' ? (
          <Done
            icon="clock"
            title={t('desk.fact.waits')}
            name={person.maskedName}
            about={t('desk.fact.waits.about')}
          />
        ) : (
          <Done
            icon="check"
            title={t('desk.fact.counts')}
            name={person.maskedName}
            about={t('desk.fact.counts.about')}
          />
        )}
        <Foot>
          <Button text={t('desk.fact.another')} onTap={another} />
        </Foot>
      </DeskPage>
    );
  return (
    <DeskPage title={t('desk.fact.title')} foot>
      {person ? (
        <FactForm person={person} onSent={setSent} />
      ) : (
        <FindByDocument asked={t('desk.fact.find')} onPerson={setPerson} />
      )}
    </DeskPage>
  );
}

export default whenReady(FactPage);
