-- A guardian who does not want to look at the file now is not asked again before this day.
alter table people.guardianship add column check_after date;
