-- Where people work, as the content says it: copied here for the accounts' page, since the catalog lies a floor above.
create table identity.department (
    region   text    not null,
    code     text    not null,
    name     text    not null,
    position integer not null,
    primary key (region, code)
);

create table identity.counter_window (
    region          text    not null,
    code            text    not null,
    name            text    not null,
    lead_department text    not null,
    position        integer not null,
    primary key (region, code)
);
