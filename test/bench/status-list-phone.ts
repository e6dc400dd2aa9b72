import { readFileSync } from 'node:fs';
import { nobleVerifiers } from '@contract/health-code/noble-p256';
import { readStatusList } from '@contract/health-code/status-list';
import { timeEach } from './measure';
import { trust } from './sample';

// From the bytes as downloaded to an answer about one place, its signature checked.
const token = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const last = Number(process.argv[3]);
const times = timeEach(7, () => {
  const list = readStatusList(token, trust, nobleVerifiers);
  if (!list.ok || list.value.valueAt(last) === undefined) throw new Error('not read');
});
console.log(JSON.stringify(times));
