-- Lists with columns of their own wait to be understood; what their columns mean is remembered by their names. And what an
-- import changed is kept as it was, so that for a day it can be undone.
alter table people.import drop constraint import_state;
alter table people.import add constraint import_state
  check (state in ('mapping', 'waiting', 'running', 'done', 'failed', 'undone'));
alter table people.import add column list jsonb;

create table people.import_mapping (
  school_id uuid not null,
  titles text not null,
  mapping jsonb not null,
  at timestamptz not null,
  constraint import_mapping_pk primary key (school_id, titles)
);
select platform.protect('people.import_mapping');

-- One row that an import wrote: as it was (nothing when it is new), and a mark of how it was left.
create table people.import_change (
  school_id uuid not null,
  import_id uuid not null,
  kind text not null,
  row_id uuid not null,
  was jsonb,
  mark text,
  constraint import_change_pk primary key (school_id, import_id, kind, row_id),
  constraint import_change_import foreign key (school_id, import_id) references people.import (school_id, id)
);
select platform.protect('people.import_change');
