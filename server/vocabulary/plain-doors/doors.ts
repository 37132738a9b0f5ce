import type { Answer, Door } from "./door";
import { NoticesQuery } from "./notices-query";
import { PlansQuery } from "./plans-query";
import { DeliveryReply, DirectoryReply, NoticesReply, PlansReply, Problem } from "./replies";
import { ToldPlan } from "@/server/vocabulary/told-plan";

const problem = (meaning: string): Answer => ({ meaning, content: { "application/problem+json": Problem } });

const refused = {
  401: problem("The token is missing, unknown, expired or revoked."),
  403: problem("The token is another authority's."),
  503: problem("Nothing was changed. Ask again after `Retry-After` seconds."),
} as const;

const delivered = { "application/json": DeliveryReply, "text/csv": "text" } as const;
const settled: Answer = { meaning: "It is settled.", content: delivered };
const underWay: Answer = {
  meaning: "It is kept, and may still change: ask again later, or a person of the authority confirms it.",
  content: delivered,
  headers: { "Retry-After": "Seconds until it is worth asking again." },
};

const authority = "The GSS code of the authority, as E08000035.";
const sequence = "The number of the list, from 1 on.";

/** Every plain JSON door: what it is asked, and each answer that it gives. */
export const doors: readonly Door[] = [
  {
    method: "put",
    path: "/api/feeds/{authority}/{sequence}",
    name: "sendList",
    summary: "Send a whole list. The same bytes again are answered as before, and change nothing.",
    withToken: true,
    parts: { authority, sequence },
    body: { type: "text/csv", schema: "text" },
    answers: {
      200: settled,
      202: underWay,
      400: problem("The number is none, or the list broke off on its way."),
      ...refused,
      409: problem("The number was used for other bytes, or a newer list was applied."),
      413: problem("The list is larger than is taken in one piece."),
      415: problem("It was not sent as text/csv."),
      422: problem("The file cannot be read."),
    },
  },
  {
    method: "get",
    path: "/api/feeds/{authority}/{sequence}",
    name: "readDelivery",
    summary: "What became of a list.",
    withToken: true,
    parts: { authority, sequence },
    answers: {
      200: settled,
      202: underWay,
      400: problem("The number is none."),
      ...refused,
      404: problem("No list of this number came."),
      422: problem("The file could not be read."),
    },
  },
  {
    method: "get",
    path: "/api/plans/{authority}",
    name: "listPlans",
    summary: "What the register holds of the authority, page by page in an order that does not change.",
    withToken: true,
    parts: { authority },
    query: PlansQuery,
    answers: {
      200: {
        meaning: "A page.",
        content: { "application/json": PlansReply },
        headers: { ETag: "Send it as `If-None-Match` to be told whether the page has changed." },
      },
      304: { meaning: "The page has not changed." },
      400: problem("`after` or `limit` cannot be understood."),
      ...refused,
    },
  },
  {
    method: "put",
    path: "/api/plans/{authority}/{localId}",
    name: "tellPlan",
    summary: "Start, change or end one plan between two lists.",
    withToken: true,
    parts: { authority, localId: "Your own reference of the case." },
    body: { type: "application/json", schema: ToldPlan.omit({ local_id: true }) },
    answers: {
      200: settled,
      202: underWay,
      400: problem("The body is not the plan as JSON."),
      ...refused,
      422: problem("The plan breaks a rule of the list; each is named."),
    },
  },
  {
    method: "get",
    path: "/api/notices/{authority}",
    name: "listNotices",
    summary: "What a webhook pointed to, by number: whose child, where, when, and whom to ring.",
    withToken: true,
    parts: { authority },
    query: NoticesQuery,
    answers: {
      200: { meaning: "A page.", content: { "application/json": NoticesReply } },
      400: problem("`after` or `limit` cannot be understood."),
      ...refused,
    },
  },
  {
    method: "get",
    path: "/api/directory",
    name: "readDirectory",
    summary: "Every authority's duty numbers. Open to all.",
    withToken: false,
    answers: {
      200: {
        meaning: "The directory.",
        content: { "application/json": DirectoryReply },
        headers: { ETag: "Send it as `If-None-Match`." },
      },
      304: { meaning: "The numbers are the same." },
    },
  },
];
