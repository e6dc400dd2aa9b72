import type { Handlers } from '../http/handler';
import type { Ports } from '../ports';

/** Where risk is how high, and why: the same for everybody. */
export const riskMapRoutes = ({
  riskLevels,
  directory,
  issuer,
}: Pick<Ports, 'riskLevels' | 'directory' | 'issuer'>): Handlers<'GET /v1/risk-map'> => ({
  'GET /v1/risk-map': async ({ query: { under = issuer.county } }) => {
    const levels = await riskLevels.around(under);
    const inForce = levels.filter(({ endedAt }) => endedAt === null);
    const names = new Map(
      (await directory.regions(inForce.map(({ node }) => node))).map(({ code, name }) => [code, name]),
    );
    return inForce.map(({ endedAt: _, ...level }) => ({
      ...level,
      indicators: [...level.indicators],
      name: names.get(level.node) ?? level.node,
      history: levels.flatMap(({ node, endedAt, ...past }) =>
        node === level.node && endedAt
          ? [{ ...past, indicators: [...past.indicators], endedAt: endedAt.toISOString() }]
          : [],
      ),
    }));
  },
});
