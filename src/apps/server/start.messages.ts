import { defineMessages } from '#platform/shared/messages.ts';

/** What the terminal shows while the system starts and stops. */
export const startMessages = defineMessages(
  {
    firstDatabase: '首次启动：正在建立数据库……',
    upgraded: (count: number) => `数据库已升级（${count} 步）。`,
    building: '正在构建网页（仅首次启动或更新之后需要，约十几秒）……',
    listening: (address: string) => `点兵已启动：${address}`,
    firstSignIn: (address: string) => `首次使用，请在浏览器打开下面的链接，建立公司和管理员账号（链接只能使用一次）：\n  ${address}`,
    howToStop: '按 Ctrl-C 停止。',
    stopping: '正在停止……',
    stopped: '已停止。',
  },
  {
    firstDatabase: 'First start: the database is being made …',
    upgraded: (count) => `The database was upgraded (${count} steps).`,
    building: 'The pages are being built (only at the first start or after an update, some ten seconds) …',
    listening: (address) => `Muster is running: ${address}`,
    firstSignIn: (address) => `First use: open this link in a browser to set up the company and the administrator (the link works once):\n  ${address}`,
    howToStop: 'Ctrl-C stops it.',
    stopping: 'Stopping …',
    stopped: 'Stopped.',
  },
);
