-- What is passed on by a person: by a call or on paper, because that was wished or because no mail reaches. It waits for the
-- staff of one child's circle, so the message says about which child it is.
alter table notifications.message drop constraint message_state;
alter table notifications.message add constraint message_state
  check (state in ('waiting', 'sending', 'sent', 'dropped', 'failed', 'by-hand', 'passed-on'));
alter table notifications.message add column pupil_id uuid;
alter table notifications.message add column passed_on_by uuid;
create index message_by_hand on notifications.message (school_id, pupil_id) where state = 'by-hand';
