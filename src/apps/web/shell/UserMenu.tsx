import { LOCALES } from '#platform/shared/messages.ts';
import { useLocale, useMessages, useSetLocale } from '#platform/web/i18n.tsx';
import { chooseTheme, useThemeChoice } from '#platform/web/theme-choice.ts';
import type { ThemeChoice } from '#platform/web/theme-choice.ts';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Menu } from '#platform/web/ui/Menu.tsx';
import type { MenuItem } from '#platform/web/ui/Menu.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { shellMessages } from './shell.messages.ts';
import { useSignOut } from './session.ts';
import type { Me } from './session.ts';
import css from './shell.module.css';

const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Language, appearance and the way out; the palette offers the same. */
export function useUserActions(): readonly MenuItem[] {
  const words = useMessages(shellMessages);
  const locale = useLocale();
  const setLocale = useSetLocale();
  const theme = useThemeChoice();
  const toast = useToast();
  const signOut = useSignOut();
  return [
    ...LOCALES.map((one, index): MenuItem => ({ key: one, label: words.languages[one], checked: locale === one, rule: index === 0, onSelect: () => setLocale(one) })),
    ...CHOICES.map((choice, index): MenuItem => ({ key: choice, label: words.themes[choice], checked: theme === choice, rule: index === 0, onSelect: () => chooseTheme(choice) })),
    { key: 'signOut', label: words.signOut, rule: true, onSelect: () => void signOut().catch(toast.showError) },
  ];
}

export function UserMenu({ me, compact = false }: { readonly me: Me; readonly compact?: boolean }) {
  const words = useMessages(shellMessages);
  const actions = useUserActions();
  return (
    <Menu label={compact ? `${me.name} · ${words.user}` : words.user} kind="quiet" items={actions} className={css['user'] ?? ''}>
      {/* The letter is drawn by the style sheet: it is no part of the button's name. */}
      <span className={css['face']} aria-hidden="true" data-letter={me.name.slice(0, 1)}>{me.name === '' ? <Icon name="user" /> : null}</span>
      {compact ? null : <span className={css['who']}>{me.name} <small>{me.companyName}</small></span>}
    </Menu>
  );
}
