/* An item page: its address is copied at a press, and what is past its day of review says so.
   Without scripts the address is a link, and nothing is said of days that only a clock knows. */
(() => {
  const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Bangkok" })
  for (const notice of document.querySelectorAll("[data-review]"))
    notice.hidden = notice.dataset.review >= today

  for (const button of document.querySelectorAll("[data-copies]")) {
    const link = document.getElementById(button.dataset.copies)
    const status = button.parentElement.querySelector("[role=status]")
    button.hidden = false
    button.addEventListener("click", async () => {
      let copied = true
      try {
        await navigator.clipboard.writeText(link.href)
      } catch {
        // No clipboard over plain http or from a file: select the address, and try the old way.
        getSelection().selectAllChildren(link)
        copied = document.execCommand("copy")
      }
      status.textContent = ""
      const told = copied ? status.dataset.copied : status.dataset.selected
      setTimeout(() => { status.textContent = told }, 50)
    })
  }
})()
