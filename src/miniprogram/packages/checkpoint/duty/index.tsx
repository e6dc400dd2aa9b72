// Here and not in app.scss: only a guard's phone needs to hold it.
import '../../../look/checkpoint.scss';
import { View } from '@tarojs/components';
import { isEmergencyInForce } from '@contract/health-code/trust-list';
import { useEmergencies } from '../../../backend/emergencies';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { useGateText } from '../text';
import { whenReady } from '../../../when-ready';
import { type Gate, useGate } from '../gate';
import { useDuty, useGateRound } from '../use-duty';
import { useNow } from '../use-now';
import { Begin } from './begin';
import { OnDuty } from './on-duty';

/** What was just heard counts before the list, which is asked for every few minutes only. */
const HEARD_FOR = 300_000;

/** There is nothing to scan: no emergency, as just heard, or as a list of now says. */
function useNobodyAsked(gate: Gate | undefined): boolean {
  const { data, dataUpdatedAt } = useEmergencies();
  const told = useNow(1000) - dataUpdatedAt;
  if (data && told < HEARD_FOR) return !data.inForce;
  if (!gate) return false;
  const { trust, now } = gate.lists.context();
  return trust !== 'missing' && !isEmergencyInForce(trust, now);
}

/** This phone as a checkpoint: become one, scan, end it. */
function DutyPage() {
  const t = useGateText();
  const gate = useGate();
  const { read, duty } = useDuty(gate);
  useGateRound(gate, duty);
  const nobodyAsked = useNobodyAsked(gate);
  return (
    <Page title={duty ? t('gate.title', { name: duty.checkpoint.name }) : t('gate.title.none')}>
      <Loaded read={read}>
        {() =>
          !gate ? (
            <View />
          ) : nobodyAsked ? (
            <Nothing icon="shape-pass" title={t('gate.pass.no-emergency')} about={t('gate.no-need')} />
          ) : duty ? (
            <OnDuty gate={gate} duty={duty} />
          ) : (
            <Begin />
          )
        }
      </Loaded>
    </Page>
  );
}

export default whenReady(DutyPage);
