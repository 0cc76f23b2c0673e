-- The same introduction, spoken, beside its words (handbook §4.1).
alter table people.staff add column introduction_file uuid;
alter table people.staff add constraint staff_introduction_file
  foreign key (school_id, introduction_file) references platform.file (school_id, id);
