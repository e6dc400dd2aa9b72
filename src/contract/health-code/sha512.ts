// SHA-512 (FIPS 180-4) with every 64-bit step written out as two halves. A signature over a status list hashes hundreds of
// kilobytes on the phone, where no JIT compiles: there a call per addition, as libraries have it, costs three times as much.

/** The first 64 bits of the fractional parts of the cube roots of the first eighty primes, high and low halves in turn. */
const K = words(`
  428a2f98d728ae22 7137449123ef65cd b5c0fbcfec4d3b2f e9b5dba58189dbbc 3956c25bf348b538 59f111f1b605d019
  923f82a4af194f9b ab1c5ed5da6d8118 d807aa98a3030242 12835b0145706fbe 243185be4ee4b28c 550c7dc3d5ffb4e2
  72be5d74f27b896f 80deb1fe3b1696b1 9bdc06a725c71235 c19bf174cf692694 e49b69c19ef14ad2 efbe4786384f25e3
  0fc19dc68b8cd5b5 240ca1cc77ac9c65 2de92c6f592b0275 4a7484aa6ea6e483 5cb0a9dcbd41fbd4 76f988da831153b5
  983e5152ee66dfab a831c66d2db43210 b00327c898fb213f bf597fc7beef0ee4 c6e00bf33da88fc2 d5a79147930aa725
  06ca6351e003826f 142929670a0e6e70 27b70a8546d22ffc 2e1b21385c26c926 4d2c6dfc5ac42aed 53380d139d95b3df
  650a73548baf63de 766a0abb3c77b2a8 81c2c92e47edaee6 92722c851482353b a2bfe8a14cf10364 a81a664bbc423001
  c24b8b70d0f89791 c76c51a30654be30 d192e819d6ef5218 d69906245565a910 f40e35855771202a 106aa07032bbd1b8
  19a4c116b8d2d0c8 1e376c085141ab53 2748774cdf8eeb99 34b0bcb5e19b48a8 391c0cb3c5c95a63 4ed8aa4ae3418acb
  5b9cca4f7763e373 682e6ff3d6b2b8a3 748f82ee5defb2fc 78a5636f43172f60 84c87814a1f0ab72 8cc702081a6439ec
  90befffa23631e28 a4506cebde82bde9 bef9a3f7b2c67915 c67178f2e372532b ca273eceea26619c d186b8c721c0c207
  eada7dd6cde0eb1e f57d4f7fee6ed178 06f067aa72176fba 0a637dc5a2c898a6 113f9804bef90dae 1b710b35131c471b
  28db77f523047d84 32caab7b40c72493 3c9ebe0a15c9bebc 431d67c49c100d4c 4cc5d4becb3e42b6 597f299cfc657e2a
  5fcb6fab3ad6faec 6c44198c4a475817`);
/** Of the square roots of the first eight. */
const INITIAL = words(`
  6a09e667f3bcc908 bb67ae8584caa73b 3c6ef372fe94f82b a54ff53a5f1d36f1 510e527fade682d1 9b05688c2b3e6c1f
  1f83d9abfb41bd6b 5be0cd19137e2179`);

const BLOCK = 128;
const schedule = new Int32Array(160);

/** The digest, 64 bytes, of the parts one after the other. */
export function sha512(...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const padded = new Uint8Array(Math.ceil((length + 17) / BLOCK) * BLOCK);
  let at = 0;
  for (const part of parts) {
    padded.set(part, at);
    at += part.length;
  }
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, length << 3);
  const state = INITIAL.slice();
  for (let block = 0; block < padded.length; block += BLOCK) {
    for (let i = 0; i < 32; i++) schedule[i] = view.getInt32(block + i * 4);
    compress(state);
  }
  const digest = new DataView(new ArrayBuffer(64));
  for (let i = 0; i < 16; i++) digest.setInt32(i * 4, state[i] as number);
  return new Uint8Array(digest.buffer);
}

/** One block, which lies in the first 16 words of the schedule. */
function compress(state: Int32Array): void {
  const w = schedule;
  for (let i = 32; i < 160; i += 2) {
    const xh = w[i - 30] as number;
    const xl = w[i - 29] as number;
    const yh = w[i - 4] as number;
    const yl = w[i - 3] as number;
    const low = (((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25))) >>> 0;
    const low1 = (((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26))) >>> 0;
    const sum = low + low1 + ((w[i - 13] as number) >>> 0) + ((w[i - 31] as number) >>> 0);
    w[i + 1] = sum;
    w[i] =
      (((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7)) +
      (((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6)) +
      (w[i - 14] as number) +
      (w[i - 32] as number) +
      ((sum / 0x100000000) | 0);
  }
  let [ah = 0, al = 0, bh = 0, bl = 0, ch = 0, cl = 0, dh = 0, dl = 0] = state;
  let [eh = 0, el = 0, fh = 0, fl = 0, gh = 0, gl = 0, hh = 0, hl = 0] = state.subarray(8);
  for (let i = 0; i < 160; i += 2) {
    const t1 =
      (hl >>> 0) +
      ((((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23))) >>> 0) +
      (((el & fl) ^ (~el & gl)) >>> 0) +
      ((K[i + 1] as number) >>> 0) +
      ((w[i + 1] as number) >>> 0);
    const t1h =
      (hh +
        (((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23))) +
        ((eh & fh) ^ (~eh & gh)) +
        (K[i] as number) +
        (w[i] as number) +
        ((t1 / 0x100000000) | 0)) |
      0;
    const t2 =
      ((((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25))) >>> 0) +
      (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0) +
      (t1 >>> 0);
    const t2h =
      (((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25))) +
      ((ah & bh) ^ (ah & ch) ^ (bh & ch)) +
      t1h +
      ((t2 / 0x100000000) | 0);
    hh = gh;
    hl = gl;
    gh = fh;
    gl = fl;
    fh = eh;
    fl = el;
    const e = (dl >>> 0) + (t1 >>> 0);
    el = e | 0;
    eh = (dh + t1h + ((e / 0x100000000) | 0)) | 0;
    dh = ch;
    dl = cl;
    ch = bh;
    cl = bl;
    bh = ah;
    bl = al;
    al = t2 | 0;
    ah = t2h | 0;
  }
  add(state, [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl]);
}

function add(state: Int32Array, words: readonly number[]): void {
  for (let i = 0; i < 16; i += 2) {
    const low = ((state[i + 1] as number) >>> 0) + ((words[i + 1] as number) >>> 0);
    state[i + 1] = low;
    state[i] = (state[i] as number) + (words[i] as number) + ((low / 0x100000000) | 0);
  }
}

function words(hex: string): Int32Array {
  return Int32Array.from(hex.match(/[0-9a-f]{8}/g) ?? [], (digits) => Number.parseInt(digits, 16));
}
