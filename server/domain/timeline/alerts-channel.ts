/** The channel on which screens hear that something happened to an alert; the payload is the alert's id. */
export const alertsChannel = "lantern_alerts";
