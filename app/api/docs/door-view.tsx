import type { ReactElement } from "react";
import { fieldsOf, type FieldShown } from "./fields-of";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { Answer, Door } from "@/server/vocabulary/plain-doors/door";

/** One door: how it is asked, and what it answers. */
export function DoorView({ door }: { readonly door: Door }): ReactElement {
  const { method, path, name, summary, withToken, parts = {}, query, body, answers } = door;
  const asked = `${method.toUpperCase()} ${path}`;
  const inPath = Object.entries(parts).map(([part, meaning]) => ({
    name: part,
    kind: "in the path",
    meaning,
  }));
  const inQuery = query
    ? fieldsOf(query, "output").map((field) => ({ ...field, name: `?${field.name}` }))
    : [];
  const inBody = body ? fieldsOf(body.schema, "input") : [];
  return (
    <section aria-labelledby={name}>
      <h2 className="nhsuk-heading-m" id={name}>
        {summary}
      </h2>
      <p>
        <code>{asked}</code>
      </p>
      <p>
        {withToken ? "Opens with the authority’s token." : "Open to all."}
        {body !== undefined && ` The body is sent as ${body.type}.`}
      </p>
      <Fields caption={`What ${asked} is asked`} fields={[...inPath, ...inQuery, ...inBody]} />
      <ScrollTable
        caption={`What ${asked} answers`}
        rows={Object.entries(answers)}
        rowKey={([status]) => status}
        columns={[
          { key: "status", heading: "Status", cell: ([status]) => status },
          { key: "meaning", heading: "Meaning", cell: ([, { meaning }]) => withoutTicks(meaning) },
          { key: "content", heading: "Sent as", cell: ([, answer]) => mediaOf(answer) },
        ]}
      />
      <Fields
        caption={`The JSON of ${asked}`}
        fields={fieldsOf(answers[200]?.content?.["application/json"], "output")}
      />
    </section>
  );
}

interface FieldsProps {
  readonly caption: string;
  readonly fields: readonly FieldShown[];
}

function Fields({ caption, fields }: FieldsProps): ReactElement | null {
  if (fields.length === 0) return null;
  return (
    <ScrollTable
      caption={caption}
      rows={fields}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", heading: "Name", cell: ({ name }) => <code>{name}</code> },
        { key: "kind", heading: "Kind", cell: ({ kind }) => kind },
        { key: "meaning", heading: "Meaning", cell: ({ meaning }) => withoutTicks(meaning) },
      ]}
    />
  );
}

function mediaOf({ content = {} }: Answer): string {
  const types = Object.keys(content);
  return types.length === 0 ? "nothing" : types.join(" or ");
}

/** The document's descriptions are Markdown, in which names stand between ticks. */
function withoutTicks(meaning: string): string {
  return meaning.replaceAll("`", "");
}
