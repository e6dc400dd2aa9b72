/** The versions of OASIS CAP that are read; we write the later one. */
export const capVersions = ['1.1', '1.2'] as const;
export type CapVersion = (typeof capVersions)[number];

export const namespaceOf = (version: CapVersion): string => `urn:oasis:names:tc:emergency:cap:${version}`;

export const versionOf = (namespace: string): CapVersion | undefined =>
  capVersions.find((version) => namespaceOf(version) === namespace);

/** A name and a value that a system outside gives meaning: eventCode, parameter, geocode. */
export interface CapPair {
  valueName: string;
  value: string;
}

/** Texts as they stand in the message, `sent` and polygons too: rules and readers of them stand beside. */
export interface CapAlert {
  version: CapVersion;
  identifier: string;
  sender: string;
  sent: string;
  status: string;
  msgType: string;
  source?: string;
  scope: string;
  restriction?: string;
  addresses?: string;
  codes: readonly string[];
  note?: string;
  references?: string;
  incidents?: string;
  infos: readonly CapInfo[];
}

export interface CapInfo {
  /** RFC 3066; where none is given it is American English. */
  language?: string;
  categories: readonly string[];
  event: string;
  responseTypes: readonly string[];
  urgency: string;
  severity: string;
  certainty: string;
  audience?: string;
  eventCodes: readonly CapPair[];
  effective?: string;
  onset?: string;
  expires?: string;
  senderName?: string;
  headline?: string;
  description?: string;
  instruction?: string;
  web?: string;
  contact?: string;
  parameters: readonly CapPair[];
  resources: readonly CapResource[];
  areas: readonly CapArea[];
}

export interface CapResource {
  resourceDesc: string;
  /** Only 1.1 goes without. */
  mimeType?: string;
  size?: string;
  uri?: string;
  derefUri?: string;
  digest?: string;
}

export interface CapArea {
  areaDesc: string;
  polygons: readonly string[];
  circles: readonly string[];
  geocodes: readonly CapPair[];
  /** Feet above the sea. */
  altitude?: string;
  ceiling?: string;
}
