import type { Page } from 'playwright-core';

/**
 * Two ways in. `…ThroughPages` types and clicks as a person does and ends on the first page after it. The quick ones
 * (`signInAdministrator`, `joinAs`, `signIn`) send the same requests with the page's own cookies, for journeys about something else.
 */
export type Newcomer = {
  name: string;
  email: string;
  orgRole?: 'admin' | 'management' | 'finance' | 'member';
  title?: string;
  departmentName?: string;
};

export const PASSWORD = 'correct horse 1';
export const ADMINISTRATOR = { name: '管理员', email: 'admin@example.com', companyName: '示例公司' } as const;

/** Sends JSON as the signed-in person of the page. @throws Error with the problem that the server answered. */
export async function callApi<T = unknown>(page: Page, method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const answer = await page.request.fetch(path, { method, ...(body === undefined ? {} : { data: body }) });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Signs the page in without opening one. */
export async function signIn(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await callApi(page, 'POST', '/api/session', { email, password });
}

/** Makes the company and its administrator with the printed link, and signs the page in as the administrator. */
export async function signInAdministrator(page: Page, setupURL: string): Promise<void> {
  const code = new URL(setupURL).searchParams.get('code');
  await callApi(page, 'POST', '/api/setup', { code, ...ADMINISTRATOR, password: PASSWORD });
  await signIn(page, ADMINISTRATOR.email);
}

/** Invites a person as the administrator of `administrator`, and signs them in on `page`. Returns their id. */
export async function joinAs(administrator: Page, page: Page, person: Newcomer): Promise<string> {
  const { invitations } = await callApi<{ invitations: { personId: string; link: string }[] }>(administrator, 'POST', '/api/people', { people: [person] });
  const [invitation] = invitations;
  if (!invitation) throw new Error(`No invitation came for ${person.email}.`);
  const token = new URL(invitation.link).pathname.split('/').at(-1) ?? '';
  await callApi(page, 'POST', `/api/links/${token}`, { name: person.name, password: PASSWORD });
  await signIn(page, person.email);
  return invitation.personId;
}

/** Fields are found by what they are for, in any language: forms must say so (WCAG 1.3.5, identify input purpose). */
async function fill(page: Page, purpose: string, text: string): Promise<void> {
  await page.locator(`form input[autocomplete="${purpose}"]:visible`).fill(text);
}

/** Sends the form and waits until the person is inside. */
async function submitAndEnter(page: Page): Promise<void> {
  const outside = new URL(page.url()).pathname;
  await page.locator('form button[type="submit"]').click();
  await page.waitForURL((address) => address.pathname !== outside);
  await page.getByRole('main').waitFor();
}

/** First-run set-up: opens the printed link, names the company and the administrator, ends on the workbench. */
export async function setUpThroughPages(page: Page, setupURL: string): Promise<void> {
  await page.goto(setupURL);
  await fill(page, 'organization', ADMINISTRATOR.companyName);
  await fill(page, 'name', ADMINISTRATOR.name);
  await fill(page, 'username', ADMINISTRATOR.email);
  await fill(page, 'new-password', PASSWORD);
  await submitAndEnter(page);
}

/** An invited person opens their link, sets a password, ends on the workbench. */
export async function joinThroughPages(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await fill(page, 'new-password', PASSWORD);
  await submitAndEnter(page);
}

export async function signInThroughPages(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await fill(page, 'username', email);
  await fill(page, 'current-password', password);
  await submitAndEnter(page);
}

/** As an administrator: 设置 → 人员 → 邀请人员, by hand. Returns the link of each person, in order; the dialog is closed again. */
export async function inviteThroughPages(page: Page, people: readonly Newcomer[]): Promise<string[]> {
  await page.goto('/settings/people');
  await page.getByRole('button', { name: /^(邀请人员|Invite people)$/ }).first().click();
  const dialog = page.getByRole('dialog');
  for (const [index, person] of people.entries()) {
    if (index > 0) await dialog.getByRole('button', { name: /^(再加一人|Add another)$/ }).click();
    const field = (name: string) => dialog.locator(`[name="people.${index}.${name}"]`);
    await field('name').fill(person.name);
    await field('email').fill(person.email);
    await field('departmentName').fill(person.departmentName ?? '');
    await field('title').fill(person.title ?? '');
    await field('orgRole').selectOption(person.orgRole ?? 'member');
  }
  await dialog.locator('button[type="submit"]').click();
  const links = dialog.locator('input[readonly]');
  await links.first().waitFor();
  const found = await links.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  await dialog.getByRole('button', { name: /^(完成|Done)$/ }).click();
  return found;
}
