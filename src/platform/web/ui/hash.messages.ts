import { defineMessages } from '#platform/shared/messages.ts';

export const hashMessages = defineMessages(
  { show: '显示完整校验值', hide: '收起校验值', name: 'SHA-256 校验值' },
  { show: 'show the whole hash', hide: 'shorten the hash', name: 'SHA-256 hash' },
);
