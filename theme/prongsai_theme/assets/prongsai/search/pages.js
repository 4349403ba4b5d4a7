/* The pages of the index, and how much a term says of each. */

/* A title says more than everyday words for it, those more than a heading, and that more than text. A
   title says so with whole words: one may be `begun`, and what stands `within` may be no word at all,
   as สภา is none in โปร่งใสภายใน. */
const WEIGHTS = { code: 100, title: 60, synonym: 40, begun: 38, within: 25, heading: 20, text: 5 }
/* Of an everyday word that begins with what is typed, and of one that is all of it. */
const START = WEIGHTS.synonym + 4
const WHOLE = WEIGHTS.synonym + 8

class Page {
  constructor([url, title, year, synonyms, sections], place) {
    Object.assign(this, { url, title, year, place })
    this.sections = sections.map(([anchor, heading, text]) => ({ anchor, heading, text }))
    this.folded = {
      title: fold(title),
      synonyms: fold(synonyms),
      headings: fold(sections.map((section) => section[1]).join("\n")),
      text: fold(sections.map((section) => section[2]).join("\n")),
    }
    const code = this.folded.title.match(/^o(\d+)\b ?/)
    this.number = code ? Number(code[1]) : 0
    this.named = code ? code[0].length : 0 /* where the words of the title begin */
  }

  /* How much a term says of the page; 0 where the page does not hold it. */
  weight(term) {
    const synonym = this.synonymWeight(term)
    if (term.number && term.number === this.number) return WEIGHTS.code
    const inTitle = this.titleWeight(term)
    if (inTitle >= WEIGHTS.title && synonym === WHOLE) return inTitle + 2
    if (inTitle || synonym) return Math.max(inTitle, synonym)
    if (holds(this.folded.headings, term)) return WEIGHTS.heading
    return holds(this.folded.text, term) || holds(this.folded.title, term) ? WEIGHTS.text : 0
  }

  /* How much the place in the title that says most of a term says. */
  titleWeight(term) {
    if (!holds(this.folded.title, term)) return 0
    const matches = [...this.folded.title.matchAll(term.find)].filter((match) => !this.isOfYear(match))
    return Math.max(0, ...matches.map((match) => {
      if (!this.isBetweenWords(match.index)) return WEIGHTS.within
      const isWhole = this.isBetweenWords(match.index + match[0].length)
      return (isWhole ? WEIGHTS.title : WEIGHTS.begun) + this.titleBonus(match)
    }))
  }

  /* Whether no word goes on at a place in the title; the code of an item may be half typed. */
  isBetweenWords(place) {
    const { title } = this.folded
    this.breaks ??= DICTIONARY && new Set([...DICTIONARY.segment(title)].map((part) => part.index))
    return !this.breaks || place <= this.named || place === title.length || this.breaks.has(place)
  }

  /* The budget in the word for a fiscal year, ปีงบประมาณ, says nothing of a budget. */
  isOfYear({ 0: words, index }) {
    return words.startsWith("งบ") && this.folded.title.slice(0, index).endsWith("ปี")
  }

  /* A title says most where it begins with the term, and where the term is all of it. */
  titleBonus(match) {
    const end = match.index + match[0].length
    const isStart = match.index <= this.named
    const isAll = isStart && end === this.folded.title.length
    return (isStart ? 4 : 0) + (isAll ? 4 : 0)
  }

  /* A word that begins with what is typed says more than one that holds it; a year is a whole word. */
  synonymWeight(term) {
    if (term.year && term.year === this.year % 100) return WHOLE
    if (!holds(this.folded.synonyms, term)) return 0
    let best = 0
    for (const match of this.folded.synonyms.matchAll(term.find)) {
      const isStart = isBreak(this.folded.synonyms[match.index - 1])
      const isEnd = isBreak(this.folded.synonyms[match.index + match[0].length])
      best = Math.max(best, isStart && isEnd ? WHOLE : isStart ? START : WEIGHTS.synonym)
    }
    return best
  }

  /* The section that shows the terms best, or the first. */
  bestSection(terms) {
    const told = this.sections.map(({ heading, text }) => {
      const folded = [fold(heading), fold(text)]
      return terms.reduce((sum, term) => sum + (holds(folded[0], term) ? WEIGHTS.heading : 0)
        + (holds(folded[1], term) ? WEIGHTS.text : 0), 0)
    })
    return this.sections[Math.max(0, told.indexOf(Math.max(...told)))]
  }

  /* Whether one of the terms stands in a section only, so that it is the place to lead to. */
  isFoundInside(terms) {
    return terms.some((term) => [WEIGHTS.heading, WEIGHTS.text].includes(this.weight(term)))
  }
}

const isBreak = (sign) => sign === undefined || sign === "\n"

/* `search` begins at the start of the text, whatever was looked for before, and costs less than to match. */
const holds = (text, term) => text.search(term.find) >= 0
