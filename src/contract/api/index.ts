import type { Input, Output } from './endpoint';
import { files } from './files';
import { healthCodes } from './health-codes';
import { me } from './me';
import { notices } from './notices';
import { regions } from './regions';
import { serviceRequests } from './service-requests';
import { sessions } from './sessions';

/** Every endpoint, once: the server's validation, the client's types and OpenAPI all come from here. */
export const endpoints = {
  ...sessions,
  ...me,
  ...regions,
  ...healthCodes,
  ...serviceRequests,
  ...notices,
  ...files,
};

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
export type InputOf<K extends EndpointName> = Input<Endpoints[K]>;
export type OutputOf<K extends EndpointName> = Output<Endpoints[K]>;

export type { Address, GridShape, Location, Region, RegionName, TeamMember } from './regions';
export type { IssuedCode, VerifyAnswer } from './health-codes';
export type { Me } from './me';
export type { Notice, NoticeInfo } from './notices';
export type { Persona, Session } from './sessions';
export type { RequestSummary, ServiceRequest, TimelineEntry } from './service-requests';
export type { StoredFile } from './files';
