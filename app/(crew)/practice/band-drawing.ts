import bwipjs from "bwip-js/node";
import { gs1CheckDigit } from "@/server/vocabulary/gs1-band";
import type { PracticeChild } from "@/server/vocabulary/practice-child";

/** The code on a practice child's wristband as an NHS band has it (DCB1077), as a drawing. */
export function bandDrawing(child: PracticeChild): string {
  return bwipjs.toSVG({
    bcid: "gs1datamatrix",
    text: bandTextOf(child),
    scale: 4,
    paddingwidth: 4,
    paddingheight: 4,
    backgroundcolor: "FFFFFF",
  });
}

function bandTextOf({ nhsNumber, familyName, givenNames, dateOfBirth }: PracticeChild): string {
  const relation = `5050898${nhsNumber}`;
  const [year, month, day] = dateOfBirth.split("-");
  const born = `${String(day)}-${months[Number(month) - 1] ?? ""}-${String(year)}`;
  return [
    `(8018)${relation}${String(gs1CheckDigit(relation))}`,
    "(91)RX1,PRACTICE,5050898000012,",
    `(93)${familyName.toUpperCase()},${givenNames},${born},`,
  ].join("");
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
