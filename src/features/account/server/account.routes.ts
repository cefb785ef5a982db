import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../account.contract.ts';
import { AccountService, type AccountParts } from './account.service.ts';
import { readPeopleFile } from './account.people-file.ts';
import * as views from './account.views.ts';

export function accountRoutes(parts: AccountParts): readonly Handler[] {
  const service = new AccountService(parts);
  return [
    handle(contract.getSetup, (work) => service.getSetup(work)),
    handle(contract.completeSetup, (work, input) => service.completeSetup(work, input)),
    handle(contract.signIn, (work, input) => service.signIn(work, input)),
    handle(contract.signOut, (work) => service.signOut(work)),
    handle(contract.getMe, (work) => service.getMe(work)),
    handle(contract.changePassword, (work, input) => service.changePassword(work, input)),
    handle(contract.listSessions, (work) => service.listSessions(work)),
    handle(contract.signOutEverywhere, (work) => service.signOutEverywhere(work)),
    handle(contract.requestReset, (work, input) => service.requestReset(work, input)),
    handle(contract.getLink, (work, input) => service.getLink(work, input)),
    handle(contract.useLink, (work, input) => service.useLink(work, input)),
    handle(contract.listPeople, async (work) => ({ people: await views.listPeople(work.db) })),
    handle(contract.invitePeople, (work, input) => service.invitePeople(work, input)),
    handle(contract.readPeopleFile, readPeopleFile),
    handle(contract.renewLink, (work, input) => service.renewLink(work, input)),
    handle(contract.updatePerson, (work, input) => service.updatePerson(work, input)),
    handle(contract.listDepartments, async (work) => ({ departments: await views.listDepartments(work.db) })),
    handle(contract.createDepartment, (work, input) => service.createDepartment(work, input)),
    handle(contract.renameDepartment, (work, input) => service.renameDepartment(work, input)),
    handle(contract.nameHead, (work, input) => service.nameHead(work, input)),
  ];
}
