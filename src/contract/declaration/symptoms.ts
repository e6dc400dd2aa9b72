/** What a declaration asks after: what some rule looks at, and nothing else. Fields of the kind `symptoms`, which has their names. */
export const symptomCodes = ['fever', 'cough', 'breathless', 'tasteLost'] as const;
export type Symptom = (typeof symptomCodes)[number];
