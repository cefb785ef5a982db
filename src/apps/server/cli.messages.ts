import { defineMessages } from '#platform/shared/messages.ts';

export const cliMessages = defineMessages(
  {
    usage: `点兵 Muster · 命令行

用法：npm run -s muster -- <命令> [参数]

  read 文件 [--json] [--year 2025] [--from 2025-10-01 --to 2025-10-22] [--locale en]
      读取 docx、xlsx、csv、txt、md，打印读出的表格、目标与疑问；不需要服务器和数据库
  check 活动 [--json] [--locale en]
      过审检查：列出方案的问题；没有必须改的则退出码为 0，有则为 1。用 DATABASE_URL，或 MUSTER_DATA 里的数据库
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
  verify ARCHIVE.zip [--json]
      Checks a campaign archive against its manifest; exit code 0 when whole
  openapi
      Prints the OpenAPI 3.1 document
  help
      This page`,
    unknown: (name) => `There is no command “${name}”.`,
  },
);
