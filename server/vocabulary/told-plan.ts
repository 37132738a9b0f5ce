import { z } from "zod";

const longest = 200;
const cell = z.string().trim().max(longest, `This is longer than ${longest} characters.`);
const optionalCell = cell.default("");

/** One plan as a person or a system tells it, by the columns of the list; what the cells say is checked with the list's rules. */
export const ToldPlan = z.object({
  nhs_number: cell,
  family_name: cell,
  given_names: cell,
  date_of_birth: cell,
  local_id: cell.min(1, "Your own reference of the case is missing."),
  plan_type: cell,
  start_date: cell,
  end_date: optionalCell,
  delete_date: optionalCell,
  due_date: optionalCell,
});
export type ToldPlan = Readonly<z.infer<typeof ToldPlan>>;
