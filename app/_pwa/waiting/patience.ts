/** A question that has no answer by then is *could not check*, and a card that has not come is not opened. */
export const patienceMilliseconds = 15_000;
