/** The sections of a plan (P4.1) by the headings that people give them; the longest word in a heading decides. */
export const SECTION_WORDS: Readonly<Record<string, string>> = {
  theme: '主题 活动名称 口号 主张 活动背景 项目背景 背景 背景分析 市场背景 前言 引言 活动概述 活动简介 活动概况 项目概述 创意概念 核心创意 theme background overview introduction',
  period: '活动时间 活动周期 时间地点 活动地点 举办时间 举办地点 活动日期 活动期间 周期 时间与地点 时间及地点 时间和地点 推广周期 period venue whenandwhere',
  goals: '目标 目的 活动目标 活动目的 营销目标 推广目标 预期目标 预期效果 活动意义 效果预估 考核指标 目标设定 goals objectives targets',
  audience: '目标人群 目标客群 目标客户 目标用户 目标受众 受众 受众分析 人群画像 用户画像 参与对象 活动对象 面向对象 参与人员 客群 audience personas',
  channels: '渠道 渠道策略 推广策略 传播策略 传播渠道 宣传渠道 推广渠道 宣传推广 媒体投放 媒介策略 营销策略 推广方案 宣传方案 传播方案 宣传计划 推广计划 线上推广 线下推广 引流 channels promotion media',
  process: '活动流程 流程 流程设计 现场流程 活动内容 活动形式 活动环节 活动安排 活动规则 活动玩法 活动议程 议程 执行流程 现场执行 现场布置 活动设计 process programme runsheet',
  materials: '物料 物料准备 物料清单 物资 物资准备 物资清单 物料与资源 场地布置 设备 设备清单 道具 资源需求 所需资源 materials resources',
  budget: '预算 活动预算 经费预算 费用预算 经费 经费安排 费用 费用明细 资金预算 资金安排 成本预算 budget costs',
  team: '人员分工 组织分工 分工 组织架构 组织机构 团队分工 团队组建 活动小组 专项小组 岗位职责 职责分工 人员安排 人员配置 工作分工 team organisation organization duties',
  schedule: '进度 进度安排 时间进度 执行进度 进度计划 进度表 时间安排 日程安排 日程 时间表 工作计划 执行计划 推进计划 推进表 排期 时间规划 schedule timeline timetable',
  risks: '风险 风险预案 应急预案 预案 应急方案 应急措施 应急处理 风险控制 风险管理 风险评估 风险防控 安全保障 安全预案 安全措施 突发情况 突发事件 risks contingency emergency safety',
  compliance: '注意事项 合规 合规要求 个人信息 个人信息保护 隐私 隐私保护 法律 法务 广告法 法律声明 compliance privacy legal',
};

/** What may stand around such a word without changing what the heading says. */
export const SECTION_FRAME = /^(?:本次|此次|本届|整体|总体|具体|详细|主要|相关|项目|市场|营销|推广|宣传|策划|执行|活动)+|(?:方案|计划|设计|说明|安排|部分|内容|要求|情况|概述|一览|明细|清单|表|规划|策略|准备|保障|管理|分析|设定|如下)+$/g;
/** `活动主题：秋日焕新` on one line. */
export const LABELLED = /^(.{2,14}?)\s*[:：]\s*(\S.*)$/s;

/** Word's own heading styles by name. */
export const HEADING_STYLE = /^(?:heading|标题)\s*([1-6])$/i;
