/** Every table of figures that were counted by day, which counting anew leaves as they are. */
export const countedTables = [
  "lookup_day",
  "told_day",
  "alert_day",
  "report_day",
  "list_work_day",
  "asked_day",
  "setting_service_day",
  "setting_organisation_day",
  "alert_service_day",
  "alert_organisation_day",
];
