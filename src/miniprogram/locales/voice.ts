/** Speaking instead of writing: comes with the forms that can be spoken. */
export const voiceTexts = {
  'voice.speak': { zh: '说，{count} 秒以内', en: 'Speak, up to {count} s' },
  'voice.recording': { zh: '在录，{count} 秒', en: 'Recording, {count} s' },
  'voice.recording.label': { zh: '正在录音。说完了点一下', en: 'Recording. Tap when you are done' },
  'voice.stop': { zh: '说完了', en: 'Done' },
  'voice.again': { zh: '重新说', en: 'Record again' },
  'voice.remove': { zh: '去掉录音', en: 'Remove the voice note' },
  'voice.play': { zh: '听录音，{count} 秒', en: 'Play the voice note, {count} s' },
  'voice.playing': { zh: '正在放，点一下停', en: 'Playing; tap to stop' },
  'voice.length': { zh: '录音 {count} 秒', en: 'Voice note, {count} s' },
  'voice.who': { zh: '只给办这件事的人听', en: 'Only for those who handle it' },
  'voice.no-text': {
    zh: '这部手机不能把话变成字，办的人听录音。也可以再写几句',
    en: 'This phone cannot turn speech into text; they will listen. You can add a few words',
  },
  'voice.text': {
    zh: '听到的写在上面了，不对的可以改',
    en: 'What was heard is written above; put right what is wrong',
  },
  'voice.short': { zh: '太短了，没录上。请再说一次', en: 'Too short, nothing was kept. Please say it again' },
  'voice.refused': {
    zh: '麦克风没有开给邻里。打开就能说，也可以写几句',
    en: 'Linli may not use the microphone. Allow it to speak, or write a few words',
  },
  'voice.settings': { zh: '去打开', en: 'Allow it' },
  'voice.none': {
    zh: '这部手机录不了音。请写几句',
    en: 'This phone cannot record. Please write a few words',
  },
  'voice.failed': {
    zh: '没录上，写的都还在。请再说一次',
    en: 'Nothing was recorded; what you wrote is kept. Please say it again',
  },
  'voice.unplayable': {
    zh: '这部手机放不了这段录音。请换个浏览器打开邻里再听',
    en: 'This phone cannot play it. Please listen in another browser',
  },
  'voice.offline': {
    zh: '没有网络，现在听不到。有网了再点一下',
    en: 'No signal to fetch it. Tap again once you are online',
  },
} as const;
