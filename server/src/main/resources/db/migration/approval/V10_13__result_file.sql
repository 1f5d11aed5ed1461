-- What a department's own system made of a decision: the licence, a drawing, a report; the files themselves lie in the room material.
create table approval.result_file (
    region text      not null,
    number text      not null,
    item   text      not null,
    file   text      not null,
    at     timestamp not null,
    who    text      not null,
    primary key (region, number, item, file),
    foreign key (region, number, item) references approval.matter
);
