import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { CallFailed } from '../backend/client';
import { usePhone } from '../backend/phone-context';
import { play, type Sound, stopPlaying } from '../platform/player';
import { asRole } from '../platform/role';
import { useVoiceText } from '../use-voice-text';
import { Icon } from './icon';
import { Tap } from './tap';

/** A bar that plays; another tap, or leaving the page, stops it. */
function Player({ seconds, sound }: { seconds: number; sound(): Promise<Sound> }) {
  const t = useVoiceText();
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState<'voice.offline' | 'voice.unplayable'>();
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
      stopPlaying();
    };
  }, []);
  const start = async (): Promise<void> => {
    setPlaying(true);
    setFailed(undefined);
    try {
      const found = await sound();
      if (shown.current) await play(found);
    } catch (error) {
      setFailed(error instanceof CallFailed && error.passing ? 'voice.offline' : 'voice.unplayable');
    }
    setPlaying(false);
  };
  return (
    <>
      <Tap
        className="voice-bar"
        label={t(playing ? 'voice.playing' : 'voice.play', { count: seconds })}
        onTap={() => (playing ? stopPlaying() : void start())}
      >
        <Icon name={playing ? 'close' : 'play'} />
        {t(playing ? 'voice.playing' : 'voice.length', { count: seconds })}
      </Tap>
      {failed && (
        <View className="voice-said" {...asRole('alert')}>
          {t(failed)}
        </View>
      )}
    </>
  );
}

/** What was spoken in a request, for those who may hear it. */
export function VoiceNote({ voice }: { voice: { id: string; seconds: number; type: string } }) {
  const { client } = usePhone();
  const sound = async (): Promise<Sound> => ({ dataUrl: await client.download(voice.id), type: voice.type });
  return <Player seconds={voice.seconds} sound={sound} />;
}

/** What was spoken and is still on this phone. */
export const LocalVoiceNote = ({ voice }: { voice: { file: string; seconds: number } }) => (
  <Player seconds={voice.seconds} sound={() => Promise.resolve({ file: voice.file })} />
);
