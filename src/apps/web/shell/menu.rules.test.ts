import { describe, expect, it } from 'vitest';
import { page } from '../page.ts';
import { campaignOf, menuLinks } from './menu.rules.ts';

const load = () => Promise.reject(new Error('not drawn here'));
const pages = [
  page({ path: '/', name: 'workbench', group: 'main', load }),
  page({ path: '/campaigns', name: 'campaigns', group: 'main', load }),
  page({ path: '/campaigns/$campaignId/budget', name: 'budget', group: 'preparation', load }),
  page({ path: '/people', name: 'people', group: 'settings', allow: (viewer) => viewer.orgRole === 'admin', load }),
  page({ path: '/sign-in', name: 'signIn', group: 'main', outside: true, load }),
];
const id = '01a20a51-9ecd-71d3-b9dd-777e47a0ff33';
const admin = { orgRole: 'admin', can: {} };

describe('the menu', () => {
  it('holds what is built, in the order of the list, with the campaign filled in', () => {
    expect(menuLinks(pages, 'main', admin, '/').map((link) => link.to)).toEqual(['/', '/campaigns']);
    expect(menuLinks(pages, 'preparation', admin, `/campaigns/${id}/budget`, id)).toMatchObject([{ to: `/campaigns/${id}/budget`, current: true }]);
  });
  it('marks the main page above the present one, and the workbench only on itself', () => {
    expect(menuLinks(pages, 'main', admin, `/campaigns/${id}`).map((link) => link.current)).toEqual([false, true]);
    expect(menuLinks(pages, 'main', admin, '/').map((link) => link.current)).toEqual([true, false]);
  });
  it('marks a page of a campaign on the pages below it, and the overview on itself only', () => {
    const below = `/campaigns/${id}/budget/requests`;
    expect(menuLinks(pages, 'preparation', admin, below, id)).toMatchObject([{ name: 'budget', current: true }]);
    const overview = [page({ path: '/campaigns/$campaignId', name: 'overview', group: 'campaign', load })];
    expect([`/campaigns/${id}`, below].map((pathname) => menuLinks(overview, 'campaign', admin, pathname, id)[0]?.current)).toEqual([true, false]);
  });
  it('leaves out what the viewer may not see, and all of it while the viewer is unknown', () => {
    expect(menuLinks(pages, 'settings', admin, '/')).toHaveLength(1);
    expect(menuLinks(pages, 'settings', { orgRole: 'member', can: {} }, '/')).toEqual([]);
    expect(menuLinks(pages, 'settings', undefined, '/')).toEqual([]);
  });
  it('knows a campaign from a page of that name', () => {
    expect(campaignOf(`/campaigns/${id}/budget`)).toBe(id);
    expect(campaignOf('/campaigns/new')).toBeUndefined();
    expect(campaignOf('/campaigns')).toBeUndefined();
  });
});
