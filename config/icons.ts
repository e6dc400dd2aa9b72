import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run icons`: look/icons.svg → look/icons.scss. WeChat draws no inline SVG, so every icon is a CSS mask filled
 * with the text's colour. A shape's mark is cut out of its body. Each picture is written once, as a variable: the mask
 * itself needs a prefixed name beside its own.
 */
const source = readFileSync('src/miniprogram/look/icons.svg', 'utf8');

const asUrl = (svg: string): string =>
  `url("data:image/svg+xml,${svg.replace(/"/g, "'").replace(/[<>#%{}]/g, (sign) => encodeURIComponent(sign))}")`;

const lines = (body: string, width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${body}</svg>`;

function shape(body: string): string {
  const [outline = '', ...marks] = body.match(/<[^>]+\/>/g) ?? [];
  const cut = marks.join('').replace(/#fff/g, '#000');
  const filled = outline.replace(/currentColor/g, '#000');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><mask id="m"><rect width="48" height="48" fill="#fff"/>${cut}</mask><g mask="url(#m)">${filled}</g></svg>`;
}

const symbols = [...source.matchAll(/<symbol id="([\w-]+)"[^>]*>(.*?)<\/symbol>/gs)];
const rules = symbols.map(([, id = '', body = '']) =>
  id.startsWith('shape-')
    ? `.icon-${id} { --picture: ${asUrl(shape(body))}; }`
    : `.icon-${id} { --picture: ${asUrl(lines(body, 1.6))}; }`,
);
const names = symbols.map(([, id]) => `'${id}'`).join(' | ');
writeFileSync('src/miniprogram/look/icons.scss', `/* Made by npm run icons. */\n${rules.join('\n')}\n`);
writeFileSync(
  'src/miniprogram/look/icon-name.ts',
  `/** Made by npm run icons. */\nexport type IconName = ${names};\n`,
);
