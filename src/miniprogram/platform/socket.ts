import Taro from '@tarojs/taro';
import type { Connect } from '../backend/live';
import { isWeapp } from './is-weapp';

const inWeapp: Connect = (url, on) => {
  let task: Taro.SocketTask | undefined;
  let wanted = true;
  Taro.connectSocket({ url }).then(
    (opened) => {
      task = opened;
      if (!wanted) return opened.close({});
      opened.onOpen(on.open);
      opened.onMessage(({ data }) => on.message(String(data)));
      opened.onClose(on.closed);
      opened.onError(on.closed);
    },
    () => on.closed(),
  );
  return {
    send: (data) => task?.send({ data }),
    close() {
      wanted = false;
      task?.close({});
    },
  };
};

const inBrowser: Connect = (url, on) => {
  const socket = new WebSocket(url);
  socket.onopen = on.open;
  socket.onmessage = ({ data }) => on.message(String(data));
  socket.onclose = on.closed;
  return { send: (text) => socket.send(text), close: () => socket.close() };
};

export const connect: Connect = isWeapp ? inWeapp : inBrowser;
