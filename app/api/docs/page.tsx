import type { Metadata } from "next";
import type { ReactElement } from "react";
import { DoorView } from "./door-view";
import { AppHeader } from "@/app/_ui/app-header";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";
import { doors } from "@/server/vocabulary/plain-doors/doors";

export const metadata: Metadata = { title: "Doors for systems" };

/** The plain JSON doors, for whoever connects an authority's system. Public: it says nothing about anybody. */
export default function DoorsPage(): ReactElement {
  return (
    <>
      <AppHeader />
      <PageMain>
        <PageTitle>Doors for systems</PageTitle>
        <p>
          For the systems of local authorities. The same as an OpenAPI 3.1 document:{" "}
          <a href="/api/docs/openapi.json">openapi.json</a>. FHIR and CDS Hooks describe themselves at{" "}
          <a href="/api/fhir/R4/metadata">metadata</a> and <a href="/api/cds-services">cds-services</a>.
        </p>
        <p>
          A door that opens with a token wants <code>Authorization: Bearer …</code>. An authority’s manager
          makes tokens under <em>Tokens of your systems</em>.
        </p>
        <ul>
          {doors.map((door) => (
            <li key={door.name}>
              <a href={`#${door.name}`}>{door.summary}</a>
            </li>
          ))}
        </ul>
        {doors.map((door) => (
          <DoorView key={door.name} door={door} />
        ))}
      </PageMain>
    </>
  );
}
