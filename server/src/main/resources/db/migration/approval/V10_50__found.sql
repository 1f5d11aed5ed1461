-- Cases are looked for by the applicant's name, which is sealed: its keyed digest finds it again.
alter table approval.case_file
    add column applicant_fingerprint text;

-- Each way of looking for cases, the newest first: one applicant's, one lead department's, one window's, and those with a matter of
-- one department at one step.
create index case_file_by_applicant on approval.case_file (region, applicant_fingerprint, number) include (lead_department, window_code);
create index case_file_newest_by_lead on approval.case_file (region, lead_department, number);
create index case_file_by_window on approval.case_file (region, window_code, number);
create index matter_by_department on approval.matter (region, department, step, number);
