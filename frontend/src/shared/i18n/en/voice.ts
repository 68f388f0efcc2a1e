/** Recording voice messages, and listening to them. */
export const voice = {
  message: 'Voice message',
  record: 'Record a voice message',
  recording: 'Recording',
  paused: 'Recording paused',
  finishing: 'One moment…',
  recorded: (time: string) => `Recorded, ${time}`,
  time: 'Recorded time',
  pause: 'Pause recording',
  resume: 'Go on recording',
  stop: 'Stop, and listen',
  discard: 'Delete the recording',
  send: 'Send the voice message',
  play: 'Play',
  pausePlaying: 'Pause',
  position: 'Position',
  positionOf: (at: string, of: string) => `${at} of ${of}`,
  speed: (rate: number) => `Speed: ${rate}×`,
  failed: 'The voice message could not be played.',
  microphone: 'Microphone',
  explain:
    'To record a voice message, Natter needs your microphone. Your browser asks you now. Natter listens only while you record, and sends nothing before you press Send.',
  allow: 'Continue',
  close: 'Close',
  troubles: {
    denied:
      'Your browser does not let Natter use the microphone. Allow it in the settings of this site, which the sign beside the address opens, and try again.',
    missing: 'There is no microphone. Connect one and try again.',
    busy: 'The microphone can’t be used at the moment. Perhaps another app is using it.',
    unsupported: 'This browser can’t record voice messages here.',
  },
};
