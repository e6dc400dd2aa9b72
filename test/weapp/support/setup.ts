import { TextDecoder, TextEncoder } from 'node:util';

// For the tests' own code: jsdom leaves them out. The mini-program does not see them (as-wechat.js).
Object.assign(globalThis, { TextDecoder, TextEncoder });
