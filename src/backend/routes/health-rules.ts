import type { Handlers } from '../http/handler';
import type { Ports } from '../ports';

export const healthRuleRoutes = ({
  healthRules,
}: Pick<Ports, 'healthRules'>): Handlers<'GET /v1/health-rules'> => ({
  'GET /v1/health-rules': async () => [...(await healthRules.inForce())],
});
