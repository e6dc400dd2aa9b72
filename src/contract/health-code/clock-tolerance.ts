/** An issuer's clock may be ahead of the verifier's by so much (ms). */
export const CLOCK_TOLERANCE = 60_000;
