import { z } from "zod";

/** Identifiers are branded, so that an alert's cannot be passed where a lookup's is meant. */
export const LookupId = z.uuid().brand<"LookupId">();
export type LookupId = z.infer<typeof LookupId>;

export const AlertId = z.uuid().brand<"AlertId">();
export type AlertId = z.infer<typeof AlertId>;

export const PersonId = z.uuid().brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;

export const OrganisationId = z.uuid().brand<"OrganisationId">();
export type OrganisationId = z.infer<typeof OrganisationId>;

export const CareSettingId = z.uuid().brand<"CareSettingId">();
export type CareSettingId = z.infer<typeof CareSettingId>;

export const SessionId = z.uuid().brand<"SessionId">();
export type SessionId = z.infer<typeof SessionId>;

export const DeviceId = z.uuid().brand<"DeviceId">();
export type DeviceId = z.infer<typeof DeviceId>;

export const FeedId = z.uuid().brand<"FeedId">();
export type FeedId = z.infer<typeof FeedId>;

export const NoticeId = z.uuid().brand<"NoticeId">();
export type NoticeId = z.infer<typeof NoticeId>;

export const ProofId = z.uuid().brand<"ProofId">();
export type ProofId = z.infer<typeof ProofId>;

/** Made on the phone, as a request's: the call-out that questions about several children belong to. */
export const IncidentId = z.uuid().brand<"IncidentId">();
export type IncidentId = z.infer<typeof IncidentId>;

/** Made on the phone: one run through practice. */
export const PracticeRunId = z.uuid().brand<"PracticeRunId">();
export type PracticeRunId = z.infer<typeof PracticeRunId>;

export const ReachCheckId = z.uuid().brand<"ReachCheckId">();
export type ReachCheckId = z.infer<typeof ReachCheckId>;

/** Made on the phone for each question, so that a question sent twice is asked once. */
export const RequestId = z.uuid().brand<"RequestId">();
export type RequestId = z.infer<typeof RequestId>;

export const FeedTokenId = z.uuid().brand<"FeedTokenId">();
export type FeedTokenId = z.infer<typeof FeedTokenId>;

export const MessageId = z.uuid().brand<"MessageId">();
export type MessageId = z.infer<typeof MessageId>;

export const ReferralId = z.uuid().brand<"ReferralId">();
export type ReferralId = z.infer<typeof ReferralId>;

/** Something that happened to an alert. */
export const AlertEventId = z.uuid().brand<"AlertEventId">();
export type AlertEventId = z.infer<typeof AlertEventId>;

/** An address at which an authority's case system is told of notices. */
export const WebhookId = z.uuid().brand<"WebhookId">();
export type WebhookId = z.infer<typeof WebhookId>;

/** One event, or one test, on its way to one such address. */
export const WebhookDeliveryId = z.uuid().brand<"WebhookDeliveryId">();
export type WebhookDeliveryId = z.infer<typeof WebhookDeliveryId>;

/** A card that was handed to a crew. */
export const CardHandoverId = z.uuid().brand<"CardHandoverId">();
export type CardHandoverId = z.infer<typeof CardHandoverId>;

/** A person as one authority knows them. */
export const SubjectId = z.uuid().brand<"SubjectId">();
export type SubjectId = z.infer<typeof SubjectId>;

export const LookReviewId = z.uuid().brand<"LookReviewId">();
export type LookReviewId = z.infer<typeof LookReviewId>;

export const WeeklyDigestId = z.uuid().brand<"WeeklyDigestId">();
export type WeeklyDigestId = z.infer<typeof WeeklyDigestId>;
