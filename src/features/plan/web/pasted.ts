import { CELL_RULE, LIST_NUMBER, LIST_POINT } from '../plan.pasted.vocabulary.ts';

/** The rules of security of the page let no style attribute through, not even in a document that is only read: they are read under another name. */
const STYLE = 'data-pasted-style';
const withoutStyles = (html: string): string => html.replaceAll(/<[^>]+>/g, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ` ${STYLE}=`));

function renamed(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** A row of a table as one line of text: nothing of it is lost, and the plan's own tables are grids. */
function tableAsLines(table: Element): void {
  const lines = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')].map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()).join(CELL_RULE));
  table.replaceWith(...lines.filter((line) => line.replaceAll(CELL_RULE, '') !== '').map((line) => {
    const paragraph = table.ownerDocument.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  }));
}

/** Word writes the items of a list as paragraphs that follow one another, each with its own dot or number. */
function listsOfWord(root: Element): void {
  for (const paragraph of root.querySelectorAll(`p[class*="MsoList"], p[${STYLE}*="mso-list"]`)) {
    const words = paragraph.textContent ?? '';
    const kind = LIST_NUMBER.test(words) ? 'ol' : LIST_POINT.test(words) ? 'ul' : undefined;
    if (!kind) continue;
    for (const mark of paragraph.querySelectorAll(`[${STYLE}*="mso-list:Ignore"], [${STYLE}*="mso-list: Ignore"]`)) mark.remove();
    const first = paragraph.firstChild;
    if (first?.nodeType === Node.TEXT_NODE) first.textContent = (first.textContent ?? '').replace(kind === 'ol' ? LIST_NUMBER : LIST_POINT, '');
    const item = paragraph.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    const before = paragraph.previousElementSibling;
    if (before?.tagName.toLowerCase() === kind && before.hasAttribute('data-word')) {
      before.append(item);
      paragraph.remove();
    } else {
      const list = paragraph.ownerDocument.createElement(kind);
      list.setAttribute('data-word', '');
      list.append(item);
      paragraph.replaceWith(list);
    }
  }
}

/** What some programs say by a style and not by an element. */
function marksOfStyles(root: Element): void {
  for (const element of root.querySelectorAll(`[${STYLE}]`)) {
    const style = (element.getAttribute(STYLE) ?? '').replaceAll(/\s/g, '').toLowerCase();
    const isBold = /font-weight:(bold|[6-9]00)/.test(style);
    if (/^(b|strong)$/i.test(element.tagName) && /font-weight:(normal|400)/.test(style)) renamed(element, 'span');
    else if (element.tagName.toLowerCase() === 'span' && isBold) renamed(element, 'b');
    else if (element.tagName.toLowerCase() === 'span' && style.includes('font-style:italic')) renamed(element, 'i');
  }
}

/** HTML from Word, WPS or a web page as a section can hold it: headings, lists, bold, and tables as lines. */
export function readPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const element of body.querySelectorAll('style, script, meta, link, title, xml')) element.remove();
  listsOfWord(body);
  marksOfStyles(body);
  for (const table of body.querySelectorAll('table')) tableAsLines(table);
  for (const heading of body.querySelectorAll('h1')) renamed(heading, 'h2');
  for (const heading of body.querySelectorAll('h4, h5, h6')) renamed(heading, 'h3');
  return body.innerHTML;
}
