/** Ids are drawn by chance and may hold any three digits: a room's number is looked for in the rest. */
export const withoutIds = (text: string): string =>
  text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
