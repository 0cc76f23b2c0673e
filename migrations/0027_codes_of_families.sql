-- The codes of a guardian go with a child's dossier only when no other child of theirs is at school: that child's round may
-- be open, and its code stands in a mail or a letter.
create or replace function cycle.forget_pupil(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(b.id) into gone from cycle.booking b where b.school_id = school and b.pupil_id = pupil;
  delete from cycle.own_talk where school_id = school and pupil_id = pupil;
  delete from cycle.booking where school_id = school and pupil_id = pupil;
  delete from cycle.invitation i where i.school_id = school
    and i.person_id in
      (select g.guardian_id from people.guardianship g where g.school_id = school and g.pupil_id = pupil)
    and not exists
      (select from people.guardianship g
         join people.enrolment e on e.school_id = g.school_id and e.pupil_id = g.pupil_id
        where g.school_id = school and g.guardian_id = i.person_id and e.school_id = school and e.ends_on is null);
  return gone;
end
$$;
