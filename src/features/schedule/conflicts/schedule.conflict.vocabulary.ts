/** How venues and equipment stand in one cell, and a number of them that is no part of the name: `主舞台、投影仪2台，音响×2`. */
export const RESOURCES_APART = /[、,，;；/\n]/u;
export const RESOURCE_COUNT = /(?:[×x*]\s*\d+|\d+\s*(?:台|套|个|块|张|把|辆|组|只|顶|间|支|部))$/iu;
