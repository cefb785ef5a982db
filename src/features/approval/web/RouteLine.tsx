import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Menu } from '#platform/web/ui/Menu.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import type { Finding } from '../approval.route.check.rules.ts';
import { deleteRoute, moveRoute, saveRoute, type RouteView } from '../approval.route.contract.ts';
import { approvalRouteWebMessages } from '../approval.route.web.messages.ts';
import { fieldsOf } from './route-draft.ts';
import { RouteSteps } from './RouteSteps.tsx';
import type { RouteWords } from './useRouteWords.ts';
import css from './routes.module.css';

/** Moves and deletes, each with its way back. `peers` are the routes of the kind, in order. */
function useRouteActs(route: RouteView, peers: readonly RouteView[]) {
  const words = useMessages(approvalRouteWebMessages);
  const toast = useToast();
  const [move, remove, save] = [useAction(moveRoute), useAction(deleteRoute), useAction(saveRoute)];
  const params = { routeId: route.id };
  const at = peers.findIndex(({ id }) => id === route.id);
  const before = peers[at - 1]?.id ?? null;
  const shift = async (by: -1 | 1) => {
    const afterId = by === -1 ? (peers[at - 2]?.id ?? null) : (peers[at + 1]?.id ?? null);
    await move.mutateAsync({ params, body: { afterId } });
    toast.show({ text: by === -1 ? words.movedUp : words.movedDown, key: route.id, undo: () => move.mutateAsync({ params, body: { afterId: before } }) });
  };
  const drop = async () => {
    await remove.mutateAsync({ params, query: { revision: route.revision } });
    toast.show({ text: words.removed, undo: () => save.mutateAsync({ params, body: { ...fieldsOf(route), revision: null, afterId: before } }) });
  };
  const run = (act: () => Promise<void>) => () => void act().catch(toast.showError);
  return { at, up: run(() => shift(-1)), down: run(() => shift(1)), drop: run(drop) };
}

export interface RouteLineProps {
  readonly route: RouteView;
  readonly peers: readonly RouteView[];
  readonly findings: readonly Finding[];
  readonly words: RouteWords;
  /** Absent: to be read only. */
  readonly onEdit: (() => void) | undefined;
}

/** One route as one readable line, with what is worth knowing about it. */
export function RouteLine({ route, peers, findings, words, onEdit }: RouteLineProps) {
  const texts = useMessages(approvalRouteWebMessages);
  const acts = useRouteActs(route, peers);
  const name = `${words.number(route.id)} ${words.fit(route)}`;
  return (
    <li className={css['route']}>
      <span className={css['number']} aria-label={words.number(route.id)}>{acts.at + 1}</span>
      <div className={css['line']}>
        <h3>{words.fit(route)}</h3>
        <RouteSteps steps={route.steps} words={words} />
        {findings.map((finding, index) => <p key={index} className={finding.code === 'shadowed' || finding.code === 'dead' ? css['wrong'] : css['note']}><Icon name="warn" size={12} />{words.finding(finding)}</p>)}
      </div>
      {onEdit ? (
        <div className={css['acts']}>
          <Button small kind="quiet" aria-label={`${texts.edit} · ${name}`} onClick={onEdit}>{texts.edit}</Button>
          <Menu
            small
            kind="quiet"
            icon="more"
            label={`${texts.more} · ${name}`}
            items={[
              { key: 'up', label: texts.up, icon: 'up', disabled: acts.at === 0, onSelect: acts.up },
              { key: 'down', label: texts.down, icon: 'down', disabled: acts.at === peers.length - 1, onSelect: acts.down },
              { key: 'remove', label: texts.remove, icon: 'remove', danger: true, rule: true, onSelect: acts.drop },
            ]}
          />
        </div>
      ) : null}
    </li>
  );
}
