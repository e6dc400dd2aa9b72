import { View } from '@tarojs/components';
import { longestVoiceSeconds } from '@contract/service-request/voice';
import { useEffect, useRef, useState } from 'react';
import { removePhoto } from '../platform/photos';
import {
  type LocalVoice,
  mayOpenSettings,
  openSettings,
  record,
  type Recorded,
  type Recording,
} from '../platform/recorder';
import { asRole } from '../platform/role';
import { useVoiceText } from '../use-voice-text';
import { Button } from './button';
import { Icon } from './icon';
import { Tap } from './tap';
import { LocalVoiceNote } from './voice-note';

interface Props {
  voice: LocalVoice | undefined;
  /** Not offered in a matter without a name: a voice tells who somebody is. What is there stays, to be taken out. */
  onChange(voice: LocalVoice | undefined): void;
  /** What the phone understood of it, to be put right. */
  onWords(words: string): void;
}

type Said = 'voice.short' | 'voice.refused' | 'voice.none' | 'voice.failed' | 'voice.text' | 'voice.no-text';

/** Beside or instead of words: recorded on the phone, heard before it is sent, kept without a network. */
export function VoiceRecorder({ voice, onChange, onWords }: Props) {
  const t = useVoiceText();
  const [recording, setRecording] = useState<Recording>();
  const [passed, setPassed] = useState(0);
  const [said, setSaid] = useState<Said>();
  const running = useRef<Recording>();
  // Leaving the page ends it, and keeps what was said.
  useEffect(() => () => running.current?.stop(), []);
  useEffect(() => {
    if (!recording) return undefined;
    const timer = setInterval(() => setPassed((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [recording]);

  const take = ({ voice: taken, words }: Recorded): void => {
    if (taken) onChange(taken);
    if (words) onWords(words);
    setSaid(!taken ? 'voice.short' : words ? 'voice.text' : 'voice.no-text');
  };
  const start = async (): Promise<void> => {
    setSaid(undefined);
    const begun = await record(longestVoiceSeconds, t.language);
    if (begun === 'refused' || begun === 'none') return setSaid(`voice.${begun}`);
    running.current = begun;
    setPassed(0);
    setRecording(begun);
    await begun.done.then(take, () => setSaid('voice.failed'));
    running.current = undefined;
    setRecording(undefined);
  };
  const remove = (): void => {
    if (voice) void removePhoto(voice.file);
    setSaid(undefined);
    onChange(undefined);
  };

  return (
    <View className="voice">
      {recording ? (
        <Tap className="voice-bar on" label={t('voice.recording.label')} onTap={() => recording.stop()}>
          <Icon name="mic" />
          <View className="figures">{t('voice.recording', { count: passed })}</View>
          <View className="voice-stop">{t('voice.stop')}</View>
        </Tap>
      ) : voice ? (
        <View className="voice-kept">
          <LocalVoiceNote voice={voice} />
          <Button kind="link" small text={t('voice.remove')} onTap={remove} />
        </View>
      ) : (
        <Tap className="voice-bar" onTap={() => void start()}>
          <Icon name="mic" />
          {t('voice.speak', { count: longestVoiceSeconds })}
        </Tap>
      )}
      {said && (
        <View
          className="voice-said"
          {...asRole(said === 'voice.text' || said === 'voice.no-text' ? 'status' : 'alert')}
        >
          {t(said)}
        </View>
      )}
      {said === 'voice.refused' && mayOpenSettings && (
        <Button kind="link" small text={t('voice.settings')} onTap={() => void openSettings()} />
      )}
    </View>
  );
}
