import { Type } from '@sinclair/typebox';
import { HealthRuleBody } from '../health-rules/rule-schema';
import { defineEndpoints } from './endpoint';

export const healthRules = defineEndpoints({
  'GET /v1/health-rules': {
    summary:
      'The rules in force that colours are decided by, each with its reason, its way back and its own examples',
    tag: 'health-rules',
    callers: ['anyone'],
    maxAge: 60,
    responses: { 200: Type.Array(HealthRuleBody) },
  },
});
