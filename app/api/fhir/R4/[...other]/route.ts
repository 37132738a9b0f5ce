import { notFound } from "@/server/standards/fhir/reply";

export const dynamic = "force-dynamic";

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
