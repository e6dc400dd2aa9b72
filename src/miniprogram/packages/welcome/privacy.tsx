import { Page } from '../../components/page';
import { useWelcomeText } from './text';
import { PrivacyText } from './privacy-step';
import { whenReady } from '../../when-ready';

/** The same text again, for whenever one wants to read it. */
function PrivacyPage() {
  const t = useWelcomeText();
  return (
    <Page title={t('me.privacy')}>
      <PrivacyText />
    </Page>
  );
}

export default whenReady(PrivacyPage);
