import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import { startDemographics, type StandInDemographics } from "@/server/demo/demographics/start";
import { test as base } from "@/test/support/database";

export interface FakeDemographics extends StandInDemographics {
  readonly know: (patient: StandInPatient) => void;
  readonly patientOf: (nhsNumber: string) => StandInPatient | undefined;
  readonly forgetAll: () => void;
  /** It goes away after so many more questions. */
  readonly failAfter: (questions: number) => void;
}

/** The stand-in for demographics on a port of its own, knowing nobody yet. */
async function startFakeDemographics(): Promise<FakeDemographics> {
  const patients = new Map<string, StandInPatient>();
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-demographics-"));
  const patientOf = (nhsNumber: string) => patients.get(nhsNumber);
  let left = Number.POSITIVE_INFINITY;
  const standIn = await startDemographics({
    port: 0,
    directory,
    find: (nhsNumber) => {
      left -= 1;
      if (left === 0) standIn.fail({ status: 503 });
      return patientOf(nhsNumber);
    },
    findBorn: ({ from, to }) =>
      [...patients.values()].filter(({ dateOfBirth }) => dateOfBirth >= from && dateOfBirth <= to),
  });

  return {
    ...standIn,
    // As fast as it goes, and quick to give in.
    settings: {
      ...standIn.settings,
      DEMOGRAPHICS_PER_SECOND: "10000",
      DEMOGRAPHICS_TIMEOUT_MILLISECONDS: "300",
    },
    know: (patient) => void patients.set(patient.nhsNumber, patient),
    patientOf,
    forgetAll: () => {
      patients.clear();
    },
    failAfter: (questions) => {
      left = questions;
    },
    stop: async () => {
      await standIn.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

interface OfTest {
  readonly demographics: FakeDemographics;
}

interface OfWorker {
  readonly startedDemographics: FakeDemographics;
}

/** Playwright's `test` with databases, and demographics over a real socket: each test begins with nobody known. */
export const test = base.extend<OfTest, OfWorker>({
  startedDemographics: [
    async ({}, use) => {
      const started = await startFakeDemographics();
      await use(started);
      await started.stop();
    },
    { scope: "worker" },
  ],
  demographics: async ({ startedDemographics }, use) => {
    startedDemographics.forgetAll();
    startedDemographics.fail(undefined);
    await use(startedDemographics);
  },
});
