/* What reads the same is spelt the same.

   `clean` is thai.normalise of the generator, which spelt the index; here it is for what is typed.
   `fold` keeps the length of a text, so that a place in the folded text is one in the text. */

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g
const SPACES = /[\s\u001c-\u001f\u0085]+/g
/* Written as two characters, read as one: nikhahit + sara aa is sara am, twice sara e is sara ae. */
const SARA_AM = /\u0e4d([\u0e48-\u0e4b]?)\u0e32/g
const TONE_AFTER_AM = /\u0e33([\u0e48-\u0e4b])/g

const clean = (text) => text.normalize("NFC").replace(INVISIBLE, "")
  .replace(SARA_AM, "$1\u0e33").replaceAll("\u0e40\u0e40", "\u0e41")
  .replace(TONE_AFTER_AM, "$1\u0e33").replace(SPACES, " ").trim()

const arabic = (text) =>
  text.replace(/[\u0e50-\u0e59]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe20))

const thaiDigits = (text) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xe20))

const fold = (text) => arabic(text).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
