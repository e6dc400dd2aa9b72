import { auditLog } from './audit-log';
import { appeals } from './appeals';
import { bodies } from './bodies';
import { checkpoints } from './checkpoints';
import { complaints } from './complaints';
import { colours } from './colours';
import { confirmations } from './confirmations';
import { desk } from './desk';
import { emergencies } from './emergencies';
import type { Input, Output } from './endpoint';
import { family } from './family';
import { figures } from './figures';
import { files } from './files';
import { healthCodes } from './health-codes';
import { healthRules } from './health-rules';
import { joinedRequests } from './joined-requests';
import { me } from './me';
import { myData } from './my-data';
import { notices } from './notices';
import { nudges } from './nudges';
import { paperCodes } from './paper-codes';
import { phones } from './phones';
import { proposals } from './proposals';
import { regions } from './regions';
import { riskMap } from './risk-map';
import { serviceRequests } from './service-requests';
import { sessions } from './sessions';
import { outsideDesks } from './outside-desks';
import { venues } from './venues';
import { visits } from './visits';

/** Every endpoint, once: the server's validation, the client's types and OpenAPI all come from here. */
export const endpoints = {
  ...sessions,
  ...me,
  ...myData,
  ...complaints,
  ...regions,
  ...figures,
  ...healthCodes,
  ...emergencies,
  ...auditLog,
  ...colours,
  ...healthRules,
  ...riskMap,
  ...confirmations,
  ...family,
  ...phones,
  ...paperCodes,
  ...proposals,
  ...appeals,
  ...outsideDesks,
  ...venues,
  ...checkpoints,
  ...serviceRequests,
  ...desk,
  ...bodies,
  ...joinedRequests,
  ...visits,
  ...notices,
  ...nudges,
  ...files,
};

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
export type InputOf<K extends EndpointName> = Input<Endpoints[K]>;
export type OutputOf<K extends EndpointName> = Output<Endpoints[K]>;

export type { JoinedRequest, JoinedSummary, NearRequest } from './joined-requests';
export type { Address, GridShape, Location, Region, RegionName, TeamMember } from './regions';
export type { IssuedCode, VerifyAnswer } from './health-codes';
export type {
  ColourChange,
  ColourView,
  Declaration,
  DeclarationAnswers,
  DeclarationPreview,
} from './colours';
export type { MapNode } from './risk-map';
export type { AccountJoin, Confirmation, ConfirmationCode } from './confirmations';
export type { FamilyAsk, FamilyHelper, FamilyMember } from './family';
export type { SignedInPhone } from './phones';
export type { PaperCode, PrintedPaperCode } from './paper-codes';
export type { DeclaredEmergency } from './emergencies';
export type { ProposalInput, ProposalView } from './proposals';
export type {
  AppealBody as Appeal,
  AppealEntry,
  AppealSummary,
  DutyRosterBody as DutyRoster,
  ShiftBody,
} from './appeals';
export type { ExposureNotice, Venue } from './venues';
export type { Checkpoint, Duty, HourCount, SetUpCode } from './checkpoints';
export type { FiguresBody, PublicFigures } from './figures';
export type { LocalBody } from './bodies';
export type { Complaint } from './complaints';
export type { Me } from './me';
export type { Closing, Consent, HeldTable, Look, MyData } from './my-data';
export type { Notice, NoticeContent, NoticeDraft, NoticeInfo } from './notices';
export type { NudgeOffer } from './nudges';
export type { Persona, Session } from './sessions';
export type { RequestDue, RequestSummary, ServiceRequest, TimelineEntry } from './service-requests';
export type { StoredFile } from './files';
export type { PlannedVisit } from './visits';
export type { VisitSlot, VisitView } from './visit-slot';
