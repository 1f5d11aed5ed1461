-- 撤销，不责令重新作出 (行政复议法 第六十四条, 行政诉讼法 第七十条): a grant falls and nothing takes its place.
alter table approval.ruling
    drop constraint ruling_kind_check,
    add constraint ruling_kind_check
        check (kind in ('UPHELD', 'UNLAWFUL', 'DECIDE_ANEW', 'SET_ASIDE', 'CHANGED_TO_GRANT', 'CHANGED_TO_DENIAL', 'VOID', 'RESTORED'));
