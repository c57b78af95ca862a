/**
 * Article: one Markdown file with front matter to an Article. Takes a SourceFile; gives blocks and copy after house
 * typography, in NFC, with one space or one no-break space for all white, and every piece with the place where it was
 * written. Promises: no word is added or lost, comments are never printed or counted, whatever a column cannot set is
 * reported at its place, and nothing is thrown at an editor.
 */
export { parseLanguageTag } from './front-matter.js'
export { type ArticleRequest, readArticle } from './read-article.js'
export { readCopy } from './read-copy.js'
export { applyTypography } from './typography/typography.js'
export { countCopyWords, countWords } from './words.js'
