import type { PrintedPaperCode } from '@contract/api';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { type PaperSize, printPage } from '../../../platform/printer';
import { Sheet } from './sheet';

interface Props {
  code: PrintedPaperCode;
  size: PaperSize;
  onAnother(): void;
}

/** The sheet as it will come out of the printer. */
export function PrintView({ code, size, onAnother }: Props) {
  const t = useDeskText();
  return (
    <>
      <Sheet code={code} size={size} />
      <Foot said={t('desk.paper.print.said')}>
        <Button kind="outline" text={t('desk.paper.again')} onTap={onAnother} />
        <Button icon="print" text={t('desk.paper.print')} onTap={printPage} />
      </Foot>
    </>
  );
}
