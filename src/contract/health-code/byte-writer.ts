/** Bytes put one after the other, and copied once. */
export class ByteWriter {
  private readonly parts: (number | Uint8Array)[] = [];
  private length = 0;

  byte(value: number): void {
    this.parts.push(value);
    this.length++;
  }

  bytes(values: Uint8Array): void {
    this.parts.push(values);
    this.length += values.length;
  }

  written(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      if (typeof part === 'number') whole[at++] = part;
      else {
        whole.set(part, at);
        at += part.length;
      }
    }
    return whole;
  }
}
