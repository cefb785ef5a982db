-- An approval keeps its own steps; nothing was ever written here.
alter table approvals drop column route;
