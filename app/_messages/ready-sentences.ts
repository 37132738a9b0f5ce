/** What each side says most, in one tap. */
export const readySentences = {
  crew: [
    "We are with the child now.",
    "We are taking the child to hospital.",
    "Please ring us back as soon as you can.",
    "The family has left.",
  ],
  duty: [
    "I am ringing you in a few minutes.",
    "Please keep the child with you until we have spoken.",
    "Please take the child to hospital.",
    "Thank you. Go on as usual.",
  ],
} as const;
