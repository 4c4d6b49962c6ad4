/** Raised with every change of the tables below; a store of another version is not opened. */
export const schemaVersion = 3

/**
 * Published figures only, in plain text, and the files they came in. Every table begins its key with the code of the desk
 * that holds it: it is what a cluster is distributed by, and nothing ties two desks' rows together. A table of a package is
 * one row, its cells in grid order, so that adding up is one query.
 */
export const schema = `
  create table if not exists store_version (
    version integer primary key
  );
  create table if not exists units (
    county text not null,
    level text not null,
    code text not null,
    name text not null,
    parent text,
    contact text not null,
    duty text not null,
    residents integer,
    valid_from text not null,
    valid_until text,
    primary key (county, level, code, valid_from)
  );
  create table if not exists packages (
    county text not null,
    sha256 text not null,
    unit text not null,
    period text not null,
    chain text not null,
    seq integer not null,
    previous text,
    plan text not null,
    profile text not null,
    created text not null,
    received text not null,
    late integer not null,
    primary key (county, sha256),
    unique (county, unit, chain, seq),
    unique (county, unit, period)
  );
  create table if not exists counts (
    county text not null,
    unit text not null,
    period text not null,
    table_id text not null,
    plan text not null,
    k integer,
    cells integer[] not null,
    primary key (county, period, table_id, unit)
  );
  create table if not exists files (
    county text not null,
    sha256 text not null,
    bytes bytea not null,
    primary key (county, sha256)
  );
  create table if not exists quarantine (
    county text not null,
    sha256 text not null,
    name text not null,
    code text not null,
    unit text,
    period text,
    seq integer,
    received text not null,
    size integer not null,
    note text,
    put_away text,
    bytes bytea,
    primary key (county, sha256)
  );
  create table if not exists merges (
    county text not null,
    sha256 text not null,
    unit text not null,
    period text not null,
    plan text not null,
    created text not null,
    received text not null,
    late float8 not null,
    primary key (county, sha256),
    unique (county, unit, period)
  );
  create table if not exists merge_children (
    county text not null,
    period text not null,
    unit text not null,
    merge_sha256 text not null,
    sha256 text not null,
    seq integer not null,
    primary key (county, unit, period)
  );
  create table if not exists merged_counts (
    county text not null,
    unit text not null,
    period text not null,
    table_id text not null,
    plan text not null,
    rooms integer not null,
    cells float8[] not null,
    withheld integer[],
    primary key (county, period, table_id, unit)
  );
  insert into store_version (version) select ${schemaVersion}
    where not exists (select from store_version);
`
