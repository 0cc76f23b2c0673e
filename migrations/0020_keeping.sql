-- How long a school keeps what: where it chose another term than the house's own, within the law's limits.
create table consent.term (
  school_id uuid not null,
  kind text not null,
  length integer not null constraint term_length check (length > 0),
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint term_pk primary key (school_id, kind),
  constraint term_changer foreign key (school_id, changed_by) references people.person (school_id, id)
);
select platform.protect('consent.term');

-- Of which pupil which part is gone, so that nobody looks for it again. Goes itself with the pupil.
create table consent.cleared (
  school_id uuid not null,
  pupil_id uuid not null,
  kind text not null,
  left_on date not null,
  constraint cleared_pk primary key (school_id, pupil_id, kind),
  constraint cleared_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id)
);
select platform.protect('consent.cleared');

-- What was removed, how many and by which term. Numbers only: of whom it was is gone as well.
create table consent.clearing (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  cause text not null constraint clearing_cause check (cause in ('term', 'request')),
  length integer not null,
  removed integer not null,
  at timestamptz not null,
  constraint clearing_pk primary key (school_id, id)
);
select platform.protect('consent.clearing');
create index clearing_of_school on consent.clearing (school_id, at);

-- What is only added to is removed as a whole, or not at all: by these functions, which the application may call and which do
-- what it may not do itself, in the school it has entered and in no other.
create function platform.refuse_elsewhere(school uuid) returns void language plpgsql as $$
begin
  if school is distinct from nullif(current_setting('app.school', true), '')::uuid then
    raise exception 'another school was entered';
  end if;
end
$$;

-- Of a pupil who is still here, nothing goes that staff could not take away themselves.
create function people.refuse_present(school uuid, pupil uuid) returns void language plpgsql as $$
begin
  if exists (select from people.enrolment e where e.school_id = school and e.pupil_id = pupil and e.ends_on is null) then
    raise exception 'this pupil has not left';
  end if;
end
$$;

