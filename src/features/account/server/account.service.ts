import type { Mailer } from '#platform/server/mail.ts';
import { newId } from '#platform/server/identity.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { RateLimits } from '#platform/server/rate-limits.ts';
import type { Sessions } from '#platform/server/session.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../account.contract.ts';
import { accountMessages } from '../account.messages.ts';
import { managesPeople } from '../account.policy.ts';
import { INVITATION_SECONDS, makeLink, personOfLink, RESET_SECONDS } from './account.links.ts';
import * as store from './account.store.ts';
import * as views from './account.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

export interface AccountParts {
  readonly sessions: Sessions;
  readonly mailer: Mailer;
  readonly limits: RateLimits;
  readonly publicUrl: string;
  /** Proves that whoever sets the company up has seen the server's start. */
  readonly setupCode: string;
}

/** People, sign-in, departments. Functions take the work of one operation and return its answer. */
export class AccountService {
  readonly #parts: AccountParts;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  async getSetup(work: ReadWork): Promise<Output<'getSetup'>> {
    const company = await views.findCompany(work.db);
    return { done: company !== undefined, companyName: company?.name ?? null, mail: this.#parts.mailer.configured };
  }

  async completeSetup(work: Work, { body }: Input<'completeSetup'>): Promise<Output<'completeSetup'>> {
    await this.#parts.limits.take('setup', work.caller.address);
    if (await store.lockCompany(work.db)) throw new Problem('account.setup_done', 409);
    if (body.code !== this.#parts.setupCode) throw new Problem('account.setup_code', 403);
    const context = await this.#parts.sessions.library.$context;
    const id = newId();
    await store.insertCompany(work.db, body.companyName);
    await store.insertPerson(work.db, { id, name: body.name, email: body.email, title: '', orgRole: 'admin', departmentId: null }, true);
    await store.insertPassword(work.db, id, await context.password.hash(body.password));
    await work.record({ kind: 'account.set_up', subject: { type: 'company' }, after: { companyName: body.companyName, administrator: id } });
    return {};
  }

  async signIn(work: Work, { body }: Input<'signIn'>): Promise<Output<'signIn'>> {
    const key = `${body.email}|${work.caller.address}`;
    await this.#parts.limits.check('signIn', key);
    await this.#parts.limits.check('signInAccount', body.email);
    const person = await views.findPersonByEmail(work.db, body.email);
    const { library } = this.#parts.sessions;
    const result = await library.api.signInEmail({ body, headers: work.headers, returnHeaders: true }).catch(() => undefined);
    if (!result) {
      await this.#parts.limits.take('signIn', key);
      await this.#parts.limits.take('signInAccount', body.email);
      throw new Problem('account.credentials', 401);
    }
    if (person?.state === 'disabled') {
      await library.api.revokeSessions({ headers: cookiesOf(result.headers) });
      throw new Problem('account.disabled', 403);
    }
    await this.#parts.limits.forgive('signIn', key);
    for (const line of result.headers.getSetCookie()) work.setCookie(line);
    await work.record({ kind: 'account.signed_in', subject: { type: 'person', id: result.response.user.id } });
    return {};
  }

  async signOut(work: Work): Promise<Output<'signOut'>> {
    const result = await this.#parts.sessions.library.api.signOut({ headers: work.headers, returnHeaders: true }).catch(() => undefined);
    for (const line of result?.headers.getSetCookie() ?? []) work.setCookie(line);
    this.#parts.sessions.forget();
    if (work.actor) await work.record({ kind: 'account.signed_out', subject: { type: 'person', id: work.actor.userId } });
    return {};
  }

  async getMe(work: ReadWork): Promise<Output<'getMe'>> {
    const [person, company] = await Promise.all([views.findPerson(work.db, work.actor.userId), views.findCompany(work.db)]);
    if (!person || !company) throw notFound();
    return { ...person, companyName: company.name, timeZone: company.timeZone, can: { managePeople: managesPeople(work.actor), createCampaign: work.actor.orgRole !== 'finance' } };
  }

  async changePassword(work: Work, { body }: Input<'changePassword'>): Promise<Output<'changePassword'>> {
    await this.#parts.limits.check('signIn', work.actor.userId);
    const result = await this.#parts.sessions.library.api
      .changePassword({ body: { currentPassword: body.current, newPassword: body.next, revokeOtherSessions: true }, headers: work.headers, returnHeaders: true })
      .catch(() => undefined);
    if (!result) {
      await this.#parts.limits.take('signIn', work.actor.userId);
      throw new Problem('account.credentials', 401);
    }
    for (const line of result.headers.getSetCookie()) work.setCookie(line);
    await work.record({ kind: 'account.password_changed', subject: { type: 'person', id: work.actor.userId } });
    return {};
  }

  async listSessions(work: ReadWork): Promise<Output<'listSessions'>> {
    const cookie = decodeURIComponent(work.headers.get('cookie') ?? '');
    const rows = await views.listOwnSessions(work.db, work.actor.userId);
    return { sessions: rows.map(({ token, ...row }) => ({ ...row, userAgent: row.userAgent ?? '', address: row.address ?? '', current: cookie.includes(`session_token=${token}.`) })) };
  }

  async signOutEverywhere(work: Work): Promise<Output<'signOutEverywhere'>> {
    await store.deleteSessions(work.db, work.actor.userId);
    await work.record({ kind: 'account.signed_out_everywhere', subject: { type: 'person', id: work.actor.userId } });
    return {};
  }

  async requestReset(work: Work, { body }: Input<'requestReset'>): Promise<Output<'requestReset'>> {
    await this.#parts.limits.take('reset', work.caller.address);
    const mail = this.#parts.mailer.configured;
    const person = await views.findPersonByEmail(work.db, body.email);
    // The answer is the same whether or not there is such a person.
    if (mail && person?.state === 'active') {
      const link = `${this.#parts.publicUrl}/link/${await makeLink(this.#parts.sessions, person.id, RESET_SECONDS)}`;
      const words = accountMessages[work.caller.locale].mail;
      void this.#parts.mailer.send({ to: person.email, subject: words.resetSubject, text: words.resetText(person.name, link) }).catch((error: unknown) => work.log.error({ err: error }, 'reset mail not sent'));
      await work.record({ kind: 'account.reset_requested', subject: { type: 'person', id: person.id } });
    }
    return { mail };
  }

  async getLink(work: ReadWork, { params }: Input<'getLink'>): Promise<Output<'getLink'>> {
    await this.#parts.limits.take('link', work.caller.address);
    const userId = await personOfLink(this.#parts.sessions, params.token);
    const [person, company] = await Promise.all([userId ? views.findPerson(work.db, userId) : undefined, views.findCompany(work.db)]);
    if (!person || !company || person.state === 'disabled') throw new Problem('account.link_used', 410);
    return { name: person.name, email: person.email, companyName: company.name, invited: person.state === 'invited' };
  }

  async useLink(work: Work, { params, body }: Input<'useLink'>): Promise<Output<'useLink'>> {
    await this.#parts.limits.take('link', work.caller.address);
    const userId = await personOfLink(this.#parts.sessions, params.token);
    const person = userId ? await views.findPerson(work.db, userId) : undefined;
    if (!userId || !person || person.state === 'disabled') throw new Problem('account.link_used', 410);
    // The library commits by itself and is asked first: a second use of the link ends here.
    await this.#parts.sessions.library.api.resetPassword({ body: { newPassword: body.password, token: params.token } }).catch(() => {
      throw new Problem('account.link_used', 410);
    });
    await store.activatePerson(work.db, userId, body.name);
    await work.record({ kind: person.state === 'invited' ? 'account.joined' : 'account.password_reset', subject: { type: 'person', id: userId } });
    return { email: person.email };
  }

  async invitePeople(work: Work, { body }: Input<'invitePeople'>): Promise<Output<'invitePeople'>> {
    const invitations: Output<'invitePeople'>['invitations'] = [];
    for (const wanted of body.people) {
      const department = wanted.departmentName ? await store.departmentNamed(work.db, wanted.departmentName) : undefined;
      const person = { id: newId(), name: wanted.name, email: wanted.email, title: wanted.title, orgRole: wanted.orgRole, departmentId: department?.id ?? null };
      if (!(await store.insertPerson(work.db, person))) throw new Problem('account.email_taken', 409, { email: wanted.email });
      await work.record({ kind: 'account.invited', subject: { type: 'person', id: person.id }, after: { name: person.name, orgRole: person.orgRole } });
      invitations.push(await this.#invite(work, person, INVITATION_SECONDS));
    }
    return { invitations };
  }

  async renewLink(work: Work, { params }: Input<'renewLink'>): Promise<Output<'renewLink'>> {
    const person = await views.findPerson(work.db, params.personId);
    if (!person || person.state === 'disabled') throw notFound();
    await work.record({ kind: 'account.link_renewed', subject: { type: 'person', id: person.id } });
    return this.#invite(work, person, person.state === 'invited' ? INVITATION_SECONDS : RESET_SECONDS);
  }

  async #invite(work: Work, person: { id: string; name: string; email: string }, seconds: number): Promise<Output<'renewLink'>> {
    const link = `${this.#parts.publicUrl}/link/${await makeLink(this.#parts.sessions, person.id, seconds)}`;
    const company = await views.findCompany(work.db);
    const words = accountMessages[work.caller.locale].mail;
    const subject = seconds === INVITATION_SECONDS ? words.inviteSubject(company?.name ?? '') : words.resetSubject;
    const text = seconds === INVITATION_SECONDS ? words.inviteText(person.name, company?.name ?? '', link) : words.resetText(person.name, link);
    const mailed = this.#parts.mailer.configured && (await this.#parts.mailer.send({ to: person.email, subject, text }).then(() => true, () => false));
    return { personId: person.id, name: person.name, email: person.email, link, mailed };
  }

  async updatePerson(work: Work, { params, body }: Input<'updatePerson'>): Promise<Output<'updatePerson'>> {
    const before = await store.lockPerson(work.db, params.personId);
    if (!before) throw notFound();
    const losesAdmin = before.orgRole === 'admin' && (body.disabled === true || (body.orgRole !== undefined && body.orgRole !== 'admin'));
    if (losesAdmin && (await store.countOtherAdmins(work.db, before.id)) === 0) throw new Problem('account.last_admin', 409);
    await store.updatePerson(work.db, before.id, body);
    if (body.disabled) await store.deleteSessions(work.db, before.id);
    const stored: Record<string, unknown> = { ...before, disabled: before.disabledAt !== null };
    await work.record({
      kind: 'account.person_changed', subject: { type: 'person', id: before.id },
      before: Object.fromEntries(Object.keys(body).map((field) => [field, stored[field]])), after: body,
    });
    const person = await views.findPerson(work.db, before.id);
    if (!person) throw notFound();
    return person;
  }

  async createDepartment(work: Work, { body }: Input<'createDepartment'>): Promise<Output<'createDepartment'>> {
    const department = await store.departmentNamed(work.db, body.name);
    if (!department.created) throw new Problem('account.department_taken', 409);
    await work.record({ kind: 'account.department_created', subject: { type: 'department', id: department.id }, after: { name: body.name } });
    return { id: department.id, name: body.name, people: 0, headId: null, headName: null };
  }

  async renameDepartment(work: Work, { params, body }: Input<'renameDepartment'>): Promise<Output<'renameDepartment'>> {
    const outcome = await store.renameDepartment(work.db, params.departmentId, body.name);
    if (outcome === 'taken') throw new Problem('account.department_taken', 409);
    const found = (await views.listDepartments(work.db)).find((department) => department.id === params.departmentId);
    if (outcome === 'gone' || !found) throw notFound();
    await work.record({ kind: 'account.department_renamed', subject: { type: 'department', id: found.id }, after: { name: body.name } });
    return found;
  }

  async nameHead(work: Work, { params, body }: Input<'nameHead'>): Promise<Output<'nameHead'>> {
    const person = body.personId === null ? undefined : await store.lockPerson(work.db, body.personId);
    if (body.personId !== null && (!person || person.disabledAt !== null)) throw new Problem('account.head_gone', 409);
    const before = await store.nameHead(work.db, params.departmentId, body.personId);
    const found = (await views.listDepartments(work.db)).find((department) => department.id === params.departmentId);
    if (!before || !found) throw notFound();
    await work.record({ kind: 'account.head_named', subject: { type: 'department', id: found.id }, before: { headId: before.headId }, after: { headId: body.personId } });
    return found;
  }
}

function cookiesOf(headers: Headers): Headers {
  return new Headers({ cookie: headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') });
}
