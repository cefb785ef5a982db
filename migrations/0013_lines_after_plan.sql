-- A line that came after the plan was approved is no part of what was signed.
alter table budget_lines add after_plan boolean not null default false;
