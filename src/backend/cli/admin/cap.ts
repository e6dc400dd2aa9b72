import { type Command, content, done, refused } from './answer';

/** `cap import <file>`: a warning as it came, by hand; `cap quarantined`: what was none. */
export const capCommand: Command = async (request, { warnings }) => {
  const [what] = request.args;
  if (what === 'quarantined') {
    const list = await warnings.quarantined(100);
    if (list.length === 0) return done('nothing is in quarantine');
    return done(
      ...list.map(
        ({ takenAt, origin, reasons }) => `${takenAt.toISOString()} ${origin}: ${reasons.join('; ')}`,
      ),
    );
  }
  if (what !== 'import') return refused('say cap import <file>, or cap quarantined');
  const taken = await warnings.take(content(request), 'file');
  switch (taken.what) {
    case 'published':
      return done(
        `published: ${taken.msgType} ${taken.eventId} for ${taken.nodes.join(', ')}`,
        ...(taken.signed ? ['note: signed, not verified'] : []),
      );
    case 'known':
      return done('unchanged: this alert was taken before');
    case 'kept':
      return done(`taken, nothing published: ${taken.why}`);
    case 'quarantined':
      return refused('quarantined, nothing published:', ...taken.reasons.map((reason) => `  ${reason}`));
  }
};
