-- What a guardian wishes in the contact with school, said by the guardian alone. It belongs to who signs in and goes along to
-- every school (decision 44), so this table is local, like the account itself: never joined with a school's rows, and read
-- only by way of a membership of the school that was entered. Nothing said is the empty value.
create table people.profile (
  account_id uuid not null,
  reads text[] not null default '{}',
  speaks text[] not null default '{}',
  read_aloud boolean not null default false,
  pictures boolean not null default false,
  interpreter text not null default '',
  channel text not null default '' constraint profile_channel check (channel in ('', 'mail', 'phone', 'paper')),
  call_when text not null default '',
  own_talk boolean not null default false,
  -- The guesses from the administration that were answered, so that nobody is asked twice.
  answered text[] not null default '{}',
  constraint profile_pk primary key (account_id),
  constraint profile_account foreign key (account_id) references platform.account (id) on delete cascade
);
