import type { Recorder } from "@/server/domain/audit/record-trouble";
import type { Configuration } from "@/server/vocabulary/configuration";

/** What the door for systems needs of the running service. */
export interface StandardsService extends Recorder {
  readonly configuration: Configuration;
}
