/** An IEEE 754 number of 2, 4 or 8 bytes, big-endian. */
export function readFloat(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 8) return view.getFloat64(0);
  return bytes.length === 4 ? view.getFloat32(0) : halfOf(view.getUint16(0));
}

/** RFC 8949, appendix D: DataView has no half precision on the phones we run on. */
function halfOf(half: number): number {
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  const sign = half & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (fraction + 1024) * 2 ** (exponent - 25);
}
