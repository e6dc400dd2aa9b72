import { Text, View } from '@tarojs/components';
import { Qr } from './qr';

/** `LF1:7K2M-…`: the letters as one reads them out, without the mark of what they are for. */
const lettersOf = (code: string): string => code.replace(/^[A-Z0-9]+:/, '').replaceAll('-', ' ');

/** A code that lives for minutes: to be scanned, or read out letter by letter. */
export function SpokenCode({ code }: { code: string }) {
  return (
    <View className="spoken-code">
      <Qr text={code} />
      <Text className="letters figures" selectable>
        {lettersOf(code)}
      </Text>
    </View>
  );
}
