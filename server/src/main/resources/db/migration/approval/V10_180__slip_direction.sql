-- Paper comes back: a department hands it back to the window (移回窗口), the window hands it on or gives it back to the applicant (退还申请人).
alter table approval.slip
    add direction text not null default 'TO_DEPARTMENT'
        check (direction in ('TO_DEPARTMENT', 'TO_WINDOW', 'TO_APPLICANT')),
    -- Why it comes back; that it is needed is reason enough for a department to get it.
    add reason text not null default '',
    add check ((direction = 'TO_APPLICANT') = (department = '')),
    add check ((direction = 'TO_DEPARTMENT') = (reason = ''));

-- Who makes one says where it goes.
alter table approval.slip alter direction drop default;

-- A department has under way what it hands back and what was objected to, too.
drop index approval.slip_of_department;
create index slip_of_department on approval.slip (region, department)
    where (objection is null or objection <> '' and not replaced) and taken_back is null;
