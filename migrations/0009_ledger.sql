-- Money that cannot be overspent (P2.3): allocated = free + reserved + committed + spent, for every line, at every moment.
-- Balances follow from append-only entries; the database itself refuses whatever would take a line below zero free.

create table budget_balances (
  line_id          uuid primary key references budget_lines (id),
  campaign_id      uuid not null references campaigns (id),
  allocated_cents  bigint not null default 0 check (allocated_cents >= 0),
  reserved_cents   bigint not null default 0 check (reserved_cents >= 0),
  committed_cents  bigint not null default 0 check (committed_cents >= 0),
  spent_cents      bigint not null default 0 check (spent_cents >= 0),
  free_cents       bigint not null generated always as (allocated_cents - reserved_cents - committed_cents - spent_cents) stored,
  spendings        integer not null default 0,   -- entries that touched `spent`: "nothing yet" is not 0
  warned_percent   integer not null default 0,   -- the highest warning that was given
  constraint budget_balances_free check (free_cents >= 0)
);
create index budget_balances_campaign on budget_balances (campaign_id);

create sequence budget_request_number;

create table budget_requests (
  id            uuid primary key,
  number        bigint not null unique default nextval('budget_request_number'),
  campaign_id   uuid not null references campaigns (id),
  kind          text not null check (kind in ('spending', 'transfer', 'reserve', 'supplement', 'cut')),
  line_id       uuid not null references budget_lines (id),
  to_line_id    uuid references budget_lines (id),
  amount_cents  bigint not null check (amount_cents between 1 and 999999999999),
  payee         text not null default '' check (length(payee) <= 100),
  purpose       text not null check (length(purpose) <= 500),
  effect        text not null default '' check (length(effect) <= 500),
  cause_kind    text check (cause_kind in ('incident', 'adjustment', 'price', 'shortage', 'other')),
  cause         text not null default '' check (length(cause) <= 500),
  explanation   text not null default '' check (length(explanation) <= 500),   -- the answer to what the system questioned
  needed_on     date,
  state         text not null check (state in ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'closed')),
  approval_id   uuid references approvals (id),
  requested_by  uuid not null references users (id),
  created_at    timestamptz not null default now(),
  submitted_at  timestamptz,
  decided_at    timestamptz,
  closed_at     timestamptz,
  check (kind <> 'transfer' or to_line_id is not null),
  check (to_line_id <> line_id),
  check (kind <> 'reserve' or (cause_kind is not null and length(cause) > 0))
);
create index budget_requests_campaign on budget_requests (campaign_id, number desc);
create index budget_requests_line on budget_requests (line_id, number desc);
create index budget_requests_to_line on budget_requests (to_line_id, number desc) where to_line_id is not null;
create index budget_requests_payee on budget_requests (lower(payee), number desc) where payee <> '';
create index budget_requests_approval on budget_requests (approval_id) where approval_id is not null;

create table budget_request_files (
  request_id  uuid not null references budget_requests (id) on delete cascade,
  file_id     uuid not null references files (id),
  primary key (request_id, file_id)
);

create table budget_invoices (
  id           uuid primary key,
  request_id   uuid not null references budget_requests (id),
  campaign_id  uuid not null references campaigns (id),
  line_id      uuid not null references budget_lines (id),
  kind         text not null check (kind in ('invoice', 'receipt')),
  number       text not null default '' check (length(number) <= 60),
  -- Digits and letters alone: the same invoice written with spaces, hyphens or full-width digits is still the same.
  number_key   text not null default '',
  issued_on    date not null,
  amount_cents bigint not null check (amount_cents between 1 and 999999999999),
  file_id      uuid references files (id),
  note         text not null default '' check (length(note) <= 500),
  explanation  text not null default '' check (length(explanation) <= 500),
  state        text not null check (state in ('submitted', 'accepted', 'rejected', 'voided')),
  reason       text not null default '' check (length(reason) <= 500),
  recorded_by  uuid not null references users (id),
  recorded_at  timestamptz not null default now(),
  checked_by   uuid references users (id),
  checked_at   timestamptz
);
create index budget_invoices_request on budget_invoices (request_id, recorded_at);
create index budget_invoices_waiting on budget_invoices (recorded_at) where state = 'submitted';
-- One invoice is claimed once in the whole company.
create unique index budget_invoices_number on budget_invoices (number_key) where number_key <> '' and state in ('submitted', 'accepted');

create table budget_payments (
  invoice_id  uuid primary key references budget_invoices (id),
  paid_on     date not null,
  reference   text not null default '' check (length(reference) <= 100),
  paid_by     uuid not null references users (id),
  paid_at     timestamptz not null default now()
);

create table budget_entries (
  id               bigint generated always as identity primary key,
  campaign_id      uuid not null references campaigns (id),
  line_id          uuid not null references budget_balances (line_id),
  kind             text not null check (kind in ('allocate', 'transfer', 'reserve', 'commit', 'release', 'spend', 'refund', 'supplement')),
  amount_cents     bigint not null check (amount_cents > 0),
  allocated_delta  bigint not null default 0,
  reserved_delta   bigint not null default 0,
  committed_delta  bigint not null default 0,
  spent_delta      bigint not null default 0,
  request_id       uuid references budget_requests (id),
  invoice_id       uuid references budget_invoices (id),
  other_line_id    uuid references budget_lines (id),   -- the other side of a transfer
  cause_kind       text,
  note             text not null default '',
  file_id          uuid references files (id),
  by_id            uuid references users (id),
  at               timestamptz not null default now(),
  constraint budget_entries_form check (
    case kind
      when 'reserve' then (allocated_delta, reserved_delta, committed_delta, spent_delta) = (0, amount_cents, 0, 0)
      when 'commit' then (allocated_delta, reserved_delta, committed_delta, spent_delta) = (0, -amount_cents, amount_cents, 0)
      when 'release' then allocated_delta = 0 and spent_delta = 0 and reserved_delta + committed_delta = -amount_cents and (reserved_delta = 0 or committed_delta = 0)
      when 'spend' then allocated_delta = 0 and reserved_delta = 0 and spent_delta = amount_cents and committed_delta in (0, -amount_cents)
      when 'refund' then allocated_delta = 0 and reserved_delta = 0 and spent_delta = -amount_cents and committed_delta in (0, amount_cents)
      else abs(allocated_delta) = amount_cents and (reserved_delta, committed_delta, spent_delta) = (0, 0, 0)
    end),
  check ((kind = 'transfer') = (other_line_id is not null))
);
create index budget_entries_line on budget_entries (line_id, id desc);
create index budget_entries_campaign on budget_entries (campaign_id, id desc);
create index budget_entries_request on budget_entries (request_id, id) where request_id is not null;

