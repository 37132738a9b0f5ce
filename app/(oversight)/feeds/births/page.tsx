import Link from "next/link";
import type { ReactElement } from "react";
import { BirthForm } from "./birth-form";
import { caller } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { mayDo, type Role } from "@/server/vocabulary/permission";

export const metadata = { title: "Births" };

export default function BirthsPage(): ReactElement {
  return (
    <SignedInPage path="/feeds/births" needs={["feed:read"]}>
      {({ organisationName, role }) => (
        <>
          <p>
            <Link href="/feeds" prefetch={false}>
              All lists
            </Link>
          </p>
          <PageTitle caption={organisationName}>Children who were born</PageTitle>
          <p>
            The plan of each of these unborn children has ended about when a child is born. Until you give the
            child’s own number, whoever looks the mother up reads that a child was born and is on a plan.
          </p>
          <Births role={role} />
        </>
      )}
    </SignedInPage>
  );
}

async function Births({ role }: { readonly role: Role }): Promise<ReactElement> {
  const births = await (await caller()).feed.births();
  if (births.length === 0) {
    return (
      <EmptyState title="No number is awaited">Every child who was born is known under its own.</EmptyState>
    );
  }
  return (
    <>
      {births.map(({ planId, nhsNumber, givenNames, familyName, localId, endOn, toldNumber }) => (
        <Card key={planId}>
          <h2 className="nhsuk-heading-s">
            Mother: {givenNames} {familyName}, {formatNhsNumber(nhsNumber)}
          </h2>
          <p>
            Your reference {localId === "" ? "–" : localId}. The plan ended {formatLondonDate(endOn)}.
          </p>
          {toldNumber !== null && (
            <p>
              Whoever was with the mother told the number{" "}
              <span className="whitespace-nowrap">{formatNhsNumber(toldNumber)}</span>. Compare it with your
              own record before you give it.
            </p>
          )}
          {mayDo(role, "register:correct") && <BirthForm planId={planId} />}
        </Card>
      ))}
    </>
  );
}
