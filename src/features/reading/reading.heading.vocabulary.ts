import type { TableKind } from './reading.contract.ts';

/** How the cells of a column are read. */
export type FieldType =
  | 'number' | 'text' | 'money' | 'quantity' | 'rate' | 'period' | 'day' | 'people' | 'state' | 'phase' | 'measure' | 'level' | 'score' | 'feedback-type' | 'feedback-state' | 'priority' | 'duration' | 'band' | 'group' | 'contact' | 'who' | 'depends';

/** `strong` words name the kind of table, `plain` ones occur in several kinds. Earlier words win a field over later ones. */
export interface FieldWords {
  type: FieldType;
  strong: string[];
  plain: string[];
}

const field = (type: FieldType, strong: string, plain = ''): FieldWords => ({ type, strong: strong.split(' ').filter(Boolean), plain: plain.split(' ').filter(Boolean) });

const number = field('number', '', '序号 编号 编码 序列 序 号 项次 no no. 项号 行号 # id 任务编号 费用编号');
const note = field('text', '', '备注 说明 备注说明 注 注释 补充说明 其他说明 备 其他 附注 注意事项 备考 note notes remark remarks');
const OWNERS = '负责人 责任人 负责人员 责任人员 负责部门 责任部门 经办人 主责人 主责部门 负责 责任 执行人 执行人员 牵头人 牵头部门 归口部门 承办部门 主办部门 承办人 负责人/部门 责任主体 对接人 跟进人 负责小组 责任方 负责方 执行部门 owner responsible';
const owner = field('people', '', OWNERS);
const BUDGET_AMOUNT = '预算金额 预算 计划金额 预计金额 预估金额 金额 小计 小计金额 费用 预算费用 预计费用 预估费用 费用金额 费用小计 费用合计 合计 合计金额 总价 总金额 总额 总计 预算额 预算数 预算总额 费用预算 计划支出 预计支出 计划费用 核定金额 申请金额 成本 预算成本 预计成本 计划预算 支出金额 总费用 价格合计 amount budget total cost';

