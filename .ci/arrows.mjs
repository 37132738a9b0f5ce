// Which folder may import which, as lint. The picture is in README.md: doors call the domain, the domain calls the
// database, everyone speaks the vocabulary, and no arrow points back.

// The subjects of the domain from the ground up. A subject may import those below it; only the two on the ground, which
// need each other, may import a neighbour.
const SUBJECT_LEVELS = [
  ["access", "audit"],
  ["counting", "directory", "register", "retention", "timeline"],
  ["rota", "incident"],
  ["push"],
  ["reach"],
  ["alert"],
  ["lookup", "referral", "chronology", "looks", "webhook"],
  ["appointment"],
  ["insight"],
  ["quality", "uptake", "drill", "digest"],
  ["tonight"],
];

// A search by name, and whose record is open, are questions that a person waits for, which no job can answer.
const ASKED_WHILE_SOMEBODY_WAITS = [
  "server/gateways/demographics",
  "server/gateways/demographics-of",
  "server/gateways/record-system/record-systems-of",
];

const DEMO_ONLY =
  "The demo is for the demo and the tests. What the service needs too belongs outside server/demo.";
const WRITE_FULL_PATH =
  "Write the full path, `@/…`, so that the reader and the linter see which way the arrow points.";
const LEAVE_A_JOB =
  "No network inside a transaction: leave a job with server/db/outbox, and server/jobs does it.";
const KNOCK_ON_A_DOOR =
  "Pages know no rules and no tables: call a procedure through app/_trpc, and import types only (`import type`).";

const PRACTICE_IS_APART =
  "Practice looks nobody up and tells nobody: it may write that somebody has practised, and nothing else.";

/** The lint configuration of every folder that has a place in the picture. */
export function arrowRules() {
  return [
    {
      files: ["*.{ts,mts}"],
      rules: restricted([{ regex: "^(@|\\.)/server/demo(/|$)", message: DEMO_ONLY }]),
    },
    folder("server", {
      may: ["server/vocabulary"],
      otherwise: "Put this file into one of the rooms of server/: it has no place in the picture here.",
    }),
    folder("server/vocabulary", {
      may: ["server/vocabulary"],
      packages: ["node:", "next", "react", "pg", "@prisma", "@trpc"],
      otherwise:
        "Vocabulary is pure words and runs in the browser too: put what needs more into server/domain.",
    }),
    folder("server/db", {
      may: ["server/vocabulary", "server/db"],
      otherwise:
        "The database layer knows no rules: take the value as an argument, or move the rule's part to server/domain.",
    }),
    folder("server/gateways", {
      may: ["server/vocabulary", "server/gateways"],
      otherwise:
        "A gateway knows one neighbour and nothing of ours: let server/jobs fetch what it needs and pass it in.",
    }),
    folder("server/domain", {
      may: ["server/vocabulary"],
      otherwise: "A new subject of the domain: give it its place among the others in .ci/arrows.mjs.",
    }),
    ...SUBJECT_LEVELS.flatMap(subjectFolders),
    ...["api", "standards"].map(doorFolder),
    peoplesDoor(),
    folder("server/jobs", {
      may: ["server/vocabulary", "server/domain", "server/db", "server/gateways", "server/jobs"],
      instead: { "server/demo": DEMO_ONLY },
      otherwise: "Jobs are a door of their own: move what two doors need into server/domain.",
    }),
    folder("app", {
      may: ["app", "server/vocabulary"],
      types: ["server/api", "server/domain"],
      instead: { "server/demo": DEMO_ONLY },
      otherwise: KNOCK_ON_A_DOOR,
    }),
    ...practiceFolders(),
    folder(["app/_trpc/server.ts", "app/**/route.ts", "proxy.ts", "instrumentation.ts"], {
      may: ["app", "server/vocabulary", "server/api", "server/standards"],
      types: ["server/domain"],
      instead: { "server/demo": DEMO_ONLY },
      otherwise: "A route parses, knocks on a door and replies: call server/api or server/standards.",
    }),
    { files: ["server/demo/**"], rules: { "@typescript-eslint/no-restricted-imports": "off" } },
  ];
}

