/** The time. Passed in, so that a test can move it. */
export interface Clock {
  now(): Date;
}
