import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { columnsOf, GUTTER, MARGIN, TRIM_DEPTH, trimOf } from '../quality-edition.mjs'

/** @typedef {import('../quality-edition.mjs').QualityOrder} QualityOrder */

/**
 * The corpus set by LuaLaTeX with microtype (protrusion and expansion) and multicol, as a careful hand would set a newspaper
 * in it; null when it is not installed. Debian: texlive-luatex, texlive-latex-extra, texlive-lang-english.
 * @param {QualityOrder} order @param {string} folder @returns {string | null} the PDF
 */
export function setWithLatex(order, folder) {
  mkdirSync(folder, { recursive: true })
  copyFaces(order, folder)
  writeFileSync(join(folder, 'quality.tex'), source(order))
  const run = spawnSync('lualatex', ['-interaction=batchmode', '-halt-on-error', 'quality.tex'], { cwd: folder })
  if (run.error) return null
  if (run.status !== 0) throw new Error(`LuaLaTeX broke off: see ${join(folder, 'quality.log')}`)
  return join(folder, 'quality.pdf')
}

/** TeX wants plain names. */
const FACES = { 'regular.ttf': '400Regular', 'italic.ttf': '400Regular_Italic', 'bold.ttf': '700Bold' }

/** @param {QualityOrder} order @param {string} folder */
function copyFaces({ typeface }, folder) {
  const faces = dirname(createRequire(import.meta.url).resolve(`${typeface.folder}/package.json`))
  for (const [name, face] of Object.entries(FACES)) copyFileSync(join(faces, typeface.file(face)), join(folder, name))
}

/** @param {QualityOrder} order */
function source({ articles, measure }) {
  const columns = columnsOf(measure)
  const head = String.raw`\documentclass{article}
\usepackage[paperwidth=${trimOf(measure)}mm,paperheight=${TRIM_DEPTH}mm,margin=${MARGIN}mm]{geometry}
\usepackage{fontspec}
\setmainfont{regular}[Path=./,Extension=.ttf,ItalicFont=italic,BoldFont=bold,Ligatures=TeX]
\usepackage[british]{babel}
\usepackage{multicol}
\usepackage[protrusion=true,expansion=true]{microtype}
\frenchspacing\pagestyle{empty}
\columnsep=${GUTTER}mm \columnseprule=0pt
\parindent=0pt \parskip=0pt \topskip=8pt \lineskiplimit=-100pt
% No overfull line at any price, but let the paragraph builder try hard.
\pretolerance=100 \tolerance=2000 \emergencystretch=1.5em \hfuzz=0.3pt \hbadness=10000 \vbadness=10000
\clubpenalty=10000 \widowpenalty=10000 \doublehyphendemerits=20000 \brokenpenalty=50
\multicolsep=0pt \premulticols=0pt \postmulticols=0pt \multicolbaselineskip=0pt
\raggedcolumns \raggedbottom
\def\body{\fontsize{9bp}{10.5bp}\selectfont\parindent=9bp}
\def\headline#1{{\fontsize{18bp}{21bp}\selectfont\bfseries\raggedright\hyphenpenalty=10000 #1\par}\nobreak}
\def\crosshead#1{\par\vskip10.5bp{\bfseries\noindent #1\par}\nobreak}
\begin{document}
`
  const stories = articles.map(({ headline, blocks }) => {
    let follows = false
    const text = blocks.map((block) => {
      const isIndented = follows
      follows = block.kind === 'paragraph'
      if (!follows) return String.raw`\crosshead{${escape(block.text)}}`
      return String.raw`${isIndented ? '' : String.raw`\noindent `}${escape(block.text)}\par`
    })
    const title = String.raw`\headline{${escape(headline)}}`
    // So much room must be left on a page: the headline, and five lines.
    const room = 75
    const open = columns > 1 ? String.raw`\begin{multicols}{${columns}}[${title}][${room}bp]` : title
    const close = columns > 1 ? String.raw`\end{multicols}` : ''
    return `${open}\\body\n${text.join('\n')}\n${close}\\vskip10.5bp`
  })
  return `${head}${stories.join('\n')}\n\\end{document}\n`
}

/** @param {string} text */
function escape(text) {
  return text
    .replace(/[&%$#_{}]/g, (character) => `\\${character}`)
    .replace(/~/g, '\\textasciitilde{}')
    .replace(/\*([^*]+)\*/g, '\\emph{$1}')
}
