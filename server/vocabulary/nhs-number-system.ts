/** How FHIR names the NHS number among the identifiers of a person (NHS England, UK Core). */
export const nhsNumberSystem = "https://fhir.nhs.uk/Id/nhs-number";
