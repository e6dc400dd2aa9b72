import type { PhonePlatform } from '../backend/phone';
import { dropAllAttachments } from './attachment';
import { holderKeys } from './holder-keys';
import { http } from './http';
import { isOnline, onNetworkChange } from './network';
import { removeAllPhotos, removePhoto } from './photos';
import { periodicUpdates } from './periodic-updates';
import { random, randomBytes } from './random';
import { onShow } from './shown';
import { connect } from './socket';
import './sheet-step';
import { storage } from './storage';
import { deviceName } from './system';

/** This phone, as the rest of the app knows it. */
export const platform: PhonePlatform = {
  http,
  connect,
  storage,
  randomBytes,
  random,
  holderKeys,
  device: deviceName(),
  periodicUpdates,
  now: () => Date.now(),
  // WeChat has no such counter; there the clock is only measured against the server's.
  elapsed: () => (typeof performance === 'undefined' ? Date.now() : performance.now()),
  removePhoto,
  removeAllFiles: async () => {
    await removeAllPhotos();
    await dropAllAttachments();
  },
  onShow,
  onOnline: (listener) => void onNetworkChange(() => isOnline() && listener()),
};
