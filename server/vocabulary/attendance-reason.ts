export const attendanceReasons = [
  "injury",
  "illness",
  "mental-health",
  "pregnancy",
  "birth",
  "welfare-check",
  "other",
] as const;

/** Why the child (or the pregnant woman) is seen. A list, so that nothing personal is typed in haste. */
export type AttendanceReason = (typeof attendanceReasons)[number];

export const attendanceReasonWords = {
  injury: "Injury",
  illness: "Illness",
  "mental-health": "Mental health",
  pregnancy: "Pregnancy",
  birth: "Birth",
  "welfare-check": "Check on welfare",
  other: "Something else",
} as const satisfies Record<AttendanceReason, string>;