// The one file that puts the parts of the people's door together has to know what they are made of.
function peoplesDoor() {
  return folder("server/api/service.ts", {
    may: ["server/vocabulary", "server/domain", "server/db", "server/api", ...ASKED_WHILE_SOMEBODY_WAITS],
    instead: { "server/demo": DEMO_ONLY, "server/gateways": LEAVE_A_JOB },
    otherwise: "The people's door is made of the domain, the database, demographics and record systems only.",
  });
}

function practiceFolders() {
  return [
    // Practice can never alert anybody, because it knows nothing that could.
    folder("server/domain/practice", {
      may: ["server/vocabulary", "server/db/work", "server/domain/practice", "server/domain/audit"],
      otherwise: PRACTICE_IS_APART,
    }),
    // What practice shows comes of its own cast. The parts of a check that it shares are those without a question.
    folder("app/(crew)/practice", {
      may: [
        "app/_ui",
        "app/_trpc",
        "app/_pwa/in-the-middle",
        "app/\\(crew\\)/practice",
        "app/\\(crew\\)/check/(?:card-view|alert-lines|use-clearing)",
        "app/\\(crew\\)/check/scan",
        "app/\\(crew\\)/check/visit/(?:sighting-buttons|review-form|departure-form)",
        "server/vocabulary",
      ],
      types: ["server/domain/practice"],
      otherwise: PRACTICE_IS_APART,
    }),
  ];
}

function subjectFolders(subjects, level) {
  const below = SUBJECT_LEVELS.slice(0, level).flat();
  return subjects.map((subject) =>
    subjectFolder(subject, level === 0 ? subjects.filter((other) => other !== subject) : below),
  );
}

function subjectFolder(subject, downhill) {
  return folder(`server/domain/${subject}`, {
    may: ["server/vocabulary", "server/db", ...[subject, ...downhill].map((name) => `server/domain/${name}`)],
    packages: ["node:http", "node:https", "node:net", "next", "next-auth", "react", "@trpc", "web-push"],
    instead: {
      "server/domain": `${subject} may import only ${downhill.join(", ")}: take the value as an argument, or put the use case that needs both further up (lookup, then alert).`,
      "server/gateways": LEAVE_A_JOB,
      "server/demo": DEMO_ONLY,
    },
    otherwise:
      "A rule does not know who knocks: return a value or throw a Refusal, and let the door translate it.",
  });
}

function doorFolder(door) {
  return folder(`server/${door}`, {
    may: ["server/vocabulary", "server/domain", "server/db/work", "server/db/snapshot", `server/${door}`],
    instead: {
      "server/db":
        "A door opens a transaction with server/db/work, or reads a long file with server/db/snapshot, and does nothing else with the database: write a use case.",
      "server/gateways": LEAVE_A_JOB,
      "server/demo": DEMO_ONLY,
    },
    otherwise: "Doors do not know each other: move what two doors need into server/domain.",
  });
}

/**
 * `may`: folders whose modules may be imported; `types`: folders of which only types may; `packages`: packages that
 * may not be imported; `instead`: what to do instead, by forbidden folder; `otherwise`: the same for all others.
 */
function folder(where, { may, types = [], packages = [], instead = {}, otherwise }) {
  const allowed = within([...may, ...types]);
  const named = Object.keys(instead);
  return {
    files: [where].flat().map((path) => (/\.\w+$/.test(path) ? path : `${path}/**/*.{ts,tsx}`)),
    rules: restricted([
      ...named.map((path) => ({ regex: `^@/(?!${allowed})${within([path])}`, message: instead[path] })),
      { regex: `^@/(?!${within([...may, ...types, ...named])})`, message: otherwise },
      ...types.map((path) => ({
        regex: `^@/${within([path])}`,
        allowTypeImports: true,
        message: KNOCK_ON_A_DOOR,
      })),
      ...packages.map((name) => ({ regex: packageOrPart(name), message: otherwise })),
      { regex: "^\\.\\.(/|$)", message: WRITE_FULL_PATH },
    ]),
  };
}

function restricted(patterns) {
  return { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] };
}

function within(paths) {
  return `(?:${paths.join("|")})(?:/|$)`;
}

function packageOrPart(name) {
  return name.endsWith(":") || name.startsWith("@") ? `^${name}` : `^${name}(/|$)`;
}
