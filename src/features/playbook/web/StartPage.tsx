import { getMe } from '#features/account/account.contract.ts';
import { listScenarios } from '#features/campaign/campaign.contract.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { listPlaybooks, type PlaybookRow } from '../playbook.contract.ts';
import { playbookWebMessages } from '../playbook.web.messages.ts';
import css from './playbook.module.css';

/** From three weeks on, nobody counts days. */
const IN_WEEKS = 21;

function PlaybookCard({ playbook, scenario }: { readonly playbook: PlaybookRow; readonly scenario: string }) {
  const words = useMessages(playbookWebMessages).start;
  const { key, name, summary, goals, tasks, period, origin } = playbook;
  const days = period.leadDays + period.eventDays + period.tailDays;
  const length = days >= IN_WEEKS ? words.weeks(Math.round(days / 7)) : words.days(days);
  return (
    <li className={css['card']}>
      <span className={css['kind']}>{scenario}{origin === 'builtIn' ? null : <StateTag>{words[origin]}</StateTag>}</span>
      <Link to={`/campaigns/new/${key}`} className={css['cover']}>{name}</Link>
      <p>{summary}</p>
      <small>{words.facts(tasks, goals, length)}</small>
    </li>
  );
}

function OtherWays() {
  const words = useMessages(playbookWebMessages).start;
  return (
    <ul className={css['ways']}>
      <li className={css['card']}><Link to="/campaigns/new/blank" className={css['cover']}><Icon name="add" />{words.blank}</Link><p>{words.blankHint}</p></li>
      <li className={css['card']}><Link to="/campaigns/new/blank?start=document" className={css['cover']}><Icon name="upload" />{words.document}</Link><p>{words.documentHint}</p></li>
    </ul>
  );
}

/** Where a campaign begins: a playbook for its scenario (S1), an empty one, or a document. */
export function StartPage() {
  const words = useMessages(playbookWebMessages).start;
  const locale = useLocale();
  const query = together({ me: useOperation(getMe, {}), list: useOperation(listPlaybooks, {}), scenarios: useOperation(listScenarios, {}) });
  return (
    <Page title={words.title} crumbs={[{ label: words.campaigns, to: '/campaigns' }]} verdict={words.lead}>
      <Loaded query={query} lines={8}>
        {({ me, list, scenarios }) => {
          if (!me.can.createCampaign) return <Banner tone="warn">{words.refused}</Banner>;
          const names = new Map(scenarios.scenarios.map(({ key, nameZh, nameEn }) => [key, locale === 'en' ? nameEn : nameZh]));
          return (
            <>
              <Section bare title={words.playbooks} actions={<LinkButton small kind="quiet" to="/playbooks">{words.manage}</LinkButton>}>
                <ul className={css['cards']}>{list.playbooks.map((playbook) => <PlaybookCard key={playbook.key} playbook={playbook} scenario={names.get(playbook.scenario) ?? ''} />)}</ul>
              </Section>
              <Section bare title={words.other}><OtherWays /></Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
