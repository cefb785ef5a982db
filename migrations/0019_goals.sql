-- Goals as P1.2 asks for them: a metric of the company's catalogue, a baseline, a deadline, an owner, how it is measured and why; parts of a target.

-- What a company measures, with the formula in words. `words_*` hold unit, formula, numerator, denominator and source in one language.
create table metrics (
  key         text primary key check (length(key) between 1 and 40),
  name_zh     text not null check (length(name_zh) between 1 and 60),
  name_en     text not null check (length(name_en) between 1 and 60),
  kind        text not null check (kind in ('count', 'money', 'rate', 'growth')),
  direction   text not null check (direction in ('up', 'down')),
  words_zh    jsonb not null,
  words_en    jsonb not null,
  built_in    boolean not null default false,
  revision    integer not null default 1,
  retired_at  timestamptz,
  position    integer not null
);
create unique index metrics_name_zh on metrics (lower(name_zh));
create unique index metrics_name_en on metrics (lower(name_en));

insert into metrics (position, key, kind, direction, built_in, name_zh, name_en, words_zh, words_en) values
  (1, 'orders', 'count', 'up', true, '订单量', 'Orders',
    '{"unit":"单","formula":"统计期内付款成功的订单数，不含已取消和全额退款","numerator":"","denominator":"","source":"订单系统"}',
    '{"unit":"orders","formula":"Paid orders in the period, without cancelled and fully refunded ones","numerator":"","denominator":"","source":"Order system"}'),
  (2, 'sales', 'money', 'up', true, '销售额', 'Sales',
    '{"unit":"元","formula":"统计期内实付金额合计，减去退款","numerator":"","denominator":"","source":"订单系统、财务对账"}',
    '{"unit":"CNY","formula":"Amounts paid in the period less refunds","numerator":"","denominator":"","source":"Order system, reconciled by finance"}'),
  (3, 'members', 'count', 'up', true, '新增会员', 'New members',
    '{"unit":"人","formula":"统计期内首次注册成功的会员数，按手机号去重","numerator":"","denominator":"","source":"会员系统"}',
    '{"unit":"people","formula":"Members who first registered in the period, one per phone number","numerator":"","denominator":"","source":"Membership system"}'),
  (4, 'participants', 'count', 'up', true, '参与人数', 'Participants',
    '{"unit":"人","formula":"签到或完成互动的人数，按人去重","numerator":"","denominator":"","source":"签到记录、互动后台"}',
    '{"unit":"people","formula":"People who checked in or took part, each counted once","numerator":"","denominator":"","source":"Check-in records, interaction back end"}'),
  (5, 'visits', 'count', 'up', true, '到店人数', 'Store visits',
    '{"unit":"人","formula":"活动期间进入门店或展位的人数","numerator":"","denominator":"","source":"客流计数器、门店日报"}',
    '{"unit":"people","formula":"People who entered the store or booth during the event","numerator":"","denominator":"","source":"People counter, store reports"}'),
  (6, 'exposure', 'count', 'up', true, '曝光量', 'Impressions',
    '{"unit":"次","formula":"各渠道内容被展示的次数合计","numerator":"","denominator":"","source":"各投放平台后台"}',
    '{"unit":"times","formula":"Times that content was shown, all channels added up","numerator":"","denominator":"","source":"Back ends of the platforms"}'),
  (7, 'search', 'growth', 'up', true, '品牌搜索量', 'Brand searches',
    '{"unit":"%","formula":"（统计期搜索量 − 基线搜索量）÷ 基线搜索量","numerator":"统计期搜索量","denominator":"基线搜索量","source":"百度指数、微信指数"}',
    '{"unit":"%","formula":"(searches in the period − searches at the baseline) ÷ searches at the baseline","numerator":"Searches in the period","denominator":"Searches at the baseline","source":"Baidu Index, WeChat Index"}'),
  (8, 'leads', 'count', 'up', true, '线索数', 'Leads',
    '{"unit":"条","formula":"留下有效联系方式且有意向的客户数，按人去重","numerator":"","denominator":"","source":"报名表、CRM"}',
    '{"unit":"leads","formula":"Interested customers with a valid contact, each counted once","numerator":"","denominator":"","source":"Sign-up forms, CRM"}'),
  (9, 'clicks', 'rate', 'up', true, '点击率', 'Click rate',
    '{"unit":"%","formula":"点击次数 ÷ 曝光次数","numerator":"点击次数","denominator":"曝光次数","source":"各投放平台后台"}',
    '{"unit":"%","formula":"clicks ÷ impressions","numerator":"Clicks","denominator":"Impressions","source":"Back ends of the platforms"}'),
  (10, 'conversion', 'rate', 'up', true, '转化率', 'Conversion rate',
    '{"unit":"%","formula":"下单人数 ÷ 访问人数","numerator":"下单人数","denominator":"访问人数","source":"订单系统、网站统计"}',
    '{"unit":"%","formula":"people who ordered ÷ visitors","numerator":"People who ordered","denominator":"Visitors","source":"Order system, web statistics"}'),
  (11, 'basket', 'money', 'up', true, '客单价', 'Order value',
    '{"unit":"元","formula":"销售额 ÷ 订单量","numerator":"销售额","denominator":"订单量","source":"订单系统"}',
    '{"unit":"CNY","formula":"sales ÷ orders","numerator":"Sales","denominator":"Orders","source":"Order system"}'),
  (12, 'satisfaction', 'rate', 'up', true, '满意度', 'Satisfaction',
    '{"unit":"%","formula":"选择“满意”和“非常满意”的人数 ÷ 有效答卷数","numerator":"满意的人数","denominator":"有效答卷数","source":"现场问卷、回访"}',
    '{"unit":"%","formula":"people who chose satisfied or very satisfied ÷ valid answers","numerator":"Satisfied people","denominator":"Valid answers","source":"Questionnaires on site, follow-up calls"}'),
  (13, 'nps', 'count', 'up', true, 'NPS', 'NPS',
    '{"unit":"分","formula":"（推荐者人数 − 贬损者人数）÷ 有效答卷数 × 100","numerator":"推荐者减贬损者 × 100","denominator":"有效答卷数","source":"现场问卷"}',
    '{"unit":"points","formula":"(promoters − detractors) ÷ valid answers × 100","numerator":"Promoters less detractors × 100","denominator":"Valid answers","source":"Questionnaires on site"}'),
  (14, 'repurchase', 'rate', 'up', true, '复购率', 'Repurchase rate',
    '{"unit":"%","formula":"统计期内购买两次及以上的客户数 ÷ 购买过的客户数","numerator":"购买两次及以上的客户数","denominator":"购买过的客户数","source":"订单系统、会员系统"}',
    '{"unit":"%","formula":"customers who bought twice or more in the period ÷ customers who bought","numerator":"Customers who bought twice or more","denominator":"Customers who bought","source":"Order and membership systems"}'),
  (15, 'acquisition', 'money', 'down', true, '获客成本', 'Cost per acquisition',
    '{"unit":"元","formula":"推广花费 ÷ 新增客户数","numerator":"推广花费","denominator":"新增客户数","source":"预算台账、会员系统"}',
    '{"unit":"CNY","formula":"promotion cost ÷ new customers","numerator":"Promotion cost","denominator":"New customers","source":"Budget ledger, membership system"}'),
  (16, 'roi', 'rate', 'up', true, 'ROI', 'ROI',
    '{"unit":"%","formula":"（活动带来的毛利 − 活动花费）÷ 活动花费","numerator":"毛利减花费","denominator":"活动花费","source":"财务核算"}',
    '{"unit":"%","formula":"(gross profit from the campaign − its cost) ÷ its cost","numerator":"Gross profit less cost","denominator":"Cost of the campaign","source":"Finance"}'),
  (17, 'growth', 'growth', 'up', true, '销量增长', 'Sales growth',
    '{"unit":"%","formula":"（统计期销量 − 基线销量）÷ 基线销量","numerator":"统计期销量","denominator":"基线销量","source":"订单系统"}',
    '{"unit":"%","formula":"(units sold in the period − units at the baseline) ÷ units at the baseline","numerator":"Units sold in the period","denominator":"Units at the baseline","source":"Order system"}'),
  (18, 'complaints', 'count', 'down', true, '投诉量', 'Complaints',
    '{"unit":"件","formula":"活动期间登记的有效投诉数","numerator":"","denominator":"","source":"客服系统、现场登记"}',
    '{"unit":"cases","formula":"Valid complaints registered during the campaign","numerator":"","denominator":"","source":"Customer service system, register on site"}');

