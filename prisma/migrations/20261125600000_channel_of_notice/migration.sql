-- Both sides of an alert read by which channel each notice went; the device itself stays its owner's secret.

alter table notice add column channel text not null default 'push';
update notice set channel = device.channel from device where device.id = notice.device_id;
