import type { Confirmation } from '@contract/api';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { Done } from '../parts/done';
import { useProposalText } from '../proposals/text';
import { useDeskText } from '../text';

/** What comes with the document could turn a colour: nothing counts yet. */
export function Waits({ maskedName, onAnother }: Pick<Confirmation, 'maskedName'> & { onAnother(): void }) {
  const t = useDeskText();
  const say = useProposalText();
  return (
    <>
      <Done
        icon="sign"
        title={say('desk.confirm.waits')}
        name={maskedName}
        about={say('desk.confirm.waits.about')}
      />
      <Foot>
        <Button text={t('desk.confirm.another')} onTap={onAnother} />
      </Foot>
    </>
  );
}
