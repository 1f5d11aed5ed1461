-- Who numbers what comes out is content now. Until then it was read from the name of the result: what was accepted before keeps that.
alter table approval.matter
    add column numbered_by_department boolean not null default false;

update approval.matter set numbered_by_department = true
    where result ~ '执照|护照|登记证明|医学证明|(?<![凭保论验认公鉴])证(?![明据人])|编号|账号|项目代码';
