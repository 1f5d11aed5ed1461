-- Received and not decided: what the law counts five working days for.
create index application_received on intake.application (region, received_at) where status = 'DRAFT' and received_at is not null;
