-- An address that is a key: who has it reads, without signing in. A private calendar feed, a screen in the hall. Only a keyed
-- hash of it is kept, in a local table by which its school is found before any school is entered.
create table platform.secret_address (
  code_hash text not null,
  purpose text not null constraint secret_address_purpose check (purpose in ('feed', 'wall')),
  school_id uuid not null,
  -- Of a feed, whose it is; of a screen, which round it shows.
  subject_id uuid not null,
  -- Of a feed: whether call names stand in it, because its owner chose that.
  names boolean not null default false,
  made_at timestamptz not null,
  constraint secret_address_pk primary key (code_hash),
  constraint secret_address_one unique (school_id, purpose, subject_id)
);
