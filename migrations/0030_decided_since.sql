-- What people decided is not undone by the next file, and what is decided for next year waits until it begins.

-- The year group a pupil is in from a day that is still to come.
alter table people.pupil
  add column next_year_group text,
  add column next_year_from date,
  add constraint pupil_next_year check ((next_year_group is null) = (next_year_from is null));

-- When somebody at school or the family said that this guardian lives in this home, whatever a list says.
alter table people.guardianship add column home_decided_on date;
