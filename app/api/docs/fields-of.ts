import { z } from "zod";

/** A field of a body as the page shows it. */
export interface FieldShown {
  /** With dots for what is inside: `counts.rows`, `rows[].problem`. */
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
}

const Shape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
  get items() {
    return Shape.optional();
  },
  get anyOf() {
    return z.array(Shape).optional();
  },
  required: z.array(z.string()).optional(),
});
type Shape = z.infer<typeof Shape>;

/** Every field of a body, those inside others too, in their order; none for plain text. Pure. */
export function fieldsOf(
  schema: z.ZodType | "text" | undefined,
  io: "input" | "output",
): readonly FieldShown[] {
  if (schema === undefined || schema === "text") return [];
  return fieldsIn(Shape.parse(z.toJSONSchema(schema, { io })), "");
}

function fieldsIn({ properties = {}, required = [] }: Shape, before: string): readonly FieldShown[] {
  return Object.entries(properties).flatMap(([own, shape]) => {
    const isList = shape.items !== undefined;
    const name = `${before}${own}${isList ? "[]" : ""}`;
    const needed = required.includes(own) || shape.default !== undefined ? "" : ", may be missing";
    const shown = { name, kind: kindOf(shape) + needed, meaning: meaningOf(shape) };
    return [shown, ...fieldsIn(shape.items ?? shape, `${name}.`)];
  });
}

function kindOf({ anyOf, items, enum: words, const: only, format, type = "anything" }: Shape): string {
  if (anyOf !== undefined) return anyOf.map(kindOf).join(" or ");
  if (items !== undefined) return `list of ${kindOf(items)}`;
  if (words !== undefined) return words.join(", ");
  if (only !== undefined) return String(only);
  return [format ?? type].flat().join(" or ");
}

function meaningOf({ description = "", default: usual, anyOf = [] }: Shape): string {
  const said = description === "" ? (anyOf.find((one) => one.description)?.description ?? "") : description;
  return usual === undefined || usual === "" ? said : `${said} Usually ${String(usual)}.`.trim();
}