alter table goals
  add metric_key          text references metrics (key) on delete set null,
  add level               text not null default 'key' check (level in ('key', 'supporting')),
  add baseline            numeric(18, 4) check (baseline >= 0),
  add baseline_source     text not null default '' check (length(baseline_source) <= 200),
  add due_on              date,
  add owner_text          text not null default '' check (length(owner_text) <= 100),
  add owner_id            uuid references users (id) on delete set null,
  add measure             text not null default '' check (length(measure) <= 300),
  add reason              text not null default '' check (length(reason) <= 300),
  add actual_numerator    numeric(18, 4),   -- a rate keeps both (S3); of a zero denominator there is no rate
  add actual_denominator  numeric(18, 4);
update goals g set metric_key = m.key from metrics m where lower(g.metric) in (lower(m.name_zh), lower(m.name_en));
create index goals_metric on goals (metric_key) where metric_key is not null;
create index goals_owner on goals (owner_id) where owner_id is not null;

-- What each phase, channel, week or day brings of a goal's target; parts of a count or of money add up to it.
create table goal_targets (
  id        uuid primary key,
  goal_id   uuid not null references goals (id) on delete cascade,
  split     text not null check (split in ('phase', 'channel', 'week', 'day', 'own')),
  name      text not null check (length(name) between 1 and 60),
  from_on   date,
  to_on     date,
  target    numeric(18, 4) not null check (target >= 0),
  position  integer not null,
  check (to_on >= from_on)
);
create unique index goal_targets_goal on goal_targets (goal_id, position);

-- What the company reached before in a scenario (P1.2, achievable): its latest finished campaigns.
create index campaigns_finished on campaigns (scenario, ends_on desc) where stage in ('reviewing', 'archived');
