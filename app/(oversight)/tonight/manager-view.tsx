import type { ReactElement } from "react";
import { CalmFacts, ServiceFacts } from "./calm-facts";
import { DefinedFacts } from "./defined-facts";
import { FindingList } from "./finding-list";
import { TonightVerdict } from "./tonight-verdict";
import { FigureFile } from "@/app/(oversight)/insight/figure-file";
import { EmptyState } from "@/app/_ui/empty-state";
import { inLevels } from "./in-levels";
import type { Tonight } from "@/server/domain/tonight/read-tonight";

/** The answer in one line; what needs the manager, each with one tap; then what is well. */
export function ManagerView({ tonight }: { readonly tonight: Tonight }): ReactElement {
  const { verdict, asAt, service, authorities, teamsBeingChecked } = tonight;
  const pushes = inLevels(service);
  return (
    <>
      <TonightVerdict verdict={verdict} asAt={asAt} />
      {authorities.length === 0 && <EmptyState title="You work for no authority" />}
      {pushes.toDo.length > 0 && <FindingList findings={pushes.toDo} />}
      {authorities.map((authority) => {
        const { toDo, well } = inLevels(authority.findings);
        const heading = `tonight-${authority.authorityId}`;
        return (
          <section key={authority.authorityId} aria-labelledby={heading}>
            <h2 className="nhsuk-heading-m" id={heading}>
              {authority.name}
            </h2>
            {toDo.length > 0 && <FindingList findings={toDo} teamsBeingChecked={teamsBeingChecked} />}
            <h3 className="nhsuk-heading-s">What is well</h3>
            <FindingList findings={[...well, ...pushes.well]} />
            <h3 className="nhsuk-heading-s">Tonight in facts</h3>
            <CalmFacts authority={authority} asAt={asAt} />
            <DefinedFacts summary="What these facts count" facts={ownFacts} />
          </section>
        );
      })}
      <h2 className="nhsuk-heading-m">Pushes</h2>
      <ServiceFacts {...tonight} />
      <FigureFile page="tonight" leftOut={leftOut} />
    </>
  );
}

const ownFacts = ["first", "behind", "next", "gaps", "waiting", "oldest", "unreached", "list"] as const;

const leftOut =
  "Nobody is named in the file, and where fewer than five alerts wait it says neither how many nor since when.";
