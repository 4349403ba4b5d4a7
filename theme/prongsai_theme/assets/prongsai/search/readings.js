/* The ways to understand what is typed, weighed against each other, and the pages that they find. */

/* No year that is assessed is before 2550, and no year has as many items. */
const isYear = (term) => term.year >= 50

/* A way to understand what is typed: of its `words` a page may lack as many as are `spare`, and the
   years unless `anyYear`. */
const reading = (terms, { spare = 0, anyYear = false } = {}) => ({
  terms,
  words: terms.filter((term) => !isYear(term)),
  years: terms.filter(isYear),
  spare,
  anyYear,
})

/* A page of another year, or one that only mentions the year, is less of an answer. */
const MENTIONED = 0.6
const ANOTHER = 0.5

/* A term may be of several readings, and says of a page the same in each. */
const said = (term, page) => (term.said ??= [])[page.place] ??= page.weight(term)

/* What a reading says of a page, or null where the page does not hold what it must: the `most` that a
   word says, and the `strength`, what they say on average, so that a reading does not win by having
   more of them; a year is no subject. It is telling where every word is one of a title or an everyday
   one, and in the text where a word, or the year, stands nowhere else. */
function judged(page, { words, years, spare, anyYear }) {
  let [lacks, sum, least, most, ofYear, yearWeight] = [0, 0, Infinity, 0, 1, 0]
  for (const term of words) {
    const points = said(term, page)
    if (!points && (term.fixed || ++lacks > spare)) return null
    sum += points
    least = Math.min(least, points)
    most = Math.max(most, points)
  }
  for (const term of years) {
    const points = said(term, page)
    if (!points && !anyYear) return null
    ofYear = Math.min(ofYear, points > WEIGHTS.heading ? 1 : points ? MENTIONED : ANOTHER)
    yearWeight += points
  }
  const isInText = least < WEIGHTS.heading || ofYear < 1
  const isTelling = least >= START && (ofYear === 1 || anyYear)
  const strength = words.length ? ofYear * sum / words.length : yearWeight
  return { page, isInText, isTelling, isWhole: !lacks && !anyYear, most, strength }
}

const findings = (pages, how) =>
  how.terms.length ? pages.map((page) => judged(page, how)).filter(Boolean) : []
const tellingOnes = (found) => found.filter((one) => one.isTelling)

/* This year is the newest that has a page about the words, and last year the one before it that has. The
   clock is not asked: a site stands for years, and the results of a year come out in the next. */
function yearAgo(pages, words, { ago, agoTyped }) {
  const about = words.length ? tellingOnes(findings(pages, reading(words))).map(({ page }) => page) : pages
  const years = [...new Set(about.map((page) => page.year))].filter(Boolean).sort((a, b) => b - a)
  const year = years[ago] ?? years[0] - ago
  return years.length ? [yearTerm(String(year).slice(-2), agoTyped)] : []
}

/* The pages that hold all of what is typed, by the best of its readings: the letters as they are typed;
   with its years and numbers understood and its fillers dropped; and cut into words, where else only
   texts hold it: a phrase that stands somewhere in a text must not hide the page that is about its words. */
function wholly(pages, query) {
  const literal = reading(termsOf(query, {}))
  const terms = new Map()
  const shared = (term) => {
    const name = `${term.text} ${term.year}`
    return terms.get(name) ?? terms.set(name, term).get(name)
  }
  literal.terms.forEach(shared)
  const found = findings(pages, literal)
  const add = (how) => found.push(...tellingOnes(findings(pages, how)))
  const apart = takenApart(query)
  const meant = (words) => {
    const told = [...apart.terms, ...words].map(shared)
    return reading(apart.ago < 0 ? told : [...told, ...yearAgo(pages, told, apart).map(shared)])
  }
  const all = apart.rest.trim()
  add(meant(everydayOf(pages).has(all) ? [wordTerm(all, {})] : tellingWordsOf(all)))
  if (found.every((one) => one.isInText)) {
    const subjects = meant(subjectsOf(all, everydayIn(pages)))
    add(subjects)
    if (subjects.years.length && subjects.words.length) add({ ...subjects, anyYear: true })
  }
  return { found, terms: [...terms.values()] }
}

/* The answers to a query, the strictest first: the next is looked for where one finds nothing. What asks
   for an item that is not there is not read any looser. Words that were cut out of what is typed may
   stand anywhere, within other words too: such a page is near it, and no whole answer. */
function* answers(pages, query, isAbsent) {
  yield wholly(pages, query)
  if (isAbsent) return
  const answer = (terms, how) => ({ found: findings(pages, reading(terms, how)), terms })
  const near = (terms, how) => {
    const found = findings(pages, reading(terms, how))
    return { found: found.map((one) => ({ ...one, isWhole: false })), terms }
  }
  yield answer(termsOf(query, { loose: true, anywhere: true }))
  const instead = corrected(pages, query)
  if (instead !== query) yield { ...wholly(pages, instead), instead }
  const { terms, rest } = takenApart(query)
  yield near([...terms, ...partsOf(rest, {}, everydayIn(pages))])
  yield near([...terms, ...partsOf(rest, {})])
  yield near([...terms, ...partsOf(rest, { loose: true })])
  const parts = tellingParts(rest)
  yield near([...terms, ...parts], { spare: Math.floor(parts.length / 2), anyYear: true })
  const subjects = subjectsOf(rest, everydayIn(pages))
  const any = near([...terms, ...subjects], { spare: subjects.length - 1, anyYear: true })
  yield { ...any, found: any.found.filter((one) => one.most >= START) }
}

/* The item, and the year if one is named with it, that is asked for and of which there is no page. A
   number without its year may be of any: numbers change their meaning from year to year. */
function absentOf(pages, terms) {
  const items = pages.filter((page) => page.number)
  const asked = terms.find((term) => term.fixed && term.number)
  if (!items.length || !asked) return null
  const named = items.filter((page) => page.number === asked.number)
  const year = terms.find(isYear)?.year ?? 0
  if (named.length && (!year || named.some((page) => page.year % 100 === year))) return null
  return { number: asked.number, year: year && 2500 + year, isNowhere: !named.length }
}

/* The best finding of each page, the best page first. Among equals the newest year is first, and what
   is of no year stands with the newest; then they stand in the order of the index. */
function ranked(pages, found) {
  const best = new Map()
  for (const one of found) {
    const other = best.get(one.page)
    const isWhole = one.isWhole || Boolean(other?.isWhole) /* by another reading, too */
    best.set(one.page, { ...(other && other.strength >= one.strength ? other : one), isWhole })
  }
  const newest = Math.max(0, ...pages.map((page) => page.year))
  const year = ({ page }) => page.year || newest
  return [...best.values()].sort((a, b) => b.strength - a.strength
    || year(b) - year(a) || a.page.place - b.page.place)
}

/* The pages for what is typed, the terms they were found by, whether the first holds all of them, the
   words that were searched for instead, if so, and the item that was asked for and is not there, if so:
   pages that mention it are found then, or the item of another year. */
function search(pages, typed) {
  const query = fold(clean(typed))
  const absent = absentOf(pages, termsOf(query, {}))
  for (const { found, terms, instead = "" } of answers(pages, query, absent?.isNowhere)) {
    const best = ranked(pages, found)
    if (best.length) return { found: best.map(({ page }) => page), terms, isWhole: best[0].isWhole, instead, absent }
  }
  return { found: [], terms: [], isWhole: true, instead: "", absent }
}
