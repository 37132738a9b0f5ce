"use client";

import { useState } from "react";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import type { FieldProblem } from "@/app/_ui/error-summary";
import type { AuditPage } from "@/server/domain/audit/search-audit";
import type { AuditSearch } from "@/server/vocabulary/audit-search";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";

interface Found extends AuditPage {
  /** What was asked, for the next page of the same. */
  readonly asked: AuditSearch;
}

export interface AuditSearching {
  readonly found: Found | undefined;
  readonly problem: FieldProblem | undefined;
  readonly isBusy: boolean;
  readonly search: (asked: AuditSearch) => void;
  /** Adds the next page beneath. */
  readonly more: () => void;
}

/** Searches, page after page. Everything found is gone when the page is left. */
export function useAuditSearch(): AuditSearching {
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<FieldProblem>();
  const [isBusy, setIsBusy] = useState(false);

  async function ask(asked: AuditSearch, before: AuditPage["rows"]): Promise<void> {
    setProblem(undefined);
    setIsBusy(true);
    try {
      const page = await trpc.audit.search.mutate(asked);
      setFound({ ...page, rows: [...before, ...page.rows], asked });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setIsBusy(false);
    }
  }

  return {
    found,
    problem,
    isBusy,
    search: (asked) => {
      setFound(undefined);
      const wrong = wrongNumber(asked);
      if (wrong) setProblem(wrong);
      else void ask(asked, []);
    },
    more: () => {
      if (found?.next) void ask({ ...found.asked, after: found.next }, found.rows);
    },
  };
}

/** Said before anything is sent, in the words that the service would use. */
function wrongNumber({ nhsNumber }: AuditSearch): FieldProblem | undefined {
  if (nhsNumber === "") return undefined;
  const parsed = parseNhsNumber(nhsNumber);
  return parsed.ok ? undefined : { fieldId: "nhs-number", message: parsed.message };
}

function problemOf(error: unknown): FieldProblem {
  const isRefusal = isProcedureError(error) && error.data?.refusal !== undefined;
  return {
    fieldId: "from",
    message: isRefusal ? error.message : "The search could not be made. Check your connection and try again.",
  };
}
