-- A family's correction was taken over by a school, and later somebody who read a file in said that the file is right after all:
-- in which import, so that undoing it takes that back too.
alter table people.file_check add column followed_in uuid;