-- The only way a balance changes.
create function post_budget_entries() returns trigger language plpgsql as $$
begin
  update budget_balances b set
    allocated_cents = b.allocated_cents + d.allocated, reserved_cents = b.reserved_cents + d.reserved,
    committed_cents = b.committed_cents + d.committed, spent_cents = b.spent_cents + d.spent, spendings = b.spendings + d.spendings
  from (
    select line_id, sum(allocated_delta) as allocated, sum(reserved_delta) as reserved, sum(committed_delta) as committed, sum(spent_delta) as spent,
      count(*) filter (where spent_delta <> 0) as spendings
    from added group by line_id
  ) d where b.line_id = d.line_id;
  if (select coalesce(sum(allocated_delta), 0) from added where kind = 'transfer') <> 0 then
    raise exception 'a transfer takes from one line what it gives to another';
  end if;
  return null;
end $$;
create trigger budget_entries_post after insert on budget_entries referencing new table as added for each statement execute function post_budget_entries();

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger budget_entries_append_only before update or delete on budget_entries for each row execute function refuse_ledger_change();
create trigger budget_entries_no_truncate before truncate on budget_entries for each statement execute function refuse_ledger_change();
create trigger budget_payments_append_only before update or delete on budget_payments for each row execute function refuse_ledger_change();

create function guard_balance() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if (new.allocated_cents, new.reserved_cents, new.committed_cents, new.spent_cents) <> (0, 0, 0, 0) then raise exception 'a balance begins empty'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then raise exception 'a balance is kept'; end if;
  -- 2: this trigger, called from the one that posts entries.
  if pg_trigger_depth() < 2 and (new.allocated_cents, new.reserved_cents, new.committed_cents, new.spent_cents, new.spendings)
      <> (old.allocated_cents, old.reserved_cents, old.committed_cents, old.spent_cents, old.spendings) then
    raise exception 'a balance changes by an entry only';
  end if;
  return new;
end $$;
create trigger budget_balances_guard before insert or update or delete on budget_balances for each row execute function guard_balance();

-- The approved budget and every later one, line by line.
create table budget_versions (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id),
  number       integer not null check (number > 0),
  kind         text not null check (kind in ('plan', 'transfer', 'reserve', 'supplement', 'cut')),
  request_id   uuid references budget_requests (id),
  approval_id  uuid references approvals (id),
  lines        jsonb not null,
  total_cents  bigint not null,
  made_by      uuid references users (id),
  made_at      timestamptz not null default now(),
  unique (campaign_id, number)
);

create table budget_settings (
  id                    boolean primary key default true check (id),
  reserve_from_percent  integer not null default 10 check (reserve_from_percent between 0 and 100),   -- P2.2
  reserve_to_percent    integer not null default 15 check (reserve_to_percent between 0 and 100),
  warn_percents         integer[] not null default '{80,95}',
  updated_by            uuid references users (id),
  updated_at            timestamptz not null default now(),
  check (reserve_to_percent >= reserve_from_percent)
);
insert into budget_settings default values;

-- Campaigns that are under way open their ledger with what they have: the approved budget, and the cost that was recorded.
insert into budget_balances (line_id, campaign_id)
  select l.id, l.campaign_id from budget_lines l join campaigns c on c.id = l.campaign_id where c.stage in ('approved', 'preparing', 'live', 'reviewing', 'archived');
insert into budget_entries (campaign_id, line_id, kind, amount_cents, allocated_delta, note)
  select b.campaign_id, l.id, 'allocate', l.amount_cents, l.amount_cents, '' from budget_balances b join budget_lines l on l.id = b.line_id where l.amount_cents > 0;
insert into budget_entries (campaign_id, line_id, kind, amount_cents, allocated_delta, note)
  select b.campaign_id, l.id, 'supplement', l.actual_cents - l.amount_cents, l.actual_cents - l.amount_cents, '' from budget_balances b join budget_lines l on l.id = b.line_id where l.actual_cents > l.amount_cents;
insert into budget_entries (campaign_id, line_id, kind, amount_cents, spent_delta, note)
  select b.campaign_id, l.id, 'spend', l.actual_cents, l.actual_cents, '' from budget_balances b join budget_lines l on l.id = b.line_id where l.actual_cents > 0;
insert into budget_versions (id, campaign_id, number, kind, lines, total_cents)
  select gen_random_uuid(), l.campaign_id, 1, 'plan',
    jsonb_agg(jsonb_build_object('lineId', l.id, 'category', l.category, 'detail', l.detail, 'amountCents', l.amount_cents) order by l.position), sum(l.amount_cents)
  from budget_lines l join budget_balances b on b.line_id = l.id group by l.campaign_id;