create function agreements.forget_pupil(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(a.id) into gone from agreements.agreement a where a.school_id = school and a.pupil_id = pupil;
  delete from agreements.look_back where school_id = school and agreement_id = any(gone);
  delete from agreements.step where school_id = school and agreement_id = any(gone);
  delete from agreements.wording where school_id = school and agreement_id = any(gone);
  delete from agreements.agreement where school_id = school and id = any(gone);
  return gone;
end
$$;

create function conversations.forget_pupil(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(c.id) into gone from conversations.conversation c where c.school_id = school and c.pupil_id = pupil;
  delete from conversations.response where school_id = school and conversation_id = any(gone);
  delete from conversations.record where school_id = school and conversation_id = any(gone);
  delete from conversations.entry where school_id = school and conversation_id = any(gone);
  delete from conversations.answer where school_id = school and conversation_id = any(gone);
  delete from conversations.preparation where school_id = school and conversation_id = any(gone);
  delete from conversations.participant where school_id = school and conversation_id = any(gone);
  delete from conversations.conversation where school_id = school and id = any(gone);
  return gone;
end
$$;

-- The codes of old invitations go along: they lead a guardian to a round of talks that is over.
create function cycle.forget_pupil(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(b.id) into gone from cycle.booking b where b.school_id = school and b.pupil_id = pupil;
  delete from cycle.own_talk where school_id = school and pupil_id = pupil;
  delete from cycle.booking where school_id = school and pupil_id = pupil;
  delete from cycle.invitation i where i.school_id = school and i.person_id in
    (select g.guardian_id from people.guardianship g where g.school_id = school and g.pupil_id = pupil);
  return gone;
end
$$;

-- What was agreed to for a referral is kept longer than the rest.
create function consent.forget_pupil(school uuid, pupil uuid, referrals boolean) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(c.id) into gone from consent.consent c
   where c.school_id = school and c.pupil_id = pupil and (c.purpose = 'referral') = referrals;
  delete from consent.step where school_id = school and consent_id = any(gone);
  delete from consent.consent where school_id = school and id = any(gone);
  if not referrals then
    delete from consent.look where school_id = school and pupil_id = pupil;
    delete from consent.look_in where school_id = school and pupil_id = pupil;
  end if;
  return gone;
end
$$;

-- A look that is younger than half a year by the clock of the database cannot be unsaid by anybody.
create function consent.forget_looks(school uuid, before date) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  last date := least(before, current_date - 183);
  removed integer;
begin
  perform platform.refuse_elsewhere(school);
  delete from consent.look_in where school_id = school and day < last;
  delete from consent.look where school_id = school and day < last;
  get diagnostics removed = row_count;
  return removed;
end
$$;

-- The pupil, and whoever was here for this pupil alone. Who still stands elsewhere in the house stays.
create function people.forget_pupil(school uuid, child uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[] := array[child];
  around uuid[];
  homes uuid[];
  proposals uuid[];
  one uuid;
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, child);
  select array_agg(g.guardian_id), array_agg(g.household_id) into around, homes
    from people.guardianship g where g.school_id = school and g.pupil_id = child;
  select around || array_agg(t.person_id) into around from people.tie t
    join people.person p on p.school_id = t.school_id and p.id = t.person_id
   where t.school_id = school and t.pupil_id = child and p.role in ('professional', 'other');
  select array_agg(s.id) into proposals from people.say_proposal s where s.school_id = school and s.pupil_id = child;
  delete from people.say_answer where school_id = school and proposal_id = any(proposals);
  delete from people.say_proposal where school_id = school and id = any(proposals);
  delete from people.restriction where school_id = school and pupil_id = child;
  delete from people.authority_change where school_id = school and pupil_id = child;
  delete from people.information_request where school_id = school and pupil_id = child;
  if to_regclass('people.invitation') is not null then
    delete from people.invitation where school_id = school and person_id = child;
  end if;
  delete from people.tie where school_id = school and pupil_id = child;
  delete from people.guardianship where school_id = school and pupil_id = child;
  delete from people.enrolment where school_id = school and pupil_id = child;
  delete from people.pupil where school_id = school and id = child;
  delete from people.person where school_id = school and id = child;
  foreach one in array coalesce(around, array[]::uuid[]) loop
    if exists (select from people.guardianship g where g.school_id = school and g.guardian_id = one)
      or exists (select from people.tie t where t.school_id = school and t.person_id = one) then
      continue;
    end if;
    begin
      delete from people.restriction where school_id = school and guardian_id = one;
      delete from people.authority_change where school_id = school and guardian_id = one;
      if to_regclass('people.invitation') is not null then
        delete from people.invitation where school_id = school and person_id = one;
      end if;
      delete from people.person where school_id = school and id = one;
      gone := gone || one;
    exception when foreign_key_violation then
      null;
    end;
  end loop;
  delete from people.household h where h.school_id = school and h.id = any(homes)
    and not exists (select from people.guardianship g where g.school_id = school and g.household_id = h.id);
  return gone;
end
$$;

-- Staff who left, when nothing of theirs is kept any more.
create function people.forget_staff(school uuid, before date) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[] := array[]::uuid[];
  one uuid;
begin
  perform platform.refuse_elsewhere(school);
  for one in select p.id from people.person p
    where p.school_id = school and p.role in ('staff', 'professional', 'other') and p.ended_on < before loop
    begin
      delete from people.tie where school_id = school and person_id = one;
      delete from people.teaching where school_id = school and staff_id = one;
      if to_regclass('people.invitation') is not null then
        delete from people.invitation where school_id = school and person_id = one;
      end if;
      delete from people.staff where school_id = school and id = one;
      delete from people.person where school_id = school and id = one;
      gone := gone || one;
    exception when foreign_key_violation then
      null;
    end;
  end loop;
  return gone;
end
$$;

-- What files brought, and what an import changed by them.
create function people.forget_uploads(school uuid, before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  select array_agg(i.id) into gone from people.import i where i.school_id = school and i.at < before;
  if to_regclass('people.import_change') is not null then
    delete from people.import_change where school_id = school and import_id = any(gone);
  end if;
  delete from people.import where school_id = school and id = any(gone);
  return coalesce(cardinality(gone), 0);
end
$$;

-- What is told of something goes with it; the rest goes by age.
create function platform.forget_facts(school uuid, about_ids uuid[]) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  select array_agg(f.id) into gone from platform.fact f where f.school_id = school and (
    f.subject_id = any(about_ids) or f.person_id = any(about_ids)
    or exists (select from jsonb_each_text(f.about) said where said.value = any(about_ids::text[])));
  delete from platform.outbox where school_id = school and fact_id = any(gone);
  delete from platform.fact where school_id = school and id = any(gone);
  return coalesce(cardinality(gone), 0);
end
$$;

create function platform.forget_old_facts(school uuid, before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  select array_agg(f.id) into gone from (
    select x.id from platform.fact x where x.school_id = school and x.at < before
      and not exists (select from platform.outbox o where o.school_id = x.school_id and o.fact_id = x.id)
    order by x.id limit most) f;
  delete from platform.fact where school_id = school and id = any(gone);
  return coalesce(cardinality(gone), 0);
end
$$;
