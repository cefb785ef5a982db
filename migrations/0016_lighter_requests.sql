-- A spending request touches ten tables. What the database looked up for it again and again, although something else guarantees it, is taken off its path.

-- 1. People are disabled, never deleted (their names stand in the log). With that said once, at the person, those who append need not look the person up and lock
--    their row each time: under many requests of one person these locks were a queue of their own (MultiXact).
create function refuse_person_delete() returns trigger language plpgsql as $$
begin
  raise exception 'a person is disabled, never deleted';
end $$;
create trigger users_kept before delete on users for each row execute function refuse_person_delete();
create trigger users_no_truncate before truncate on users for each statement execute function refuse_person_delete();
alter table events drop constraint events_actor_id_fkey;
alter table notices drop constraint notices_user_id_fkey;             -- written from a query on users
alter table versions drop constraint versions_submitted_by_fkey;
alter table approvals drop constraint approvals_requested_by_fkey;
alter table budget_requests drop constraint budget_requests_requested_by_fkey;
alter table budget_entries drop constraint budget_entries_by_id_fkey;

-- 2. The campaign stands behind the version of an approval, and behind the line of a request: those keys stay.
alter table approvals drop constraint approvals_campaign_id_fkey;
alter table budget_requests drop constraint budget_requests_campaign_id_fkey;

-- 3. An entry without its balance would be money that nobody counts. The trigger that posts entries finds the balance anyway and now refuses the entry when there
--    is none of this line in this campaign; balances keep their line and are never deleted. (The keys locked the very row that the trigger changes next.)
create or replace function post_budget_entries() returns trigger language plpgsql as $$
declare
  one budget_entries;
  posted bigint;
  balances bigint;
  moved numeric;
begin
  select count(*) into balances from added;
  if balances = 1 then
    -- Most postings are one entry: half the time of the sums below.
    select * into one from added;
    moved := case when one.kind = 'transfer' then one.allocated_delta else 0 end;
    update budget_balances b set
      allocated_cents = b.allocated_cents + one.allocated_delta, reserved_cents = b.reserved_cents + one.reserved_delta,
      committed_cents = b.committed_cents + one.committed_delta, spent_cents = b.spent_cents + one.spent_delta, spendings = b.spendings + (one.spent_delta <> 0)::int
    where b.line_id = one.line_id and b.campaign_id = one.campaign_id;
    get diagnostics posted = row_count;
  else
    update budget_balances b set
      allocated_cents = b.allocated_cents + d.allocated, reserved_cents = b.reserved_cents + d.reserved,
      committed_cents = b.committed_cents + d.committed, spent_cents = b.spent_cents + d.spent, spendings = b.spendings + d.spendings
    from (
      select line_id, campaign_id, sum(allocated_delta) as allocated, sum(reserved_delta) as reserved, sum(committed_delta) as committed, sum(spent_delta) as spent,
        count(*) filter (where spent_delta <> 0) as spendings
      from added group by line_id, campaign_id
    ) d where b.line_id = d.line_id and b.campaign_id = d.campaign_id;
    get diagnostics posted = row_count;
    select count(distinct (line_id, campaign_id)), coalesce(sum(allocated_delta) filter (where kind = 'transfer'), 0) into balances, moved from added;
  end if;
  if posted <> balances then
    raise exception 'an entry belongs to the balance of a line of its campaign';
  end if;
  if moved <> 0 then
    raise exception 'a transfer takes from one line what it gives to another';
  end if;
  return null;
end $$;
create or replace function guard_balance() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if (new.allocated_cents, new.reserved_cents, new.committed_cents, new.spent_cents) <> (0, 0, 0, 0) then raise exception 'a balance begins empty'; end if;
    return new;
  end if;
  if tg_op in ('DELETE', 'TRUNCATE') then raise exception 'a balance is kept'; end if;
  if new.line_id <> old.line_id or new.campaign_id <> old.campaign_id then raise exception 'a balance stays with its line'; end if;
  -- 2: this trigger, called from the one that posts entries.
  if pg_trigger_depth() < 2 and (new.allocated_cents, new.reserved_cents, new.committed_cents, new.spent_cents, new.spendings)
      <> (old.allocated_cents, old.reserved_cents, old.committed_cents, old.spent_cents, old.spendings) then
    raise exception 'a balance changes by an entry only';
  end if;
  return new;
end $$;
create trigger budget_balances_no_truncate before truncate on budget_balances for each statement execute function guard_balance();
alter table budget_entries drop constraint budget_entries_line_id_fkey;
alter table budget_entries drop constraint budget_entries_campaign_id_fkey;

-- 4. PostgreSQL reads the text of a CHECK anew for every statement: this one has 15,000 characters there, as a function 400. The rule is the same.
create function is_budget_entry(kind text, amount bigint, allocated bigint, reserved bigint, committed bigint, spent bigint) returns boolean language plpgsql immutable as $$
begin
  return case kind
    when 'reserve' then (allocated, reserved, committed, spent) = (0, amount, 0, 0)
    when 'commit' then (allocated, reserved, committed, spent) = (0, -amount, amount, 0)
    when 'release' then allocated = 0 and spent = 0 and reserved + committed = -amount and (reserved = 0 or committed = 0)
    when 'spend' then allocated = 0 and reserved = 0 and spent = amount and committed in (0, -amount)
    when 'refund' then allocated = 0 and reserved = 0 and spent = -amount and committed in (0, amount)
    else abs(allocated) = amount and (reserved, committed, spent) = (0, 0, 0)
  end;
end $$;
alter table budget_entries drop constraint budget_entries_form;
alter table budget_entries add constraint budget_entries_form check (is_budget_entry(kind, amount_cents, allocated_delta, reserved_delta, committed_delta, spent_delta));
