-- What an applicant began online was written down as filled in at a window.
update intake.history set act = 'PREPARE', to_status = 'PREPARING'
where who = 'applicant' and act = 'FILL' and from_status is null;
