-- What finance sees over all campaigns is read from what runs and what waits, not from everything that ever was.
create index campaigns_stage on campaigns (stage);
create index budget_requests_waiting on budget_requests (campaign_id) include (amount_cents) where state = 'submitted';
create index budget_invoices_accepted on budget_invoices (campaign_id) include (id, amount_cents) where state = 'accepted';
