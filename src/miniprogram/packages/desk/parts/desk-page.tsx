import type { Role } from '@contract/role';
import type { ComponentProps } from 'react';
import { useMe } from '../../../backend/me';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { useDeskText } from '../text';

interface Props extends ComponentProps<typeof Page> {
  /** Whose page it is. The server holds to it; this spares others the form. */
  roles?: readonly Role[];
}

/** A page of those who serve; what is done here needs a network, and says so without one. */
export function DeskPage({ roles = ['worker', 'officer'], children, ...page }: Props) {
  const t = useDeskText();
  const me = useMe();
  return (
    <Page {...page} offline={t('desk.needs-network')}>
      <Loaded read={me}>
        {({ grants }) =>
          grants.some(({ role }) => roles.includes(role)) ? (
            <>{children}</>
          ) : (
            <Nothing icon="lock" title={t('desk.staff-only')} about={t('desk.staff-only.about')} />
          )
        }
      </Loaded>
    </Page>
  );
}
