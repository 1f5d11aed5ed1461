-- Who is away today, in whichever department: the centre's overview asks that each time, and leaves that are over only add up.
create index leave_open on approval.leave (region, until_day) where taken_back_at is null;