export const HEADINGS: Record<TableKind, Record<string, FieldWords>> = {
  budget: {
    number,
    category: field('text', '预算科目 费用科目 科目 费用项目 费用类别 费用类型 费用分类 费用名称 费用项 费用种类 支出项目 支出类别 开支项目 预算项目 预算类别 预算名称 成本项目 成本项 成本类别 经费项目 支出项 预算项 经费类别 费用大类 cost-item', '类别 分类 大类 类型 项目类别 一级科目 科目名称 项目 项目名称 category item'),
    detail: field('text', '明细说明 费用明细 预算明细 费用说明 费用内容 支出明细 测算依据 计算依据 预算说明 二级科目 支出内容 费用用途 具体费用 计算方式 测算说明', '明细 说明 用途 名称 具体内容 内容 细项 明细项目 子项 分项 项目明细 描述 规格 规格说明 详细说明 具体说明 用途说明 品名 物品名称 物品 物料名称 服务内容 具体项目 项目内容 明细内容 项目说明 内容说明 规格型号 项目 项目名称 detail description'),
    unitPrice: field('money', '', '单价 单位价格 价格 单位成本 预算单价 参考单价 unit-price'),
    quantity: field('quantity', '', '数量 数目 人数 份数 件数 计划数量 qty quantity'),
    times: field('quantity', '', '次数 天数 场次 频次 期数 时长 周期 使用天数 场数 频率'),
    unit: field('text', '', '单位 计量单位'),
    amount: field('money', BUDGET_AMOUNT),
    actual: field('money', '实际花费 实际支出 实际费用 实际金额 实际发生 实际发生额 实际使用 实际成本 决算 决算金额 实支 实付金额 已支出 实际花销 实际开支 核销金额 报销金额 执行金额', '实际 已用 实付 支出 actual'),
    share: field('rate', '预算占比 费用占比 占总预算比例', '占比 比例 占比% 百分比'),
    variance: field('money', '预算差额 结余 超支 节余 差额 差异 偏差 余额 剩余预算 超支/结余'),
    when: field('period', '支付时间 付款时间 使用时间 支出时间', '时间 日期'),
    approver: field('people', '', '审批人 审核人 批准人'),
    supplier: field('text', '', '供应商 供货商 合作方 收款方'),
    owner,
    note,
  },
  schedule: {
    number,
    phase: field('phase', '阶段 工作阶段 活动阶段 项目阶段 执行阶段 所属阶段 阶段名称 阶段划分 推进阶段 筹备阶段 phase stage', '环节阶段 时期 周期'),
    task: field('text', '任务内容 任务名称 任务 工作内容 工作事项 工作任务 任务事项 关键任务 主要工作 主要任务 具体工作 工作项目 任务描述 重点工作 具体任务 工作安排 里程碑 待办事项 核心任务 活动流程 流程环节 活动环节 task', '事项 环节 内容 流程 活动内容 节目 议程 步骤 具体事项 具体内容 活动 项目内容 安排 工作 主要内容 环节名称 议题 具体安排 动作'),
    detail: field('text', '', '详细内容 内容说明 任务说明 环节内容 内容 具体内容 详情 要求 具体要求 工作要求 执行要点 关键动作 描述 任务描述 流程说明 详细说明 说明 行动 工作标准 细节'),
    when: field('period', '时间节点 起止时间 计划时间 时间安排 起止日期 时间段 时段 计划日期 时间进度 时间周期 时间区间 实施时间 执行时间 活动时间 时间点 节点', '时间 日期 期间 完成时限 时限 时间要求 日期时间 date time when'),
    start: field('day', '开始时间 开始日期 启动时间 计划开始 计划开始时间 计划开始日期 起始时间 起始日期 开始 启动日期 start start-date'),
    end: field('day', '结束时间 结束日期 完成时间 截止时间 截止日期 计划完成 计划完成时间 计划结束时间 计划完成日期 完成日期 终止时间 结束 截止 deadline 完成节点 要求完成时间 预计完成时间 计划结束 计划结束日期 end due'),
    actualStart: field('day', '实际开始 实际开始时间 实际开始日期'),
    actualEnd: field('day', '实际完成 实际完成时间 实际结束 实际完成日期 实际结束时间'),
    duration: field('duration', '工期 持续时间 历时 工时 天数 用时 时长 周期天数 计划工期 duration'),
    dependsOn: field('depends', '依赖关系 前置任务 依赖 紧前任务 前置条件 依赖任务 前置工作 后置任务 depends-on predecessor'),
    state: field('state', '完成情况 完成状态 任务状态 进展情况 进展 执行情况 完成进度 进度 完成与否 是否完成 当前状态 落实情况 完成度 工作进度 执行状态 status', '状态 完成'),
    output: field('text', '交付物 输出物 成果 输出成果 交付成果 成果物 产出 输出 交付标准 deliverable'),
    parent: field('text', '上级任务 父任务 所属任务 parent-task'),
    isMilestone: field('text', '里程碑标记 是否里程碑 is-milestone', '里程碑 milestone'),
    resource: field('text', '场地与设备 场地设备 venues-and-equipment'),
    place: field('text', '', '地点 场地 位置 活动地点 区域 场所'),
    owner,
    support: field('people', '', '协助人 配合部门 协助部门 协办 协办部门 协助 配合人 参与人员 参与人 参与部门 协作部门 配合 支持部门 协同部门'),
    materials: field('text', '', '所需物料 物料 物资 道具 所需物资 物料准备 所需资源 资源需求'),
    note,
  },
  team: {
    number,
    group: field('group', '组别 小组 小组名称 组名 工作组 项目组 团队 班组 分组 工作小组 小组类别 group', '部门 所属部门 所属组 单位'),
    role: field('group', '岗位 角色 职务 职位 岗位名称 岗位角色 角色名称 团队角色 分工 职称 role position', '人员 人员类别 身份 岗位/区域 区域'),
    people: field('people', '成员 组员 小组成员 人员名单 成员名单 组成人员 参与成员 团队成员 人员安排 人员构成 姓名 负责人员 members', '人员 名单 负责人 责任人'),
    leader: field('people', '组长 小组长 小组负责人 组负责人 队长', '负责人 责任人'),
    headcount: field('quantity', '人数 所需人数 人员数量 需求人数 配置人数 编制 headcount', '数量'),
    duty: field('text', '职责 职责说明 工作职责 主要职责 职责描述 岗位职责 职责分工 职责内容 核心职责 工作分工 任务分工 分工职责 具体职责 duty duties', '工作内容 主要工作 任务 负责内容 负责事项 工作任务 分工内容 负责工作 具体分工'),
    contact: field('contact', '', '联系方式 联系电话 电话 手机 手机号 微信'),
    deputy: field('text', '', '替补 备选人 代理人 a/b角 b角 后备 代理 代班人 stand-in deputy'),
    when: field('period', '', '到岗时间 时间 工作时间'),
    requirement: field('text', '', '要求 任职要求 技能要求 能力要求'),
    note,
  },
  // RACI: the letter stands with the word, so that no other table's 负责 or 批准 is taken for it.
  areas: {
    number,
    area: field('text', '责任领域 工作领域 责任事项 分工事项 工作模块 area areaofwork area-of-work workarea', '工作事项 工作内容 工作任务 任务内容 任务 任务名称 事项 工作 工作项 工作项目 活动 环节 职责 task activity work'),
    responsible: field('people', 'r负责 负责r r执行 执行r r责任人 负责人r r负责人 执行人r 执行者r responsible responsibler r-responsible'),
    accountable: field('people', 'a批准 批准a a问责 问责a a审批 审批a a当责 当责a a主责 主责a a负责 a批准人 批准人a 责任者a accountable accountablea a-accountable'),
    consulted: field('people', 'c咨询 咨询c c被咨询 c协商 c咨询人 咨询人c 咨询者c consulted consultedc c-consulted'),
    informed: field('people', 'i知会 知会i i告知 告知i i通知 通知i i被告知 i知会人 知会人i 知会者i informed informedi i-informed'),
    note,
  },
  materials: {
    number,
    item: field('text', '物料名称 物资名称 物品名称 物料 物资 物品 品名 道具名称 礼品名称 设备名称 物料项目 物料明细 物料清单 礼品 道具 设备 产品名称 奖品名称 采购物品', '名称 项目 品类 item'),
    category: field('text', '物料类别 物料类型 物资类别 物资类型', '类别 分类 类型 种类'),
    specification: field('text', '规格 规格型号 型号 尺寸 材质 规格要求 尺寸规格 规格说明 规格尺寸 制作要求 材质工艺 规格/型号 specification spec', '要求 说明'),
    quantity: field('quantity', '', '数量 需求数量 采购数量 计划数量 制作数量 数目 所需数量 qty quantity'),
    unit: field('text', '', '单位 计量单位'),
    unitPrice: field('money', '', '单价 单位价格 价格 预算单价 参考单价'),
    amount: field('money', '', '金额 小计 总价 合计 费用 预算 总金额 预算金额 合计金额'),
    supplier: field('text', '供应商 供货商 采购渠道 制作单位 制作方 供应方 来源 采购方式 制作公司 供货方 供应单位 提供方 supplier'),
    due: field('day', '到货时间 到货日期 到位时间 交付时间 交货时间 需求时间 完成制作时间 交货日期 到位日期 交付日期 要求到货时间 准备时间 采购时间 制作完成时间 使用时间', '时间 日期 完成时间 截止时间 时间节点'),
    purpose: field('text', '用途 使用区域 使用场景 使用地点 摆放位置 使用环节 放置区域', '位置 区域'),
    owner,
    status: field('text', '到货情况 准备情况 采购状态 制作状态 到位情况 验收情况 验收结果 到货状态 准备状态 落实情况', '状态 完成情况 是否到位 进度 进展'),
    received: field('quantity', '到货数量 实收数量 验收数量 实到数量 入库数量'),
    used: field('quantity', '使用数量 领用数量 已用数量 发放数量 消耗数量'),
    left: field('quantity', '剩余数量 结余数量 剩余 库存 库存数量'),
    note,
  },
  channels: {
    number,
    channel: field('text', '推广渠道 宣传渠道 渠道 渠道名称 媒体 平台 投放平台 投放渠道 推广平台 媒介 媒体名称 传播渠道 营销渠道 宣传平台 媒体平台 渠道平台 获客渠道 渠道/平台 channel platform'),
    category: field('text', '渠道类型 渠道分类 渠道类别 媒体类型 线上/线下', '类型 类别 分类'),
    form: field('text', '推广形式 推广方式 宣传形式 投放形式 宣传方式 内容形式 传播形式 投放方式 推广内容 宣传内容 广告形式 投放内容 传播内容 推广策略 形式 合作形式 渠道策略 玩法', '方式 内容 策略 具体内容 动作 说明'),
    audience: field('text', '目标人群 目标受众 受众 覆盖人群 人群 目标用户'),
    phase: field('phase', '推广阶段 投放阶段', '阶段'),
    when: field('period', '投放时间 推广时间 投放周期 投放日期 推广周期 发布时间 分区日期 宣传时间 推广日期 投放时段', '时间 日期 周期 时间节点 时段 统计日期 date'),
    budget: field('money', '投放预算 推广预算 渠道预算 推广费用 投放费用 计划预算', '预算 预算金额 费用 费用预算 金额 预计费用 成本 投入 投入金额'),
    frequency: field('quantity', '投放频次 频次 投放量 发布次数 投放数量', '数量 次数'),
    target: field('measure', '预期效果 预期目标 预计效果 目标效果 预估效果 预期曝光 预计曝光 预估曝光 kpi 预计曝光量 目标曝光 曝光目标', '目标 目标值 预期 效果预估'),
    impressions: field('quantity', '曝光量 曝光 展现量 展示量 浏览量 曝光次数 曝光数 阅读量 播放量 展现 曝光人次 覆盖人数 触达人数 触达 impressions'),
    traffic: field('quantity', '流量 访问量 访客数 uv pv 到访量 引流 引流人数 进店人数 访问人数 访客 进店量 visits'),
    clicks: field('quantity', '点击量 点击 点击数 点击次数 clicks'),
    clickRate: field('rate', '点击率 ctr'),
    interactions: field('quantity', '互动量 互动数 互动 互动次数 点赞量 转发量 评论量'),
    leads: field('quantity', '线索数 线索量 留资数 报名数 报名人数 注册数 注册量 线索 留资量 咨询量'),
    orders: field('quantity', '订单量 订单数 下单量 成交量 成交单数 转化量 成交数 支付订单数 转化数 订单 orders'),
    units: field('quantity', '销量 销售量 销售件数 售出件数 件数'),
    sales: field('money', '销售额 成交额 成交金额 gmv 营业额 销售金额 营收 支付金额 sales'),
    conversionRate: field('rate', '转化率 成交率 成交转化率 cvr'),
    spend: field('money', '花费 消耗 投放花费 实际花费 广告花费 推广花费 消费 投放成本 实际费用 消耗金额 实际支出 spend'),
    newCustomers: field('quantity', '新客数 新客 新增用户 新用户数 新增会员 新增客户 新客人数 新增粉丝 新客量 拉新数 新增会员数 涨粉量 新增用户数'),
    unitCost: field('money', '获客成本 cac cpa cpc cpm 单客成本 客单价 点击成本 cpl'),
    roi: field('measure', 'roi 投产比 投入产出比 roas'),
    owner,
    state: field('state', '', '状态 完成情况'),
    note,
  },
  metrics: {
    number,
    dimension: field('text', '指标类别 指标类型 评估维度 考核维度 指标维度 评估类别 评估内容 评估项目 维度', '类别 类型 分类 环节 项目'),
    metric: field('text', '指标 指标名称 核心指标 考核指标 关键指标 评估指标 数据指标 kpi kpi指标 监控指标 指标项 数据项 衡量指标 量化指标 关键数据 metric', '名称 项目 数据名称'),
    definition: field('text', '指标定义 定义 计算方式 计算公式 统计口径 口径 指标说明 公式', '说明 描述'),
    baseline: field('measure', '基准值 基线 基准 基期 去年同期 上期 同期 同期值 活动前 现状值 基础值 baseline'),
    target: field('measure', '目标值 目标数值 目标 计划值 预期值 预期目标 目标数 标准值 考核目标 预定目标 预期 计划目标 target', '标准 计划 目标要求'),
    actual: field('measure', '实际值 实际完成 完成值 实际数据 实际 达成值 实际数 完成数 完成情况 实际达成 实际结果 当前值 实绩 完成量 actual'),
    attainment: field('rate', '达成率 完成率 目标达成率 达标率 完成比例 达成情况 完成度 完成百分比 attainment'),
    variance: field('measure', '差异 差值 偏差 差额 差距'),
    weight: field('rate', '权重 分值 占比 比重'),
    unit: field('text', '', '单位 计量单位'),
    when: field('period', '统计时间 统计周期 统计频率 监测频率 更新频率', '日期 时间 周期 频率'),
    source: field('text', '数据来源 来源 数据渠道 统计工具 监测方式 统计方式 评估方法 数据获取方式 测量方式 评估方式 收集方式'),
    analysis: field('text', '原因分析 差异分析 分析 偏差原因 差异原因 优化措施 改进措施 调整措施 分析说明 未达成原因'),
    score: field('measure', '', '得分 评分'),
    warning: field('text', '预警值 预警线 预警阈值 预警标准 阈值'),
    owner,
    note,
  },
  risk: {
    number,
    category: field('text', '风险类型 风险类别 风险种类 风险分类 突发类型', '类型 类别 分类'),
    risk: field('text', '风险描述 风险 风险点 风险项 风险事项 风险内容 风险名称 潜在风险 可能风险 突发情况 突发事件 突发状况 风险因素 主要风险 风险识别 紧急情况 异常情况 突发问题 可能出现的问题 风险场景 突发情况描述 risk', '情况 描述 问题 事项 情形 场景'),
    probability: field('level', '概率 发生概率 可能性 发生可能性 风险概率 几率 可能性等级 probability likelihood'),
    impact: field('level', '影响程度 影响 影响等级 严重程度 风险等级 风险级别 危害程度 后果 影响范围 等级 严重性 危害 影响度 impact', '级别 程度'),
    trigger: field('text', '触发条件 触发信号 预警信号 触发 预警指标 启动条件 触发标准 判断标准 预警条件 trigger'),
    prevention: field('text', '预防措施 防范措施 事前预防 预防 预防方案 规避措施 防控措施'),
    response: field('text', '应对方案 应对措施 应对 应对策略 应急措施 应急预案 解决方案 处理措施 处置措施 应急方案 应急处理 处理方案 处置方案 应急处置 控制措施 缓解措施 响应措施 处理方式 应对办法 解决措施 处理流程 应急响应 response', '措施 方案 预案'),
    owner: field('people', '', OWNERS),
    contact: field('contact', '', '联系方式 联系电话 电话'),
    resources: field('text', '', '所需资源 资源 应急资源 物资'),
    state: field('text', '', '状态'),
    note,
  },
  feedback: {
    number,
    user: field('who', '用户 用户姓名 用户昵称 用户编号 客户 客户姓名 客户名称 用户名称 反馈人 受访者 受访人 顾客 姓名 昵称 会员 用户id 用户名 访客 参与者 反馈用户 反馈者 用户信息 用户类型 客户类型 被访者 嘉宾 user', '人员 称呼'),
    contact: field('contact', '联系方式 联系电话 电话 手机 手机号 手机号码 微信 微信号 邮箱 contact'),
    channel: field('text', '反馈渠道 反馈来源 反馈方式 来源渠道 反馈途径 收集渠道 收集方式', '渠道 来源 途径 方式'),
    time: field('day', '反馈时间 反馈日期 提交时间 收集时间 填写时间 访谈时间 记录时间 收集日期', '时间 日期'),
    type: field('feedback-type', '反馈类型 反馈类别 问题类型 问题类别 反馈分类 意见类型', '类型 类别 分类'),
    content: field('text', '反馈内容 用户反馈 具体反馈 反馈意见 意见内容 客户反馈 问题描述 反馈详情 意见反馈 反馈问题 意见 反馈 反馈描述 主要反馈 反馈内容描述 访谈内容 评价内容 评价 feedback', '内容 描述 详情'),
    satisfaction: field('score', '满意度 满意度评分 满意程度 整体满意度 总体满意度 满意度评价 评分 满意度打分 体验评分 打分 星级 satisfaction', '得分 分数'),
    suggestion: field('text', '改进建议 建议 优化建议 意见建议 用户建议 意见与建议 期望 改进意见 需求建议 期望改进 希望改进 建议与期望 诉求 用户诉求 suggestion'),
    intent: field('text', '购买意向 复购意愿 购买意愿 参与意愿 再次参与意愿 推荐意愿'),
    priority: field('priority', '优先级 紧急程度 重要程度 重要性 priority'),
    handler: field('people', '处理人 跟进人 跟进人员 处理人员 受理人 处理部门 跟进部门 对接人 handler', '负责人 责任人 责任部门 经办人 负责部门'),
    status: field('feedback-state', '处理状态 跟进状态 处理进度 处理情况 跟进情况 跟进进度 解决状态 处理进展 解决情况 是否解决', '状态 进度 status'),
    result: field('text', '处理结果 跟进结果 处理意见 处理措施 处理方式 处理方案 解决方案 回复内容 跟进措施 解决结果 处理说明 处理反馈 回访结果', '结果 措施'),
    nextDate: field('day', '下次跟进时间 下次跟进日期 跟进时间 跟进日期 处理时间 回访时间 处理日期 解决时间 回访日期 计划完成时间 下次回访时间 处理时限 完成时间 截止日期'),
    age: field('text', '', '年龄 年龄段 性别'),
    note,
  },
  goals: {
    number,
    dimension: field('text', '目标类型 目标类别 目标维度 目标分类 目标层级', '类型 类别 维度 分类'),
    goal: field('text', '目标 活动目标 目标内容 核心目标 目标名称 目标描述 具体目标 营销目标 目标说明 目标项 关键目标 业务目标 goal', '内容 描述 名称'),
    metric: field('text', '衡量指标 衡量标准 量化指标 评估指标 考核指标 关键指标 关键结果 衡量方式 量化标准 指标 核心指标 指标名称 衡量方法'),
    baseline: field('measure', '基准值 基线 现状值 基准 当前值 现状 去年同期'),
    target: field('measure', '目标值 目标数值 量化目标 目标数据 预期值 目标量 预期目标', '数值 标准'),
    deadline: field('day', '完成时限 达成时间 达成期限 完成期限 时限 目标时间 达成时限', '完成时间 截止时间 截止日期 时间节点 时间 时间周期 周期 期限'),
    unit: field('text', '', '单位'),
    weight: field('rate', '权重 占比'),
    measure: field('text', '数据来源 实现路径 达成路径 达成策略 实现方式 关键举措 支撑措施 行动计划 统计方式', '措施 策略 方式'),
    owner,
    note,
  },
  approval: {
    number,
    step: field('text', '审批环节 审批节点 审批阶段 审批步骤 审批流程 审核环节 审批事项 审批级别 流程节点 审批层级 审批内容 审批顺序 审批类型 审批项目 流程环节 审核节点', '环节 步骤 节点 流程 事项 层级 阶段'),
    role: field('text', '审批角色 审批岗位 审批部门 审核部门 审批职务 审批权限', '部门 岗位 角色 职务 职位 权限'),
    approver: field('people', '审批人 审核人 批准人 审批人员 审批负责人 签批人 核准人 审批领导 审核人员 approver', '负责人 责任人 姓名 人员'),
    amountBand: field('band', '审批额度 金额范围 审批金额 金额区间 费用范围 额度 审批权限额度 金额标准 费用额度 预算范围 额度范围 费用金额范围 审批限额', '金额 预算金额 费用金额'),
    comment: field('text', '审批意见 审核意见 批复意见 审批结果 意见 批示 审核结果 审批结论 领导意见', '结果'),
    when: field('day', '审批时间 审批日期 签字日期 审核日期 签署日期 审批时限 审核时间 签字时间 签批日期', '日期 时间 时限'),
    signature: field('text', '签字 签名 签章 签字确认 签字/日期'),
    standard: field('text', '审批标准 审核要点 审核内容 审批要点 审批依据 所需材料 提交材料', '要求 标准 内容 说明'),
    note,
  },
};

