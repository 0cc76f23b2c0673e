-- Invitations to Eenlijn, by mail or by letter; accounts without a mail address; devices an account was used on.
alter table people.school add column phone text;

-- Of a code only its keyed hash is kept, here and in the local table by which it is found. Nothing is deleted: it ends.
create table people.invitation (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  channel text not null constraint invitation_channel check (channel in ('mail', 'letter')),
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  constraint invitation_pk primary key (school_id, id),
  constraint invitation_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('people.invitation');
create unique index invitation_open on people.invitation (school_id, person_id) where used_at is null and withdrawn_at is null;

-- Local: which school a code is for, found before any school is entered. The row goes when the code has ended.
create table platform.invitation_code (
  code_hash text not null,
  school_id uuid not null,
  invitation_id uuid not null,
  expires_at timestamptz not null,
  constraint invitation_code_pk primary key (code_hash)
);
create index invitation_code_of on platform.invitation_code (school_id, invitation_id);

-- Who has no mail signs in by the code of a letter. `asked_at`: made for somebody who has not confirmed the address yet.
alter table platform.account alter column email drop not null;
alter table platform.account add column asked_at timestamptz;

-- When somebody first came in as this person, and when they came by an invitation: then the account is their own choice.
alter table platform.membership add column entered_at timestamptz;
alter table platform.membership add column joined_at timestamptz;
update platform.membership m set entered_at = (
  select min(s.started_at) from platform.session s
   where s.account_id = m.account_id and s.school_id = m.school_id and s.person_id = m.person_id
);

alter table platform.session add column days_unused integer not null default 90;

-- A device on which an account was used, known by a cookie of which the hash is here. `known_at`: its owner was told.
create table platform.device (
  account_id uuid not null,
  mark_hash text not null,
  device text not null,
  first_at timestamptz not null,
  known_at timestamptz,
  constraint device_pk primary key (account_id, mark_hash),
  constraint device_account foreign key (account_id) references platform.account (id) on delete cascade
);
