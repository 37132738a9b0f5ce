-- Nobody asks it any more: see unsettled_alerts.
drop index alert_event_settled;
