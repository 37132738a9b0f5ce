/** What was asked before had another answer: it is not shown as if it were that one. */
export const registerHasChanged = "The register has changed since. Ask again.";
