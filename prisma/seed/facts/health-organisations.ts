/** A health organisation of the demo with the places in which its people see children. */
export interface HealthOrganisation {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly settings: readonly (readonly [name: string, kind: string])[];
}

const onTheRoad = [
  ["Ambulance", "ambulance"],
  ["Rapid response car", "ambulance"],
  ["Control room", "control-room"],
] as const;
const inHospital = [
  ["Emergency department", "emergency-department"],
  ["Maternity", "maternity"],
] as const;
const walkIn = [["Urgent care centre", "urgent-care"]] as const;
const community = [
  ["Community paediatrics", "community"],
  ["Dental clinic", "dental"],
] as const;

/** The eleven ambulance trusts and the community trust are facts; every hospital and centre, and its code, is invented. */
export const healthOrganisations: readonly HealthOrganisation[] = [
  { code: "RX6", name: "North East Ambulance Service", region: "North East", settings: onTheRoad },
  { code: "RX7", name: "North West Ambulance Service", region: "North West", settings: onTheRoad },
  {
    code: "RX8",
    name: "Yorkshire Ambulance Service",
    region: "Yorkshire and The Humber",
    settings: onTheRoad,
  },
  { code: "RX9", name: "East Midlands Ambulance Service", region: "East Midlands", settings: onTheRoad },
  { code: "RYA", name: "West Midlands Ambulance Service", region: "West Midlands", settings: onTheRoad },
  { code: "RYC", name: "East of England Ambulance Service", region: "East of England", settings: onTheRoad },
  { code: "RRU", name: "London Ambulance Service NHS Trust", region: "London", settings: onTheRoad },
  { code: "RYD", name: "South East Coast Ambulance Service", region: "South East", settings: onTheRoad },
  { code: "RYE", name: "South Central Ambulance Service", region: "South East", settings: onTheRoad },
  { code: "RYF", name: "South Western Ambulance Service", region: "South West", settings: onTheRoad },
  { code: "R1F", name: "Isle of Wight Ambulance Service", region: "South East", settings: onTheRoad },

  {
    code: "RZD01",
    name: "Fableworth General Hospital",
    region: "Yorkshire and The Humber",
    settings: inHospital,
  },
  {
    code: "RZD02",
    name: "Samplewick Royal Infirmary",
    region: "Yorkshire and The Humber",
    settings: inHospital,
  },
  { code: "RZD03", name: "Storyfield Hospital", region: "London", settings: inHospital },
  { code: "RZD04", name: "Pretendham Hospital", region: "London", settings: inHospital },
  { code: "RZD05", name: "Makeby District Hospital", region: "North East", settings: inHospital },
  { code: "RZD06", name: "Inventley Hospital", region: "North West", settings: inHospital },
  { code: "RZD07", name: "Mockstead Hospital", region: "West Midlands", settings: inHospital },
  { code: "RZD08", name: "Fictionshaw Hospital", region: "South West", settings: inHospital },
  { code: "RZU01", name: "Demoton Urgent Care Centre", region: "Yorkshire and The Humber", settings: walkIn },
  { code: "RZU02", name: "Exampleham Urgent Care Centre", region: "London", settings: walkIn },
  { code: "RZU03", name: "Fablecombe Urgent Care Centre", region: "South East", settings: walkIn },
  { code: "RZU04", name: "Storyley Urgent Care Centre", region: "East of England", settings: walkIn },

  {
    code: "RY6",
    name: "Leeds Community Healthcare NHS Trust",
    region: "Yorkshire and The Humber",
    settings: community,
  },
];
