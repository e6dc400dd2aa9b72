import '../../../look/notice-author.scss';
import '../../../look/sheet.scss';
import { useRouter } from '@tarojs/taro';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { open } from '../../../paths';
import { backendUrl } from '../../../platform/environment';
import { canPrint, printPage } from '../../../platform/printer';
import { whenReady } from '../../../when-ready';
import { useAuthorText } from '../author-text';
import { Sheet } from '../parts/sheet';

/** For the board at the door: the words, and a code that opens the notice as it is then. */
function PrintPage() {
  const t = useAuthorText();
  const { id = '' } = useRouter().params;
  const read = useRead('GET /v1/notices/:id', { params: { id } });
  const said = canPrint ? t('author.print.said') : t('author.print.no-printer', { address: backendUrl() });
  return (
    <Page title={t('author.print.title')} foot className="prints">
      <Loaded read={read}>
        {(notice) => (
          <Sheet
            content={notice}
            author={notice.author.name}
            address={`${backendUrl()}/#${open.notice(id)}`}
          />
        )}
      </Loaded>
      <Foot said={said}>
        {canPrint && <Button icon="print" text={t('author.print.now')} onTap={printPage} />}
      </Foot>
    </Page>
  );
}

export default whenReady(PrintPage);
