-- Why a finding of the linter is let stand, and who answers for it. It holds for this finding only: once the words that were found
-- change, it is another finding.
create table catalog.waiver (
    id              bigint      generated always as identity primary key,
    -- Key of the finding.
    finding         text        not null,
    rule            text        not null,
    one_thing       boolean     not null,
    -- Name of the item or one-thing.
    name            text        not null,
    -- Code of the department whose finding it is.
    department      text        not null,
    what            text        not null,
    reason          text        not null check (length(btrim(reason)) >= 10),
    who             text        not null,
    who_name        text        not null,
    at              timestamptz not null,
    revoked_by      text,
    revoked_by_name text,
    revoked_at      timestamptz,
    check ((revoked_at is null) = (revoked_by is null)),
    check ((revoked_at is null) = (revoked_by_name is null))
);

-- A finding is waived once; all that hold are read together, by their age.
create unique index waiver_holding on catalog.waiver (finding) where revoked_at is null;
