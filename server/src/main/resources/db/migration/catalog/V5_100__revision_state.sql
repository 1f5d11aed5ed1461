-- What an open revision said after each save, as somebody may still have it on his screen: of two who write at once, what each of
-- them changed is told apart by what both began from. Gone once the revision is published or withdrawn.
create table catalog.revision_state (
    revision bigint not null references catalog.revision,
    saves    int    not null,
    rows     jsonb  not null,
    primary key (revision, saves)
);
