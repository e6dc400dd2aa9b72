import Taro from '@tarojs/taro';
import type { PeriodicUpdates } from '../backend/periodic-update';
import { isWeapp } from './is-weapp';

const inWeapp: PeriodicUpdates = {
  setToken: async (token) => void (await Taro.setBackgroundFetchToken({ token })),
  async fetched() {
    try {
      const { fetchedData } = await Taro.getBackgroundFetchData({ fetchType: 'periodic' });
      return typeof fetchedData === 'string' ? fetchedData : undefined;
    } catch {
      // WeChat answers "nothing came" with a failure.
      return undefined;
    }
  },
  onFetched: (listener) =>
    Taro.onBackgroundFetchData(({ fetchType, fetchedData }) => {
      if (fetchType === 'periodic') listener(fetchedData);
    }),
};

/** A closed web app hears nothing. */
export const periodicUpdates: PeriodicUpdates | undefined = isWeapp ? inWeapp : undefined;
