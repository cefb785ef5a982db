const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger|wxwork/i, 'WeChat'], [/DingTalk/i, 'DingTalk'], [/Feishu|Lark/i, 'Lark'], [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'], [/Firefox\/|FxiOS/, 'Firefox'], [/Chrome\/|CriOS/, 'Chrome'], [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/HarmonyOS/, 'HarmonyOS'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/Linux/, 'Linux'],
];

const nameIn = (text: string, names: readonly (readonly [RegExp, string])[]) => names.find(([pattern]) => pattern.test(text))?.[1];

/** `Chrome · Windows` from a User-Agent header; undefined when neither is known. Order matters: Edge and WeChat call themselves Chrome too. */
export function deviceName(userAgent: string): string | undefined {
  return [nameIn(userAgent, browsers), nameIn(userAgent, systems)].filter(Boolean).join(' · ') || undefined;
}
