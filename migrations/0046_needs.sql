-- Which goal a need is for (handbook §4.5): another entry on the same page.
alter table conversations.entry add column goal_id uuid;
alter table conversations.entry add constraint entry_goal foreign key (school_id, goal_id)
  references conversations.entry (school_id, id);
