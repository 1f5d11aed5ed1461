-- A document is printed as OFD too (GB/T 33190); each of the two is kept as first printed. The default is for instances of the
-- version before, which know of one format only.
alter table notice.print
    add column format text not null default 'PDF',
    drop constraint print_pkey,
    add primary key (region, number, format);

-- A file that somebody was handed is known by its digest.
create index print_by_digest on notice.print (region, digest);

-- Every certificate that the centre has ever sealed with: what was sealed stays so after the certificate is renewed.
create table notice.certificate (
    region      text      not null,
    fingerprint text      not null, -- SM3 of the certificate
    content     bytea     not null, -- DER
    used_from   timestamp not null,
    primary key (region, fingerprint)
);
