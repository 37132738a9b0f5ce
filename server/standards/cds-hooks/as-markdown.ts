/** Text that was not written by us, so that Markdown shows it as it is: no links, no emphasis, no tags. Pure. */
export function asMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_{}[\]()#|~!>]/g, (sign) => `\\${sign}`);
}
