export const roles = [
  "crew",
  "control-room",
  "scheduled-clinician",
  "duty-social-worker",
  "authority-manager",
  "data-officer",
  "health-manager",
  "privacy-officer",
  "operator",
] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  /** Unscheduled viewing, national activity code B0107: the authority is told. */
  "child:look-up",
  /** Silent viewing, national activity code B0170: recorded, nobody is told. */
  "child:look-up-silently",
  "card:read",
  /** Hand the card of an own look to a crew, and find out who that could be. */
  "card:hand-over",
  /** Be on a call sign, see that a card waits, and open it: a look in one's own name. */
  "card:receive",
  /** Find out a person's NHS number by name and date of birth. */
  "person:search",
  /** Take a person's NHS number over from another system's record. */
  "person:open-record",
  "setting:choose",
  /** Practise with pretend children: nothing is looked up and nobody is told. */
  "practice:run",
  "alert:read",
  /** Take an alert, or say "not me". */
  "alert:acknowledge",
  /** Hand an alert to a colleague, or take it over from one. */
  "alert:hand-over",
  /** Promise to ring back, say what came of an alert, open it again. */
  "alert:close",
  /** Write to the other side of an alert. */
  "message:send",
  /** Say of a child whom one asked about: seen, not there, the wrong child; reviewed, gone home. */
  "visit:record",
  /** Say that a child was not brought to an appointment: the authority is told. Or take that back. */
  "appointment:report-missed",
  "referral:make",
  /** The referrals of one's authorities, or one's own. */
  "referral:read",
  "referral:decide",
  "drill:run",
  /** Everything about one child of their authority, to be read, printed and taken to a core group. */
  "chronology:read",
  "device:keep",
  "feed:send",
  "feed:read",
  /** A named person's word about the register: confirm or undo a list, end or keep plans, tell a plan or a birth. */
  "register:correct",
  "feed-token:manage",
  /** Where one's authority's case system is told of notices. */
  "webhook:manage",
  /** Who is on call when, and who would be told. */
  "rota:read",
  /** A team's patterns, single shifts and ladder, and which team an authority has. */
  "rota:change",
  /** Swaps, absences and taking over: a duty worker's own, a manager's anybody's. */
  "shift:change",
  /** Whether the people on a rota can be reached, and having that looked at now. */
  "reach:check",
  "insight:read",
  /** Which children a figure counts, by the authority's own identifier. */
  "insight:read-children",
  /** Have the week sent to oneself by e-mail: figures, or how many looks wait. */
  "digest:choose",
  /** Whether tonight can be trusted at one's own authorities. */
  "tonight:read",
  /** The same of every authority, in states and counts. */
  "tonight:read-all",
  /** How good lists are: of one's own authorities, or of all in states and counts. */
  "quality:read",
  /** Whether it is used as before, and who has practised: counts by setting, nobody by name. */
  "uptake:read",
  /** How drills went, and whether the service's pushes to itself arrive. */
  "drill:read",
  "audit:search",
  /** Everything that one's own organisation has on record about who looked at one NHS number… */
  "looks:read",
  /** …and taking that away as a file. */
  "looks:export",
  /** Looks that are unusual or picked at random: see them, and say of each whether it was proportionate. */
  "review:read",
  "review:decide",
  /** Say why one looked, when the privacy officer asks. */
  "review:answer",
  "session:read",
] as const;
export type Permission = (typeof permissions)[number];

const asking = [
  "person:search",
  "person:open-record",
  "card:read",
  "setting:choose",
  "practice:run",
  "review:answer",
  "session:read",
] as const;
/** Of a card from a look in unscheduled care; the phone has to ring for it. */
const handing = ["card:hand-over", "card:receive", "device:keep"] as const;
const atTheChild = ["visit:record", "message:send", "referral:make", "referral:read"] as const;

/** Who may do what. Both the server, which decides, and the screens, which hide what is refused, ask this table. */
const permissionsOf = {
  crew: ["child:look-up", ...asking, ...handing, ...atTheChild],
  "control-room": ["child:look-up", ...asking, ...handing, ...atTheChild],
  // Silent until a report is made; what needs an alert is refused before that.
  "scheduled-clinician": [
    "child:look-up-silently",
    ...asking,
    "appointment:report-missed",
    "message:send",
    "referral:make",
    "referral:read",
  ],
  "duty-social-worker": [
    "alert:read",
    "alert:acknowledge",
    "alert:hand-over",
    "alert:close",
    "message:send",
    "referral:read",
    "referral:decide",
    "chronology:read",
    "device:keep",
    "rota:read",
    "shift:change",
    "session:read",
  ],
  "authority-manager": [
    "alert:read",
    "referral:read",
    "referral:decide",
    "drill:run",
    "device:keep",
    "chronology:read",
    "tonight:read",
    "insight:read",
    "insight:read-children",
    "digest:choose",
    "quality:read",
    "uptake:read",
    "drill:read",
    "feed:read",
    "register:correct",
    "feed-token:manage",
    "webhook:manage",
    "rota:read",
    "rota:change",
    "shift:change",
    "reach:check",
    "session:read",
  ],
  "data-officer": ["feed:send", "feed:read", "register:correct", "webhook:manage", "session:read"],
  "health-manager": ["insight:read", "digest:choose", "uptake:read", "session:read"],
  "privacy-officer": [
    "audit:search",
    "looks:read",
    "looks:export",
    "review:read",
    "review:decide",
    "digest:choose",
    "session:read",
  ],
  operator: [
    "tonight:read-all",
    "insight:read",
    "digest:choose",
    "quality:read",
    "uptake:read",
    "drill:read",
    "device:keep",
    "session:read",
  ],
} as const satisfies Record<Role, readonly Permission[]>;

/** Whether this role may do this. Anything not in the table is refused. */
export function mayDo(role: Role, permission: Permission): boolean {
  const granted: readonly Permission[] = permissionsOf[role];
  return granted.includes(permission);
}

/** The role in words, as shown beside the name of the person who is signed in. */
export const roleNames = {
  crew: "Crew",
  "control-room": "Control room",
  "scheduled-clinician": "Clinician",
  "duty-social-worker": "Duty social worker",
  "authority-manager": "Authority manager",
  "data-officer": "Data officer",
  "health-manager": "Health manager",
  "privacy-officer": "Privacy officer",
  operator: "Operator",
} as const satisfies Record<Role, string>;
