/** Where cards wait for whoever was handed them: what a push leads to. It names nobody and nothing. */
export const handedCardsPath = "/check/handed";
