import type { PrintedPaperCode } from '@contract/api';
import { useDidHide } from '@tarojs/taro';
import { useState } from 'react';
import { useDeskText } from '../text';
import type { PaperSize } from '../../../platform/printer';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { FindByDocument } from '../parts/find-by-document';
import { type PersonInHand, takeInHand } from '../parts/person-in-hand';
import { Make } from './make';
import { PrintView } from './print-view';

/** A code for who has no phone: whose, how long, on what paper. */
function PaperPage() {
  const t = useDeskText();
  const [person, setPerson] = useState<PersonInHand | undefined>(takeInHand);
  const [printed, setPrinted] = useState<{ code: PrintedPaperCode; size: PaperSize }>();
  // It is answered once, to be printed; looked at no longer, it is gone from here too.
  useDidHide(() => setPrinted(undefined));
  return (
    <DeskPage title={t('desk.paper.title')} foot className={printed ? 'prints' : ''}>
      {!person ? (
        <FindByDocument asked={t('desk.paper.find')} onPerson={setPerson} />
      ) : !printed ? (
        <Make person={person} onPrinted={setPrinted} />
      ) : (
        <PrintView {...printed} onAnother={() => setPrinted(undefined)} />
      )}
    </DeskPage>
  );
}

export default whenReady(PaperPage);
