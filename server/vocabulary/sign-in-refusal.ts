export const signInRefusals = [
  "unknown-role",
  "unknown-organisation",
  "no-role-chosen",
  "weak-sign-in",
  "old-sign-in",
  "unreadable-claims",
  "unavailable",
] as const;

/** Why somebody whom an issuer vouches for is not let in. */
export type SignInRefusal = (typeof signInRefusals)[number];

interface RefusalWords {
  readonly title: string;
  readonly whatToDo: string;
}

/** What the sign-in page says: what is wrong, and who can put it right. */
export const signInRefusalWords = {
  "unknown-role": {
    title: "Your account has no role in Lantern",
    whatToDo:
      "Health staff need the CP-IS activity B0107 or B0170 on the role they choose: ask your Registration Authority. Council staff need a Lantern role: ask the people who run your council’s accounts.",
  },
  "unknown-organisation": {
    title: "Your organisation does not use Lantern",
    whatToDo:
      "If you work for several organisations, sign in again and choose another. If yours should be here, ask your manager to contact the Lantern team.",
  },
  "no-role-chosen": {
    title: "You have several roles and none was chosen",
    whatToDo: "Sign in again and choose the role you are working in now.",
  },
  "weak-sign-in": {
    title: "The way you signed in is not strong enough",
    whatToDo:
      "Sign in again with a smartcard, a security key, Windows Hello, a passkey or an authenticator app.",
  },
  "old-sign-in": {
    title: "You proved who you are too long ago",
    whatToDo: "Sign out of your account, and sign in again.",
  },
  "unreadable-claims": {
    title: "Lantern could not read what your account says about you",
    whatToDo: "Try again. If it happens again, ask your service desk to contact the Lantern team.",
  },
  unavailable: {
    title: "Lantern could not sign you in just now",
    whatToDo: "Try again in a minute. If you are with a child, ring the duty team: the numbers are below.",
  },
} as const satisfies Record<SignInRefusal, RefusalWords>;

/** The reason in an address, or undefined if it is not one of ours. */
export function parseSignInRefusal(text: string | undefined): SignInRefusal | undefined {
  return signInRefusals.find((refusal) => refusal === text);
}
