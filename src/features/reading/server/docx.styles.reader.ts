import { HEADING_STYLE } from '../reading.section.vocabulary.ts';
import { readXmlPart } from './xml.reader.ts';
import type { ZipPackage } from './zip.reader.ts';

/** What the styles of a Word document say of its paragraphs. */
export interface DocxStyles {
  /** The level of a heading by its style's id: 1 to 6. */
  readonly levels: ReadonlyMap<string, number>;
  /** Styles of the entries of a table of contents, which only repeats headings. */
  readonly contents: ReadonlySet<string>;
  /** The sign of a list's items, by `numId level`. */
  readonly lists: ReadonlyMap<string, 'bullet' | 'number'>;
}

interface Style {
  id: string;
  name: string;
  outline: number | undefined;
}

async function readStyles(zip: ZipPackage): Promise<Style[]> {
  const styles: Style[] = [];
  await readXmlPart(zip, 'word/styles.xml', {
    open: (name, attributes) => {
      const style = styles.at(-1);
      if (name === 'style') styles.push({ id: attributes['styleId'] ?? '', name: '', outline: undefined });
      else if (style && name === 'name') style.name = attributes['val'] ?? '';
      else if (style && name === 'outlineLvl') style.outline = Number(attributes['val']);
    },
    close: () => {},
  });
  return styles;
}

async function readLists(zip: ZipPackage): Promise<Map<string, 'bullet' | 'number'>> {
  const formats = new Map<string, string>();
  const lists = new Map<string, 'bullet' | 'number'>();
  let [abstract, level, list] = ['', '', ''];
  await readXmlPart(zip, 'word/numbering.xml', {
    open: (name, attributes) => {
      if (name === 'abstractNum') abstract = attributes['abstractNumId'] ?? '';
      else if (name === 'lvl') level = attributes['ilvl'] ?? '';
      else if (name === 'numFmt') formats.set(`${abstract} ${level}`, attributes['val'] ?? '');
      else if (name === 'num') list = attributes['numId'] ?? '';
      else if (name === 'abstractNumId') {
        for (let at = 0; at < 9; at += 1) {
          const format = formats.get(`${attributes['val'] ?? ''} ${String(at)}`);
          if (format && format !== 'none') lists.set(`${list} ${String(at)}`, format === 'bullet' ? 'bullet' : 'number');
        }
      }
    },
    close: () => {},
  });
  return lists;
}

const levelOf = ({ id, name, outline }: Style): number => {
  const named = HEADING_STYLE.exec(name) ?? /^heading([1-6])$/i.exec(id);
  return named ? Number(named[1]) : outline !== undefined && outline < 6 ? outline + 1 : 0;
};

/** Reads which paragraphs are headings and which are items of lists. A document without styles has neither. */
export async function readDocxStyles(zip: ZipPackage): Promise<DocxStyles> {
  const styles = await readStyles(zip);
  return {
    levels: new Map(styles.flatMap((style): [string, number][] => (levelOf(style) > 0 ? [[style.id, levelOf(style)]] : []))),
    contents: new Set(styles.filter(({ id, name }) => /^toc ?\d$/i.test(name) || /^toc\d$/i.test(id)).map((style) => style.id)),
    lists: await readLists(zip),
  };
}
