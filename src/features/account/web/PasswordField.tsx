import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Field } from '#platform/web/ui/Field.tsx';
import type { FieldBinding } from '#platform/web/ui/form.ts';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { accountWebMessages } from '../account.web.messages.ts';
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from '#platform/shared/field.ts';
import { holdsPersonal, passwordStrength } from '../account.password.rules.ts';
import css from './PasswordField.module.css';

export interface PasswordFieldProps extends FieldBinding<string> {
  readonly label: string;
  /** `new` shows the rules as they are met; `current` asks for the one in use. */
  readonly purpose: 'current' | 'new';
  /** Name and address of the person, which a new password should not hold. */
  readonly personal?: readonly string[];
}

function Rule({ met, children }: { readonly met: boolean; readonly children: string }) {
  const words = useMessages(accountWebMessages).rules;
  return (
    <li className={met ? css['met'] : ''}>
      {met ? <Icon name="check" size={12} /> : <span className={css['dot']} />}
      {children}
      <span className="visually-hidden">{met ? words.met : words.unmet}</span>
    </li>
  );
}

function Rules({ password, personal }: { readonly password: string; readonly personal: readonly string[] }) {
  const words = useMessages(accountWebMessages).rules;
  const fits = password.length >= PASSWORD_MINIMUM && password.length <= PASSWORD_MAXIMUM;
  return (
    <ul className={css['rules']} aria-label={words.title}>
      <Rule met={fits}>{password.length > PASSWORD_MAXIMUM ? words.longest(PASSWORD_MAXIMUM) : words.length(PASSWORD_MINIMUM)}</Rule>
      {holdsPersonal(password, personal) ? <Rule met={false}>{words.personal}</Rule> : null}
      {fits ? <Rule met={passwordStrength(password, personal) !== 'weak'}>{words.strength(words.levels[passwordStrength(password, personal)])}</Rule> : null}
    </ul>
  );
}

/** A password that can be looked at. A new one shows what it needs while it is typed; the strength is advice and stops nobody. */
export function PasswordField({ label, purpose, personal = [], name, value, onChange, error }: PasswordFieldProps) {
  const words = useMessages(accountWebMessages);
  const [shown, setShown] = useState(false);
  return (
    <div>
      <Field label={label} required error={error}>
        {(control) => (
          <div className={css['box']}>
            <input
              {...control}
              type={shown ? 'text' : 'password'}
              name={name}
              autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
              autoCapitalize="none"
              spellCheck={false}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
            <span className={css['toggle']}>
              <Button kind="quiet" small aria-label={shown ? words.fields.hide : words.fields.show} onClick={() => setShown(!shown)}>{shown ? words.fields.hideShort : words.fields.showShort}</Button>
            </span>
          </div>
        )}
      </Field>
      {purpose === 'new' ? <Rules password={value} personal={personal} /> : null}
    </div>
  );
}