/** Words of a title that tell the kind of the table below it. */
export const TITLE_KINDS: [RegExp, TableKind][] = [
  [/审批|审核流程|会签/, 'approval'],
  [/预算|费用|经费|开支|报价|成本|支出|花费|资金/, 'budget'],
  [/进度|排期|日程|时间表|时间安排|行程|流程|甘特|计划表|执行计划|推进表|任务|议程|里程碑|工作计划|todo|待办|时间节点|节目单|倒计时/i, 'schedule'],
  [/raci|责任矩阵|责任分工矩阵/i, 'areas'],
  [/团队|小组|分工|人员|组织架构|职责|岗位|组织机构|成员/, 'team'],
  [/物料|物资|礼品|道具|采购|设备清单|奖品|用品/, 'materials'],
  [/渠道|推广|投放|媒体|传播|宣传/, 'channels'],
  [/风险|应急|预案|突发/, 'risk'],
  [/反馈|满意度|问卷|访谈|投诉|意见/, 'feedback'],
  [/指标|kpi|效果评估|数据|达成|监控|监测|评估|日报/i, 'metrics'],
  [/目标/, 'goals'],
];

/** Kinds of expense that a heading over a small table names: "一、会场费用:". */
export const CATEGORY_WORD = /(?:费用?|成本|开支|支出|采购|制作|租赁|劳务|薪酬|补贴|宣传|推广|物料|备用金|住宿|餐饮|交通|差旅|礼品|场地|会场|设备|搭建|人员)(?:类|部分|项)?$/;
/** What makes a heading general: it names the table, not a kind of expense. */
export const GENERAL_BUDGET = /^(?:活动|营销|市场|项目|整体|总体|总|本次|推广|各项|具体|详细|主要|费用|经费|预算|明细|清单|表|汇总|概算|编制|分配|一览|及|与|和|的|情况|说明|方案|计划|成本|开支|支出|资金|附|第?[\d一二三四五六七八九十]{1,3}[张个份期]?|\d{4}年?度?)+$/;
export const TABLE_WORDS = /(?:预算|明细|清单|表|汇总|如下|部分)+$/;

/** The longest first: what may stand around a known word in a heading. */
export const HEADING_NOISE = /^(?:[*#]|计划)+|[*:]+$/g;
