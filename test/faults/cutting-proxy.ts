import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  port: number;
  /** How many connections were cut. */
  cuts(): number;
  /** From now on nothing is cut, and nothing is refused but by the server. */
  calm(): void;
  close(): Promise<void>;
}

/** So many of a hundred connections are cut, at some moment of their first seconds. */
const cutOf100 = 60;
const longestMs = 2_500;

/**
 * A network between phones and servers: each connection goes to one of the servers that are there, and many are cut in the
 * middle of whatever is under way on them.
 * @param ports of the servers that run now
 */
export async function startCuttingProxy(
  ports: () => readonly number[],
  random: () => number,
): Promise<CuttingProxy> {
  let cuts = 0;
  let calm = false;
  const open = new Set<Socket>();
  const server = createServer((phone) => {
    const running = ports();
    const port = running[Math.floor(random() * running.length)];
    if (port === undefined) return void phone.destroy();
    const onward = connect(port, '127.0.0.1');
    const both = [phone, onward];
    const end = (): void => both.forEach((each) => each.destroy());
    for (const each of both) {
      open.add(each);
      each.on('error', end);
      each.on('close', () => {
        open.delete(each);
        end();
      });
    }
    phone.pipe(onward).pipe(phone);
    if (calm || random() * 100 >= cutOf100) return;
    const timer = setTimeout(() => {
      if (calm) return;
      cuts += 1;
      end();
    }, random() * longestMs);
    phone.on('close', () => clearTimeout(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => cuts,
    calm() {
      calm = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const each of open) each.destroy();
      }),
  };
}
