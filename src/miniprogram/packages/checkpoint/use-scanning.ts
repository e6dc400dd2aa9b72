import type { Duty, HourCount } from '@contract/api';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useGateText } from './text';
import { onHandScan } from '../../platform/hand-scanner';
import { scanCode } from '../../platform/scan';
import type { Gate } from './gate';
import type { Shown } from './shown';

/** Scans for this duty: by camera when asked, by hand scanner at any time. `onJudged`: the result is there to be shown. */
export function useScanning(gate: Gate, duty: Duty | undefined, onJudged?: () => void): () => void {
  const t = useGateText();
  const judge = (code: string): void => {
    if (!duty) return;
    gate.scan(code, duty.id);
    onJudged?.();
  };
  useHandScanner(judge);
  return () => void scanCode(t('gate.scan.prompt')).then((code) => code !== undefined && judge(code));
}

function useHandScanner(onText: (text: string) => void): void {
  const latest = useRef(onText);
  useEffect(() => void (latest.current = onText), [onText]);
  useEffect(() => onHandScan((text) => latest.current(text)), []);
}

/** What this phone counted in the hour that runs. */
export function useCounts({ counts }: Gate, dutyId: string): HourCount {
  const [, tell] = useState({});
  useEffect(() => counts.subscribe(() => tell({})), [counts]);
  return counts.thisHour(dutyId);
}

export const useShown = ({ display }: Gate): Shown | undefined =>
  useSyncExternalStore(display.subscribe, display.current);
