// Texts to copy: which lines are true, what goes into the blanks, and copying. Stores nothing, sends nothing.
// A page has it beside guide.js; the single file of a plan has it alone.
(function () {
  "use strict";
  var words = document.body.dataset;
  var boxes = Array.from(document.querySelectorAll("[data-copy]"));

  function shown(line) { return !line.hidden && line.getClientRects().length > 0; }
  function make(name, text) {
    var node = document.createElement(name);
    if (text) node.textContent = text;
    return node;
  }
  function field(type) {
    var input = make("input");
    input.type = type;
    input.setAttribute("autocomplete", "off");
    return input;
  }
  function words_of(line) {
    var copy = line.cloneNode(true);
    copy.querySelectorAll(".claim").forEach(function (mark) { mark.remove(); });
    return copy.textContent.trim();
  }
  var renewals = [];
  function renew() { renewals.forEach(function (each) { each(); }); }

  // --- What is true: nothing is ticked for anybody, and what is not ticked is not in the text ---
  function ask(box) {
    var lines = Array.from(box.querySelectorAll("[data-claim]"));
    if (!lines.length) return;
    var group = make("fieldset");
    group.className = "claims";
    group.append(make("legend", words.wordClaims));
    lines.forEach(function (line) {
      var label = make("label"), tick = field("checkbox");
      label.className = "tick";
      label.append(tick, make("span", line.dataset.claim));
      group.append(label);
      line.hidden = true;
      line.querySelector(".claim").hidden = true;
      tick.addEventListener("change", function () { line.hidden = !tick.checked; renew(); });
    });
    box.before(group);
  }

  // --- Fill in the blanks; what is typed stands in the text and nowhere else ---
  function fill(box) {
    var blanks = Array.from(box.querySelectorAll(".blank"));
    if (!blanks.length) return box;
    var fold = make("details"), keeps = make("p", words.wordKeeps);
    fold.className = "fill";
    keeps.className = "small";
    fold.append(make("summary", words.wordFill), keeps);
    blanks.forEach(function (blank) {
      var prompt = blank.textContent, input = field("text"), label = make("label", prompt.slice(1, -1));
      input.setAttribute("autocapitalize", "sentences");
      input.setAttribute("spellcheck", "false");
      input.addEventListener("input", function () {
        var typed = input.value.trim();
        blank.textContent = typed || prompt;
        blank.classList.toggle("filled", Boolean(typed));
      });
      label.append(input);
      fold.append(label);
      // Only what stands in the text for this person is asked for.
      renewals.push(function () { label.hidden = !shown(blank.closest("p")); });
    });
    box.after(fold);
    return fold;
  }

  // --- Copy ---
  // Where a browser has no clipboard for us, or refuses it, the text is selected, and what to do then is said.
  function select(lines) {
    if (!lines.length) return false;
    var chosen = getSelection(), range = document.createRange();
    range.setStartBefore(lines[0]);
    range.setEndAfter(lines[lines.length - 1]);
    chosen.removeAllRanges();
    chosen.addRange(range);
    try { return document.execCommand("copy"); } catch (refused) { return false; }
  }
  function copy(box, after) {
    var button = make("button", words.wordCopy), said = make("span"), wait;
    button.type = "button";
    said.setAttribute("role", "status");
    button.addEventListener("click", function () {
      var lines = Array.from(box.querySelectorAll("p:not(.whose)")).filter(shown);
      var left = lines.reduce(function (sum, line) { return sum + line.querySelectorAll(".blank:not(.filled)").length; }, 0);
      function copied() {
        said.textContent = " " + words.wordCopied + (left ? ". " + words.wordLeft + " " + left : "");
        wait = setTimeout(function () { said.textContent = ""; }, 8000);
      }
      function by_hand() {
        if (select(lines)) copied();
        else said.textContent = " " + words.wordSelected;
      }
      // Emptied first: a screen reader does not say the same words again.
      clearTimeout(wait);
      said.textContent = "";
      if (navigator.clipboard) navigator.clipboard.writeText(lines.map(words_of).join("\n")).then(copied, by_hand);
      else setTimeout(by_hand);
    });
    after.after(button, said);
  }

  // --- Who speaks, in a file alone: pages choose it by their style ---
  var who = document.querySelector("[data-who]");
  function choose() {
    var picked = "for-" + who.querySelector(":checked").value;
    document.querySelectorAll(".only").forEach(function (line) { line.classList.toggle("other", !line.classList.contains(picked)); });
    renew();
  }
  boxes.forEach(function (box) { ask(box); copy(box, fill(box)); });
  if (who) {
    who.hidden = false;
    document.querySelectorAll(".whose").forEach(function (hint) { hint.hidden = true; });
    who.addEventListener("change", choose);
    choose();
  }
  renew();
  document.addEventListener("change", renew);
  document.addEventListener("toggle", renew, true);

  // --- Nothing remains, neither on leaving nor on coming back ---
  function clear() {
    document.querySelectorAll(".claims input, .fill input, [data-who] input").forEach(function (input) {
      if (input.type === "text") input.value = "";
      else input.checked = input.defaultChecked;
      ["input", "change"].forEach(function (name) { input.dispatchEvent(new Event(name, { bubbles: true })); });
    });
  }
  addEventListener("pagehide", clear);
  addEventListener("pageshow", function (event) { if (event.persisted) clear(); });
})();
