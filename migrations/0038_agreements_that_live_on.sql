-- A rhythm that can be counted, beside the words; null: only words, or once. `remind`: how often at most was agreed.
alter table agreements.wording add column cadence jsonb
  constraint wording_cadence check (cadence is null or jsonb_typeof(cadence) = 'object');
alter table agreements.wording add column remind text not null default 'each'
  constraint wording_remind check (remind in ('never', 'weekly', 'each'));

-- About which day of the rhythm somebody told; the last word about a day is the one that counts. And what was agreed at an
-- evaluation for when it works, and for when it doesn't.
alter table agreements.step add column occasion date;
alter table agreements.step add column if_works text not null default '';
alter table agreements.step add column if_not text not null default '';

-- Who has it in a calendar, and whether with its words. `sequence` rises with each mail that changes it there.
create table agreements.calendar (
  school_id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  in_words boolean not null,
  sequence integer not null,
  asked_at timestamptz not null,
  constraint calendar_pk primary key (school_id, agreement_id, person_id),
  constraint calendar_agreement foreign key (school_id, agreement_id) references agreements.agreement (school_id, id),
  constraint calendar_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('agreements.calendar');

create or replace function agreements.forget_pupil(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(a.id) into gone from agreements.agreement a where a.school_id = school and a.pupil_id = pupil;
  delete from agreements.calendar where school_id = school and agreement_id = any(gone);
  delete from agreements.look_back where school_id = school and agreement_id = any(gone);
  delete from agreements.step where school_id = school and agreement_id = any(gone);
  delete from agreements.wording where school_id = school and agreement_id = any(gone);
  delete from agreements.agreement where school_id = school and id = any(gone);
  return gone;
end
$$;
