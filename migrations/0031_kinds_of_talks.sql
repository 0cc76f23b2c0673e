-- Every kind of talk of the method, and which talk a second one goes on from (handbook §4.1).
alter table conversations.conversation drop constraint conversation_kind;
alter table conversations.conversation add constraint conversation_kind check (kind in (
  'start', 'getting-to-know', 'handover', 'intake', 'progress', 'report-card', 'concern', 'support-team', 'perspective',
  'advice', 'look-back', 'home-visit', 'informal', 'after-incident'
));
alter table conversations.conversation add column follows_id uuid;
alter table conversations.conversation add constraint conversation_follows
  foreign key (school_id, follows_id) references conversations.conversation (school_id, id);
