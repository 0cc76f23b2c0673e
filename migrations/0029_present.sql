-- A child whose last day at school is still to come is here until then: its dossier may not go before. The day is the
-- house's, not the machine's, so whoever is about to forget says it first; without it the machine's day counts.

create function platform.say_today(today date) returns void language plpgsql as $$
begin
  execute format('set local app.today = %L', today);
end
$$;

create or replace function people.refuse_present(school uuid, pupil uuid) returns void language plpgsql as $$
declare
  today date := coalesce(nullif(current_setting('app.today', true), '')::date, current_date);
begin
  if exists (select from people.enrolment e
              where e.school_id = school and e.pupil_id = pupil and (e.ends_on is null or e.ends_on > today)) then
    raise exception 'this pupil has not left';
  end if;
end
$$;
