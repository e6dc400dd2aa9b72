import Taro from '@tarojs/taro';
import type { Http } from '../backend/client';
import { isWeapp } from './is-weapp';
import { hear } from './network';
import { photoBlob } from './photos';

const timeoutMs = 20_000;

/** Phones differ in how they spell the names of headers. */
function headerOf(headers: Record<string, unknown> | undefined, name: string): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found && String(found[1]);
}

const inWeapp: Http = {
  request: ({ method, url, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const task = Taro.request<string>({
        url,
        method: method as 'GET',
        header: headers,
        data: body,
        dataType: 'text',
        responseType: 'text',
        timeout: timeoutMs,
        success: ({ statusCode, data, header }) =>
          resolve({
            status: statusCode,
            body: typeof data === 'string' ? data : '',
            date: headerOf(header, 'date'),
            retryAfter: headerOf(header, 'retry-after'),
            etag: headerOf(header, 'etag'),
          }),
        fail: reject,
      });
      // Taro's own promise fails as well; `fail` has told already.
      task.catch(() => undefined);
      signal?.addEventListener('abort', () => task.abort());
    }),
  async upload({ url, headers, photo }) {
    const { statusCode, data } = await Taro.uploadFile({
      url,
      header: headers,
      filePath: photo,
      name: 'file',
      timeout: timeoutMs,
    });
    return { status: statusCode, body: data };
  },
  async download({ url, headers }) {
    const { statusCode, data } = await Taro.request<ArrayBuffer>({
      url,
      header: headers,
      responseType: 'arraybuffer',
      timeout: timeoutMs,
    });
    return { status: statusCode, dataUrl: `data:image/jpeg;base64,${Taro.arrayBufferToBase64(data)}` };
  },
  async bytes({ url, headers }) {
    const { statusCode, data, header } = await Taro.request<ArrayBuffer>({
      url,
      header: headers,
      responseType: 'arraybuffer',
      timeout: timeoutMs,
    });
    return {
      status: statusCode,
      bytes: statusCode === 200 ? new Uint8Array(data) : new Uint8Array(),
      etag: headerOf(header, 'etag'),
    };
  },
};

async function reach(url: string, init: RequestInit, outer?: AbortSignal): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  outer?.addEventListener('abort', () => controller.abort());
  try {
    return await fetch(url, { ...init, signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

const dataUrlOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });

const inBrowser: Http = {
  async request({ method, url, headers, body, signal }) {
    const answer = await reach(url, { method, headers, ...(body === undefined ? {} : { body }) }, signal);
    // What a browser may have put by says when it was put by.
    const mayBeOld = answer.headers.has('etag') || answer.headers.has('age');
    return {
      status: answer.status,
      body: await answer.text(),
      date: mayBeOld ? undefined : (answer.headers.get('date') ?? undefined),
      retryAfter: answer.headers.get('retry-after') ?? undefined,
      etag: answer.headers.get('etag') ?? undefined,
    };
  },
  async upload({ url, headers, photo }) {
    const form = new FormData();
    form.append('file', await photoBlob(photo), 'photo.jpg');
    const answer = await reach(url, { method: 'POST', headers, body: form });
    return { status: answer.status, body: await answer.text() };
  },
  async download({ url, headers }) {
    const answer = await reach(url, { headers });
    return { status: answer.status, dataUrl: answer.ok ? await dataUrlOf(await answer.blob()) : '' };
  },
  async bytes({ url, headers }) {
    const answer = await reach(url, { headers });
    return {
      status: answer.status,
      bytes: new Uint8Array(await answer.arrayBuffer()),
      etag: answer.headers.get('etag') ?? undefined,
    };
  },
};

const wire: Http = isWeapp ? inWeapp : inBrowser;

/** Whether anything came back tells whether there is a network; a call that was given up tells nothing. */
async function told<T>(asked: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    const answer = await asked;
    hear(true);
    return answer;
  } catch (error) {
    if (!signal?.aborted) hear(false);
    throw error;
  }
}

/** The wire, as each platform has it. Rejects when nothing came back. */
export const http: Http = {
  request: (call) => told(wire.request(call), call.signal),
  upload: (call) => told(wire.upload(call)),
  download: (call) => told(wire.download(call)),
  bytes: (call) => told(wire.bytes(call)),
};
