import type { Table } from '../table.ts';

/** Text inside XML, without the characters that XML has no place for (XML 1.0, 2.2). */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

const run = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line, i) => `${i === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${xml(line)}</w:t>`)
    .join('');

const paragraph = (style: string, inner: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>\n`;

/** A paragraph of a style, or nothing where there are no words. */
export const text = (style: string, words: string) => (words ? paragraph(style, `<w:r>${run(words)}</w:r>`) : '');

/** A link as a field (ECMA-376, 17.16.5.25), which stands by itself: no list of links has to be kept. */
function link(url: string, words: string): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const target = (URL.parse(url)?.href ?? '').replaceAll('"', '%22').replaceAll('\\', '%5C');
  const code = `<w:r><w:instrText xml:space="preserve"> HYPERLINK "${xml(target)}" </w:instrText></w:r>`;
  return `${field('begin')}${code}${field('separate')}<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>${run(words)}</w:r>${field('end')}`;
}

/** A paragraph that is a link to its own address; what is no address of the web is plain text. */
export const linked = (style: string, url: string) =>
  /^https?:/i.test(url) ? paragraph(style, link(url, url)) : text(style, url);

/** A line of a list. */
export const listed = (words: string): string =>
  paragraph('ListParagraph', `<w:r><w:t>–</w:t><w:tab/></w:r><w:r>${run(words)}</w:r>`);

const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');

/** A table under its caption. */
export function table({ caption, columns, rows }: Table): string {
  const cell = (words: string) => `<w:tc><w:tcPr/>${paragraph('About', `<w:r>${run(words)}</w:r>`)}</w:tc>`;
  const row = (cells: readonly string[], head = '') => `<w:tr>${head}${cells.map(cell).join('')}</w:tr>`;
  const heads = row(columns, '<w:trPr><w:tblHeader/></w:trPr>');
  const grid = `<w:tblGrid>${columns.map(() => '<w:gridCol/>').join('')}</w:tblGrid>`;
  const look = `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`;
  return `${text('Quote', caption)}<w:tbl>${look}${grid}${heads}${rows.map((cells) => row(cells)).join('')}</w:tbl>${paragraph('About', '')}`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

interface Look {
  id: string;
  name: string;
  paragraph?: string;
  letters?: string;
  based?: string;
}

const style = ({ id, name, paragraph: around = '', letters = '', based = 'Normal' }: Look) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based === id ? '' : `<w:basedOn w:val="${based}"/>`}<w:qFormat/><w:pPr>${around}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

// Sizes are in half points, distances in twentieths of a point. Calm, and Word's own names, so that a house style fits.
const styles = [
  style({
    id: 'Normal',
    name: 'Normal',
    paragraph: '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>',
    letters: '<w:sz w:val="22"/>',
  }),
  style({ id: 'Title', name: 'Title', paragraph: '<w:spacing w:after="200"/>', letters: '<w:b/><w:sz w:val="40"/>' }),
  style({
    id: 'Heading2',
    name: 'heading 2',
    paragraph: '<w:keepNext/><w:spacing w:before="360" w:after="80"/><w:outlineLvl w:val="1"/>',
    letters: '<w:b/><w:sz w:val="26"/>',
  }),
  style({
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph:
      '<w:tabs><w:tab w:val="left" w:pos="284"/></w:tabs><w:spacing w:after="60"/><w:ind w:left="284" w:hanging="284"/>',
  }),
  style({ id: 'Quote', name: 'Quote', paragraph: '<w:ind w:left="454" w:right="454"/>', letters: '<w:i/>' }),
  style({
    id: 'About',
    name: 'About',
    paragraph: '<w:spacing w:after="40"/>',
    letters: '<w:color w:val="555555"/><w:sz w:val="18"/>',
  }),
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>',
].join('');

/** What stands before and after the body of a document that begins with a title and a few lines about it. */
export const around = (title: string, about: readonly string[]) => ({
  before: `${declaration}<w:document xmlns:w="${main}"><w:body>${text('Title', title)}${about
    .map((one) => text('About', one))
    .join('')}`,
  after: `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
});

/** Where the body stands in the file. */
export const wordBody = 'word/document.xml';

/** The other files of a Word document (ECMA-376, parts 1 and 2): the least that every reader asks for. */
export const wordParts: { [path: string]: string } = {
  '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${documentType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${documentType}.styles+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `${declaration}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>${styles}</w:styles>`,
};
