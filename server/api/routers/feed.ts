import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { watchDelivery } from "@/server/api/watch-delivery";
import { answerBirthQuestion } from "@/server/domain/register/births/answer-birth-question";
import { listBirthQuestions } from "@/server/domain/register/births/list-birth-questions";
import { confirmDelivery } from "@/server/domain/register/delivery/confirm-delivery";
import { discardDelivery } from "@/server/domain/register/delivery/discard-delivery";
import { readToldPlan } from "@/server/domain/register/delivery/read-told-plan";
import { tellOwnPlan } from "@/server/domain/register/delivery/tell-own-plan";
import { showUndo, undoList } from "@/server/domain/register/delivery/undo-list";
import { listFeeds } from "@/server/domain/register/list-feeds";
import { sendFeed } from "@/server/domain/register/send-feed";
import { writeCorrectedList } from "@/server/domain/register/quality/corrected-list";
import { showQuality } from "@/server/domain/register/quality/show-quality";
import { missingDecisions, settleMissing } from "@/server/domain/register/settle-missing";
import { showFeed } from "@/server/domain/register/show-feed";
import { largestFeedBytes, largestFeedWords } from "@/server/vocabulary/feed-answer";
import { FeedId } from "@/server/vocabulary/ids";
import { TypedNhsNumber } from "@/server/vocabulary/lookup-request";
import { ToldPlan } from "@/server/vocabulary/told-plan";

/** More than a person reads before mending the file and sending it again. */
const mostShown = 500;

const NamedFile = z.object({
  fileName: z.string().max(200),
  bytes: z
    .custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array)
    .refine((bytes) => bytes.length <= largestFeedBytes, `The file is larger than ${largestFeedWords}.`),
});
const BirthAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("number-given"), childNhsNumber: TypedNhsNumber }),
  z.object({ kind: z.literal("not-born") }),
  z.object({ kind: z.literal("no-plan") }),
]);
const OneFeed = z.object({ feedId: FeedId });

export const feedRouter = router({
  /** Where the lists of one's authority stand, and the newest of them. */
  overview: permitted("feed:read")
    .input(z.object({ most: z.number().int().min(1).max(400) }))
    .query(({ ctx, input }) => ctx.work((work) => listFeeds(work, input))),

  /** What became of one list, or would become of it. */
  report: permitted("feed:read")
    .input(OneFeed)
    .query(({ ctx, input }) => ctx.work((work) => showFeed(work, { ...input, most: mostShown }))),

  /** How far one list is, now and whenever that changes. */
  progress: permitted("feed:read")
    .input(OneFeed)
    .subscription(({ ctx, input, signal }) => watchDelivery(ctx, signal, input.feedId)),

  /** Keeps a list; a worker reads it, and a person confirms its effect. */
  send: permitted("feed:send")
    .input(NamedFile)
    .mutation(({ ctx, input }) => ctx.work((work) => sendFeed(work, input))),

  /** Says that a list may be applied with the effect that was shown. */
  confirm: permitted("register:correct")
    .input(OneFeed.extend({ version: z.number().int() }))
    .mutation(({ ctx, input }) => ctx.work((work) => confirmDelivery(work, input))),

  /** Decides against a list that was not applied. */
  discard: permitted("register:correct")
    .input(OneFeed)
    .mutation(({ ctx, input }) => ctx.work((work) => discardDelivery(work, input.feedId))),

  /** What undoing the newest list would do. */
  showUndo: permitted("register:correct")
    .input(OneFeed)
    .query(({ ctx, input }) => ctx.work((work) => showUndo(work, input.feedId))),

  /** Takes the newest list back, with the effect that was shown. */
  undo: permitted("register:correct")
    .input(OneFeed.extend({ version: z.number().int() }))
    .mutation(({ ctx, input }) => ctx.work((work) => undoList(work, input))),

  /** Ends or keeps plans that the newest list leaves out. */
  settleMissing: permitted("register:correct")
    .input(OneFeed.extend({ planIds: z.array(z.uuid()).min(1).max(500), decision: z.enum(missingDecisions) }))
    .mutation(({ ctx, input }) => ctx.work((work) => settleMissing(work, input))),

  /** Starts, changes or ends one plan at once. */
  tellPlan: permitted("register:correct")
    .input(ToldPlan)
    .mutation(({ ctx, input }) => ctx.work((work) => tellOwnPlan(work, input))),

  /** What is wrong in the lists today, what was fixed, and how good the lists are. */
  quality: permitted("feed:read").query(({ ctx }) => ctx.work(showQuality)),

  /** A list with what is wrong in it beside each row, to be mended and sent again. */
  corrected: permitted("feed:read")
    .input(OneFeed)
    .query(({ ctx, input }) => ctx.work((work) => writeCorrectedList(work, input.feedId))),

  /** For which births the child's own number is awaited. */
  births: permitted("feed:read").query(({ ctx }) => ctx.work(listBirthQuestions)),

  /** Gives the number of a child who was born, or says why there is none. */
  answerBirth: permitted("register:correct")
    .input(z.object({ planId: z.uuid(), answer: BirthAnswer }))
    .mutation(({ ctx, input }) => ctx.work((work) => answerBirthQuestion(work, input))),

  /** A plan that was told before, to be told again with changes. */
  toldPlan: permitted("register:correct")
    .input(OneFeed)
    .query(({ ctx, input }) => ctx.work((work) => readToldPlan(work, input.feedId))),
});
