const { createHash } = require('node:crypto');

/**
 * Jest transform for the compiled mini-program: hides what browsers and Node have and WeChat has not, so that
 * code which needs it fails here as it would on a phone.
 */
const absent = [
  ...['window', 'document', 'navigator', 'location', 'history', 'self', 'top', 'parent', 'frames'],
  ...['HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'EventTarget', 'MutationObserver'],
  ...[
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'getComputedStyle',
    'matchMedia',
    'requestAnimationFrame',
  ],
  ...['fetch', 'Headers', 'Request', 'Response', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
  ...['AbortController', 'AbortSignal', 'TextEncoder', 'TextDecoder', 'crypto', 'URL', 'URLSearchParams'],
  ...['Blob', 'File', 'FileReader', 'FormData', 'MessageChannel', 'BroadcastChannel', 'structuredClone'],
  ...['atob', 'btoa', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'performance', 'Buffer', 'process'],
];
const hidden = `var ${absent.map((name) => `${name} = undefined`).join(', ')};`;

module.exports = {
  process: (source) => ({ code: `${hidden}${source}` }),
  getCacheKey: (source) => createHash('sha256').update(hidden).update(source).digest('hex'),
};
