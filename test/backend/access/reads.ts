import type { EndpointName } from '../../../src/contract/api';

/**
 * Whose record an endpoint lets a person read. `own`: the caller's, and what they are themselves a side of.
 * `others`: somebody else's too, so that each look is noted for whom it is about. `nobody`: none, or what is published
 * of those who serve.
 */
export type Reads = 'own' | 'others' | 'nobody';

export const reads: Readonly<Record<EndpointName, Reads>> = {
  'POST /v1/sessions': 'own',
  'DELETE /v1/sessions/current': 'nobody',
  'GET /v1/demo/personas': 'nobody',

  'GET /v1/me': 'own',
  'PATCH /v1/me': 'own',
  'PUT /v1/me/privacy-consent': 'own',

  'GET /v1/health-rules': 'nobody',
  'GET /v1/risk-map': 'nobody',
  'GET /v1/figures': 'nobody',
  'GET /v1/figures/table': 'nobody',
  'GET /v1/regions/:code/figures': 'nobody',
  'PUT /v1/service-requests/:id/rating': 'own',
  'GET /v1/my-data': 'own',
  'GET /v1/my-data/copy': 'own',
  'GET /v1/me/consents': 'own',
  'PUT /v1/me/consents/:kind': 'own',
  'DELETE /v1/me/consents/:kind': 'own',
  'GET /v1/me/closing': 'own',
  'POST /v1/me/closing': 'own',
  'DELETE /v1/me/closing': 'own',

  'POST /v1/complaints': 'own',
  'GET /v1/complaints': 'others',
  'GET /v1/complaints/:id': 'others',
  'POST /v1/complaints/:id/events': 'others',

  'POST /v1/outside-desks/:name/callbacks': 'nobody',

  'GET /v1/regions': 'nobody',
  'GET /v1/regions/:code': 'nobody',
  'GET /v1/regions/:code/grids': 'nobody',
  'GET /v1/regions/:code/team': 'nobody',
  'POST /v1/regions/locate': 'nobody',
  'POST /v1/regions/address-search': 'nobody',

  'POST /v1/health-codes': 'others',
  'POST /v1/health-codes/verify': 'nobody',
  'GET /v1/trust-list': 'nobody',
  'POST /v1/audit-log/heads': 'nobody',
  'GET /v1/status-lists/:id': 'nobody',
  'GET /v1/emergencies': 'nobody',
  'POST /v1/emergencies': 'nobody',
  'POST /v1/emergencies/:id/renewals': 'nobody',
  'POST /v1/emergencies/:id/end': 'nobody',
  'POST /v1/me/periodic-token': 'nobody',
  'GET /v1/periodic-update': 'others',

  'GET /v1/colours/:personId': 'others',
  'GET /v1/colour-changes': 'others',
  'GET /v1/declarations': 'others',
  'POST /v1/declarations': 'others',
  'POST /v1/declarations/preview': 'others',
  'PUT /v1/declarations/:id': 'others',
  'DELETE /v1/declarations/:id': 'others',

  'GET /v1/proposals': 'others',
  'GET /v1/proposals/:id': 'others',
  'POST /v1/proposals': 'others',
  'POST /v1/proposals/:id/signature': 'others',
  'POST /v1/proposals/:id/refusal': 'others',
  'POST /v1/proposals/:id/withdrawal': 'others',

  'POST /v1/confirmation-codes': 'own',
  'POST /v1/confirmations': 'others',
  'GET /v1/me/account-joins': 'own',
  'POST /v1/account-joins/:id/answer': 'nobody',

  'GET /v1/family': 'own',
  'POST /v1/family/children': 'own',
  'POST /v1/family/asks': 'own',
  'POST /v1/family/asks/look': 'others',
  'POST /v1/family/asks/agree': 'nobody',
  'PATCH /v1/family/:id': 'nobody',
  'DELETE /v1/family/:id': 'nobody',

  'GET /v1/me/nudges': 'own',
  'POST /v1/me/nudges': 'own',
  'GET /v1/me/phones': 'own',
  'DELETE /v1/me/phones/:id': 'nobody',
  'POST /v1/lost-phones': 'others',

  'POST /v1/paper-codes': 'others',
  'GET /v1/paper-codes': 'others',
  'DELETE /v1/paper-codes/:id': 'nobody',

  'GET /v1/service-catalogue': 'nobody',
  'POST /v1/service-requests': 'others',
  'GET /v1/service-requests': 'others',
  'GET /v1/service-requests/:id': 'others',
  'POST /v1/service-requests/:id/events': 'others',
  // What neighbours are told of a public place says nothing of who reported it.
  'POST /v1/service-requests/near': 'nobody',
  'GET /v1/joined-requests': 'nobody',
  'GET /v1/joined-requests/:id': 'nobody',
  'PUT /v1/joined-requests/:id': 'nobody',
  'DELETE /v1/joined-requests/:id': 'nobody',
  'PUT /v1/service-requests/:id/releases/:part': 'others',
  'GET /v1/service-requests/:id/visit-slots': 'others',
  'POST /v1/service-requests/:id/visit': 'others',
  'GET /v1/visits': 'others',

  'GET /v1/notices': 'nobody',
  'GET /v1/notices/:id': 'nobody',
  'PUT /v1/notices/:id/read': 'nobody',
  'POST /v1/notices': 'nobody',

  'POST /v1/appeals': 'others',
  'GET /v1/appeals': 'others',
  'GET /v1/appeals/:id': 'others',
  'POST /v1/appeals/:id/events': 'others',
  'GET /v1/phrases': 'own',
  'PUT /v1/phrases': 'own',
  'PUT /v1/regions/:code/team/:personId/away': 'nobody',
  'DELETE /v1/regions/:code/team/:personId/away': 'nobody',
  'GET /v1/duty-rosters/:node': 'nobody',
  'PUT /v1/duty-rosters/:node': 'nobody',

  'GET /v1/venues': 'nobody',
  'POST /v1/venues': 'nobody',
  'GET /v1/exposure-notices': 'nobody',
  'POST /v1/exposure-notices': 'nobody',
  'DELETE /v1/exposure-notices/:id': 'nobody',

  'GET /v1/checkpoints': 'others',
  'POST /v1/checkpoints': 'nobody',
  'POST /v1/checkpoints/:id/set-up-codes': 'nobody',
  'POST /v1/checkpoint-duties': 'own',
  'GET /v1/checkpoint-duties': 'own',
  'PUT /v1/checkpoint-duties/:id/counts': 'own',
  'DELETE /v1/checkpoint-duties/:id': 'nobody',

  'GET /v1/bodies': 'nobody',
  'GET /v1/me/bodies': 'own',
  'POST /v1/body-stewards': 'own',
  'PUT /v1/bodies/:id': 'own',
  'POST /v1/bodies/:id/invitations': 'own',

  'POST /v1/files': 'own',
  'GET /v1/files/:id': 'others',
};

/** Read by the family alone, whom the table of access does not know: tried in the tests of the reading log. */
export const readByFamily: readonly EndpointName[] = [
  'POST /v1/appeals',
  'POST /v1/health-codes',
  'GET /v1/periodic-update',
  'POST /v1/service-requests',
  'GET /v1/colours/:personId',
  'GET /v1/colour-changes',
  'GET /v1/declarations',
  'POST /v1/declarations',
  'POST /v1/declarations/preview',
  'PUT /v1/declarations/:id',
  'DELETE /v1/declarations/:id',
];
