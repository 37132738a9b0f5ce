import type { StandInPatient } from "@/server/demo/demographics/patient";
import { escapeHtml, issuerPage, type IssuerPage } from "@/server/demo/identity-provider/page";

interface PatientOnPage {
  readonly patient: StandInPatient;
  /** What opens Lantern beside this patient. */
  readonly address: string;
}

/** The patients of the record system, as its user has them before them. */
export function patientsPage(patients: readonly PatientOnPage[]): IssuerPage {
  return issuerPage({
    title: "Hospital record (demo)",
    formTargets: [],
    body: `
<h1>Whose record is open?</h1>
<p>These people are invented. Lantern opens beside the one you choose.</p>
<ul>${patients.map(entry).join("")}</ul>`,
  });
}

function entry({ patient: { names, dateOfBirth }, address }: PatientOnPage): string {
  const [name] = names;
  const who = `${name?.givenNames.join(" ") ?? ""} ${name?.familyName ?? ""}, born ${dateOfBirth}`;
  return `<li><a href="${escapeHtml(address)}">Open Lantern beside ${escapeHtml(who)}</a></li>`;
}
