const MOST = 500;

/** What somebody outside wrote, as our database and a small page can hold it; undefined where that is nothing. */
export function saidOutside(text: string | null | undefined): string | undefined {
  const plain = (text ?? '').replace(/[\0\p{Surrogate}]/gu, '').trim();
  if (plain === '') return undefined;
  const letters = [...plain];
  return letters.length > MOST ? `${letters.slice(0, MOST - 1).join('')}…` : plain;
}
