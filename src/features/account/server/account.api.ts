export { findCompany, listPeople as listAllPeople } from './account.views.ts';
export { departmentNamed, insertPassword, insertPerson } from './account.store.ts';
