/** A file that cannot be read as a list at all (CPF01); the message says why and what to do. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}
