/** The 16 bytes of a venue's UUID, as they stand on its poster; undefined for what is no plain UUID. */
export function venueIdBytes(id: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return Uint8Array.from(id.replace(/-/g, '').match(/../g) ?? [], (hex) => parseInt(hex, 16));
}

/** The UUID of 16 bytes. */
export function venueIdOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
