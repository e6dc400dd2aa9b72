import type { PhonePlatform } from '../backend/phone';
import { http } from './http';
import { isOnline, onNetworkChange } from './network';
import { randomBytes } from './random';
import { connect } from './socket';
import { storage } from './storage';

/** This phone, as the rest of the app knows it. */
export const platform: PhonePlatform = {
  http,
  connect,
  storage,
  randomBytes,
  now: () => Date.now(),
  onOnline: (listener) => void onNetworkChange(() => isOnline() && listener()),
};
