/* The pages of the index, and which of them hold the terms, the best first. */

/* A title says more than everyday words for it, those more than a heading, and that more than text. */
const WEIGHTS = { code: 100, title: 60, synonym: 40, heading: 20, text: 5 }
/* Of an everyday word that is all of what is typed, and not a part of a longer one. */
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
    const inTitle = [...this.folded.title.matchAll(term.find)].find((match) => !this.isOfYear(match))
    if (inTitle) return WEIGHTS.title + this.titleBonus(inTitle) + (synonym === WHOLE ? 2 : 0)
    if (synonym) return synonym
    if (holds(this.folded.headings, term)) return WEIGHTS.heading
    return holds(this.folded.text, term) || holds(this.folded.title, term) ? WEIGHTS.text : 0
  }

  /* The budget in the word for a fiscal year, ปีงบประมาณ, says nothing of a budget. */
  isOfYear({ 0: words, index }) {
    return words.startsWith("งบ") && this.folded.title.slice(0, index).endsWith("ปี")
  }

  /* A title says most where it begins with the term, and where the term is all of it. */
  titleBonus(match) {
    const end = match.index + match[0].length
    const isStart = match.index <= this.named
    const isWord = !(LATIN.test(match[0].slice(-1)) && LATIN.test(this.folded.title[end] ?? ""))
    const isAll = isStart && end === this.folded.title.length
    return (isStart ? 4 : 0) + (isWord ? 4 : 0) + (isAll ? 4 : 0)
  }

  /* A word that begins with what is typed says more than one that holds it; a year is a whole word. */
  synonymWeight(term) {
    if (term.year && term.year === this.year % 100) return WHOLE
    let best = 0
    for (const match of this.folded.synonyms.matchAll(term.find)) {
      const isStart = isBreak(this.folded.synonyms[match.index - 1])
      const isEnd = isBreak(this.folded.synonyms[match.index + match[0].length])
      best = Math.max(best, isStart && isEnd ? WHOLE : WEIGHTS.synonym + (isStart ? 4 : 0))
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

/* `search` begins at the start of the text, whatever was looked for before. */
const holds = (text, term) => text.search(term.find) >= 0

/* The pages that hold as many of the terms as are needed. Among equals the newest year is first, and
   what is of no year stands with the newest; then they stand in the order of the index. */
function ranked(pages, terms, needed) {
  const found = []
  for (const page of pages) {
    let held = 0
    let weight = 0
    for (const [at, term] of terms.entries()) {
      const points = page.weight(term)
      held += points > 0
      weight += points
      if (held + terms.length - at - 1 < needed) break
    }
    if (held >= needed) found.push({ page, held, weight })
  }
  const newest = Math.max(0, ...pages.map((page) => page.year))
  const year = (page) => page.year || newest
  return found.sort((a, b) => b.held - a.held || b.weight - a.weight
    || year(b.page) - year(a.page) || a.page.place - b.page.place).map(({ page }) => page)
}

/* The ways to understand what is typed, the strictest first: each has terms, how many of them a page
   needs, and what was taken for what was typed. The next one is tried where nothing is found. */
function* readings(pages, typed) {
  const query = fold(clean(typed))
  const whole = (terms) => ({ terms, needed: terms.length, query })
  yield whole(termsOf(query, {}))
  yield whole(termsOf(query, { loose: true, anywhere: true }))
  const meant = corrected(pages, query)
  yield { ...whole(termsOf(meant, {})), query: meant }
  yield whole(partsOf(query, {}))
  yield whole(partsOf(query, { loose: true }))
  const parts = tellingParts(query)
  yield { terms: parts, needed: Math.ceil(parts.length / 2), query }
}

/* The pages for what is typed, the terms they were found by, whether they hold all of them, and the
   words that were searched for instead, if so. */
function search(pages, typed) {
  for (const { terms, needed, query } of readings(pages, typed)) {
    const found = terms.length ? ranked(pages, terms, needed) : []
    const instead = query === fold(clean(typed)) ? "" : query
    if (found.length) return { found, terms, isWhole: needed === terms.length, instead }
  }
  return { found: [], terms: [], isWhole: true, instead: "" }
}
