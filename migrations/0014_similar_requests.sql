-- "Perhaps the same one twice" is asked with every request: by line, payee and amount, not through all the requests of a line.
create index budget_requests_similar on budget_requests (line_id, lower(payee), amount_cents) where payee <> '';
