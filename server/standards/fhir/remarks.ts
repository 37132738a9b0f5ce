import type { ResultCard } from "@/server/vocabulary/result-card";

/** What whoever reads the answer has to know beside it, as the phone shows it too. Pure. */
export function remarksOn(card: ResultCard): readonly string[] {
  if (card.answer === "none-held") {
    const { staleLists, lists } = card.freshness;
    return [
      "Checked: no plan is held. That does not mean that the child is safe: children in need, children whose record is restricted and children who could not be matched are not in the register.",
      `${String(staleLists)} of ${String(lists)} authorities have sent no list for two days or more.`,
    ];
  }
  return card.entries.some(({ isNumberReplaced }) => isNumberReplaced)
    ? ["The NHS number has been replaced by another, or replaces one. Check with demographics who this is."]
    : [];
}
