/**
 * Published figures only, in plain text. Every table carries the county code in its key: it is what a cluster is
 * distributed by. A table of a package is one row, its cells in grid order, so that adding up is one query.
 */
export const schema = `
  create table if not exists units (
    county text not null,
    unit text not null,
    name text not null,
    primary key (county, unit)
  );
  create table if not exists packages (
    county text not null,
    sha256 text not null,
    unit text not null,
    period text not null,
    chain text not null default '',
    seq integer not null,
    previous text,
    plan text not null,
    profile text not null,
    created text not null,
    late integer not null default 0,
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
  alter table packages add column if not exists late integer not null default 0;
  alter table packages add column if not exists chain text not null default '';
  alter table packages drop constraint if exists packages_county_unit_seq_key;
  alter table counts add column if not exists k integer;
`
