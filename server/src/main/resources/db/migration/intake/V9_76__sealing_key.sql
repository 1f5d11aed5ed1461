-- Which key personal data here is sealed with, so that a start with another one is refused before anybody is let in.
create table intake.sealing_key (
    region text not null primary key,
    mark   text not null -- keyed digest of a constant: tells the key from others, and nothing of it
);
