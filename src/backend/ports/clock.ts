/** What time it is. Passed in, so that tests and scenarios can choose. */
export interface Clock {
  now(): Date;
}
