import type { Work } from "@/server/db/work";
import { officeHoursInWords } from "@/server/domain/directory/office-hours";

export interface DirectoryEntry {
  readonly gssCode: string;
  readonly name: string;
  readonly region: string;
  readonly officeNumber: string;
  /** In words: "Monday to Friday 9am to 5pm". */
  readonly officeHours: string;
  readonly emergencyNumber: string;
}

export interface Directory {
  readonly asAt: Date;
  readonly authorities: readonly DirectoryEntry[];
}

/**
 * The telephone numbers of every authority's duty social workers, by name. Public, so that a phone can keep it for
 * when there is no signal; it says nothing about anybody, hence it is not put on record who read it.
 */
export async function listDirectory(work: Work): Promise<Directory> {
  const contacts = await work.tx.authorityContact.findMany({
    select: {
      officeNumber: true,
      officeOpensAt: true,
      officeClosesAt: true,
      fridayClosesAt: true,
      emergencyNumber: true,
      authority: { select: { code: true, name: true, region: true } },
    },
    orderBy: { authority: { name: "asc" } },
  });

  return {
    asAt: work.now,
    authorities: contacts.map(({ authority, ...contact }) => ({
      gssCode: authority.code,
      name: authority.name,
      region: authority.region,
      officeNumber: contact.officeNumber,
      officeHours: officeHoursInWords(contact),
      emergencyNumber: contact.emergencyNumber,
    })),
  };
}
