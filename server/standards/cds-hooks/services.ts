interface HookService {
  readonly id: string;
  readonly hook: "patient-view" | "encounter-start";
  readonly title: string;
  readonly description: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

const prefetch = { patient: "Patient/{{context.patientId}}" };

/** What another system can ask while somebody works in it (CDS Hooks 2.0, discovery). */
export const hookServices: readonly HookService[] = [
  {
    id: "lantern-encounter-start",
    hook: "encounter-start",
    title: "Is this child known to children's social care?",
    description:
      "For unscheduled care: asks when the patient arrives. The look is on record, and the authority is told that the child is here.",
    prefetch,
  },
  {
    id: "lantern-patient-view",
    hook: "patient-view",
    title: "Is this child known to children's social care?",
    description:
      "For scheduled care: asks when a record is opened. The look is on record; the authority is told only where the person has no right to look silently.",
    prefetch,
  },
];

export function serviceOf(id: string): HookService | undefined {
  return hookServices.find((service) => service.id === id);
}
