import { defineMessages } from '#platform/shared/messages.ts';

/** What each variable of the environment should be, as the end of "PORT should be …". */
export const configMessages = defineMessages(
  {
    PORT: 'PORT 应为 0 到 65535 的端口号，例如 3000',
    HOST: 'HOST 应为主机名或 IP 地址，例如 127.0.0.1',
    MUSTER_DATA: 'MUSTER_DATA 应为数据目录的路径，例如 ./data',
    DATABASE_URL: 'DATABASE_URL 应为 postgres://用户:密码@主机:5432/数据库',
    MUSTER_URL: 'MUSTER_URL 应为访问本系统的网址，例如 https://muster.example.com',
    SMTP_URL: 'SMTP_URL 应为 smtp://用户:密码@主机:端口',
    LOG_LEVEL: 'LOG_LEVEL 应为 debug、info、warn、error 或 silent',
  },
  {
    PORT: 'PORT should be a port number from 0 to 65535, such as 3000',
    HOST: 'HOST should be a host name or an IP address, such as 127.0.0.1',
    MUSTER_DATA: 'MUSTER_DATA should be the path of the data directory, such as ./data',
    DATABASE_URL: 'DATABASE_URL should be postgres://user:password@host:5432/database',
    MUSTER_URL: 'MUSTER_URL should be the address of this system, such as https://muster.example.com',
    SMTP_URL: 'SMTP_URL should be smtp://user:password@host:port',
    LOG_LEVEL: 'LOG_LEVEL should be debug, info, warn, error or silent',
  },
);

export type ConfigVariable = keyof (typeof configMessages)['zh-CN'];
export const configVariables = Object.keys(configMessages['zh-CN']) as ConfigVariable[];
