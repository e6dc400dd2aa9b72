import { Image } from '@tarojs/components';
import { useMemo } from 'react';
import { encode } from 'uqr';

const quiet = 4;

/** The modules as an SVG picture: near-black on white in every colour and by night, four modules of quiet around. */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  const side = size + 2 * quiet;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#101114" d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export function Qr({ text }: { text: string }) {
  const picture = useMemo(() => qrPicture(text), [text]);
  // What it says stands beside it in words; read out, it would change twice a minute.
  return <Image className="qr" src={picture} aria-hidden />;
}
