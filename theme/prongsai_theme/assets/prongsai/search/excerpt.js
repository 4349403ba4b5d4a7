/* A text with the terms in it marked, cut to a length around the first of them. */

/* A vowel sign or tone mark that stands on the letter before it: never the first of a cut. */
const LEANS = /[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]/
const LEAD = 40

/* Where the terms stand, as [start, end] that do not overlap, whole letters with their marks. */
function places(text, terms) {
  const folded = fold(text)
  const found = terms.flatMap((term) => [...folded.matchAll(term.find)])
    .map((match) => [clusterStart(text, match.index), clusterEnd(text, match.index + match[0].length)])
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return found.filter(([start], at) => !found.slice(0, at).some((other) => other[1] > start))
}

function clusterStart(text, at) {
  while (at > 0 && LEANS.test(text[at] ?? "")) at -= 1
  return at
}

function clusterEnd(text, at) {
  while (at < text.length && LEANS.test(text[at])) at += 1
  return at
}

/* Pieces of the text as [words, whether they are marked]; at most `length` characters, all if 0. */
function excerpt(text, terms, length) {
  const marks = places(text, terms)
  const start = length && text.length > length ? cutBefore(text, marks[0]?.[0] ?? 0) : 0
  const end = length && text.length > start + length ? cutAfter(text, start, length) : text.length
  const pieces = []
  let at = start
  for (const [from, to] of marks.filter(([from, to]) => from >= start && to <= end)) {
    pieces.push([text.slice(at, from), false], [text.slice(from, to), true])
    at = to
  }
  pieces.push([text.slice(at, end), false])
  if (start > 0) pieces.unshift(["… ", false])
  if (end < text.length) pieces.push([" …", false])
  return pieces.filter(([words]) => words)
}

/* Where to begin so that some words lead to the place: after a space, else between two words. */
function cutBefore(text, place) {
  const start = Math.max(0, place - LEAD)
  if (!start) return 0
  const lead = text.slice(start, place)
  const space = lead.indexOf(" ")
  if (space >= 0 && space < LEAD / 2) return start + space + 1
  const words = DICTIONARY ? [...DICTIONARY.segment(lead)] : []
  return clusterEnd(text, start + (words[1]?.index ?? 0))
}

/* Where to end: behind the last word that is whole. */
function cutAfter(text, start, length) {
  const words = DICTIONARY ? [...DICTIONARY.segment(text.slice(start, start + length + LEAD))] : []
  const last = words.findLast?.((word) => word.index <= length)
  return clusterEnd(text, start + (last?.index || length))
}
