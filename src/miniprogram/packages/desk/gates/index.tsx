import type { SetUpCode } from '@contract/api';
import { useState } from 'react';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { Loaded, Nothing } from '../../../components/states';
import { useDeskText } from '../text';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { Gate } from './gate';
import { OpenGate } from './open-gate';
import { SetUp } from './set-up';

/** The checkpoints under my node: who stands there until when, and how much was scanned. By name; none is compared. */
function Gates() {
  const t = useDeskText();
  const [opening, setOpening] = useState(false);
  const [setUp, setSetUp] = useState<{ name: string; code: SetUpCode }>();
  const read = useRead('GET /v1/checkpoints', {}, { fleeting: true });
  const refresh = async (): Promise<void> => void (await read.refetch());
  if (setUp) return <SetUp {...setUp} onClose={() => setSetUp(undefined)} />;
  if (opening) {
    return (
      <OpenGate
        onOpened={async () => {
          await refresh();
          setOpening(false);
        }}
        onTurnBack={() => setOpening(false)}
      />
    );
  }
  return (
    <>
      <Loaded read={read}>
        {(gates) =>
          gates.length === 0 ? (
            <Nothing icon="shield" title={t('desk.gates.none')} about={t('desk.gates.none.about')} />
          ) : (
            [...gates]
              .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
              .map((gate) => (
                <Gate
                  key={gate.id}
                  gate={gate}
                  onChanged={refresh}
                  onSetUp={(code) => setSetUp({ name: gate.name, code })}
                />
              ))
          )
        }
      </Loaded>
      <Foot>
        <Button kind="outline" icon="plus" text={t('desk.gates.open')} onTap={() => setOpening(true)} />
      </Foot>
    </>
  );
}

function GatesPage() {
  const t = useDeskText();
  return (
    <DeskPage title={t('desk.gates.title')} roles={['officer']} foot>
      <Gates />
    </DeskPage>
  );
}

export default whenReady(GatesPage);
