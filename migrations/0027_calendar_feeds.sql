-- 日历订阅: one address for a person and for each campaign of theirs; a new one takes the place of the old. What it says is in the language it was made in.
alter table calendar_feeds add column locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en'));
create unique index calendar_feeds_one on calendar_feeds (user_id, campaign_id) nulls not distinct where revoked_at is null;
