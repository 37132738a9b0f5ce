/** Neighbours who share one duty team, invented. The first authority employs the team; all others have their own. */
export const sharedTeams: readonly { readonly name: string; readonly codes: readonly string[] }[] = [
  { name: "Leeds and Wakefield duty team", codes: ["E08000035", "E08000036"] },
  { name: "South Yorkshire duty team", codes: ["E08000039", "E08000017", "E08000018", "E08000038"] },
  { name: "Humber duty team", codes: ["E06000010", "E06000011", "E06000012", "E06000013"] },
  { name: "Tees Valley duty team", codes: ["E06000002", "E06000001", "E06000003", "E06000004", "E06000005"] },
  {
    name: "Tyne and Wear duty team",
    codes: ["E08000021", "E08000022", "E08000023", "E08000024", "E08000037"],
  },
  {
    name: "Thames Valley duty team",
    codes: ["E06000038", "E06000036", "E06000037", "E06000039", "E06000040", "E06000041"],
  },
  {
    name: "North Greater Manchester duty team",
    codes: ["E08000001", "E08000002", "E08000004", "E08000005", "E08000008", "E08000010"],
  },
  { name: "Merseyside duty team", codes: ["E08000012", "E08000011", "E08000013", "E08000014", "E08000015"] },
  { name: "Black Country duty team", codes: ["E08000028", "E08000027", "E08000030", "E08000031"] },
  { name: "South west London duty team", codes: ["E09000021", "E09000024", "E09000027", "E09000029"] },
  { name: "Inner west London duty team", codes: ["E09000033", "E09000013", "E09000020"] },
  { name: "Avon duty team", codes: ["E06000023", "E06000022", "E06000024", "E06000025"] },
];
