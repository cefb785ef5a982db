import { defineMessages } from '#platform/shared/messages.ts';

export const cliMessages = defineMessages(
  {
    usage: `点兵 Muster · 命令行

用法：npm run -s muster -- <命令> [参数]

  read 文件 [--json] [--year 2025] [--from 2025-10-01 --to 2025-10-22] [--locale en]
      读取 docx、xlsx、csv、txt、md，打印读出的表格、目标与疑问；不需要服务器和数据库
  check 活动 [--json] [--locale en]
      过审检查：列出方案的问题；没有必须改的则退出码为 0，有则为 1。用 DATABASE_URL，或 MUSTER_DATA 里的数据库
  schedule 文件 [--json] [--calendar cn|none] [--start 2025-10-01] [--locale en]
      排期：读取任务表（xlsx、csv：序号、任务名称、工期、依赖关系…）或 Microsoft Project 的 XML，算出最早与最晚时间、总时差、自由时差和关键路径。
      任务表的工期与间隔按工作日计（含调休）；从 --start、表中最早的开始时间或今天开始，表中的开始时间为最早可开始的日子。--calendar none：从 0 起按天计。
      时差以天计；Microsoft Project 文件按其中的日历，每天的长度为文件的 MinutesPerDay
  verify 档案.zip [--json]
      校验活动档案：每个文件与清单一致则退出码为 0
  openapi
      打印 OpenAPI 3.1 文档
  help
      显示本页`,
    unknown: (name: string) => `没有“${name}”这个命令。`,
  },
  {
    usage: `Muster · command line

Usage: npm run -s muster -- <command> [arguments]

  read FILE [--json] [--year 2025] [--from 2025-10-01 --to 2025-10-22] [--locale en]
      Reads docx, xlsx, csv, txt, md and prints the tables, goals and questions; needs no server and no database
  check CAMPAIGN [--json] [--locale zh-CN]
      The plan check: what is wrong with a plan; exit code 0 when nothing must be mended, 1 when something must.
      Of DATABASE_URL, or of the database in MUSTER_DATA
  schedule FILE [--json] [--calendar cn|none] [--start 2025-10-01] [--locale zh-CN]
      Reads a list of tasks (xlsx, csv: ID, Task, Duration, Predecessors …) or Microsoft Project XML and computes early and late dates,
      total and free slack and the critical path. Durations and lags of a list are Chinese working days, from --start, else from the first start in
      the list, else from today; a start in the list is the earliest that is allowed. --calendar none counts plain days from 0.
      Slack is in days; a Microsoft Project file is computed by its own calendars, its day being MinutesPerDay
  verify ARCHIVE.zip [--json]
      Checks a campaign archive against its manifest; exit code 0 when whole
  openapi
      Prints the OpenAPI 3.1 document
  help
      This page`,
    unknown: (name) => `There is no command “${name}”.`,
  },
);
