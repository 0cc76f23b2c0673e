-- How somebody likes to hear: at once or once a day, and when not at all. It belongs to who signs in and goes along to every
-- school, like a profile (decision 44); a local table, read only by way of a membership of the school that was entered.
create table notifications.manner (
  account_id uuid not null,
  rhythm text not null constraint manner_rhythm check (rhythm in ('at-once', 'daily')),
  daily_at text not null constraint manner_daily check (daily_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_from text not null constraint manner_from check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_until text not null constraint manner_until check (quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_sundays boolean not null,
  constraint manner_pk primary key (account_id),
  constraint manner_account foreign key (account_id) references platform.account (id) on delete cascade
);

-- What goes in one mail: the id of its first message, and by that the Message-ID, also when it goes again. Urgent: it is about
-- a talk so near that it knows no quiet hours.
alter table notifications.message add column bundle_id uuid;
alter table notifications.message add column urgent boolean not null default false;
create index message_of_bundle on notifications.message (school_id, bundle_id);

-- A device that somebody lets notifications come in on: where its maker takes them in, and the keys by which only that device
-- reads them. It goes with the session on that device: who signed out hears nothing there any more.
create table platform.push_device (
  id uuid not null,
  account_id uuid not null,
  session_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  made_at timestamptz not null,
  reached_at timestamptz,
  constraint push_device_pk primary key (id),
  constraint push_device_endpoint unique (endpoint),
  constraint push_device_account foreign key (account_id) references platform.account (id) on delete cascade,
  constraint push_device_session foreign key (session_id) references platform.session (id) on delete cascade
);
create index push_device_of_account on platform.push_device (account_id);
create index push_device_of_session on platform.push_device (session_id);
