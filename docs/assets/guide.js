// Comfort only: everything here improves something that works without it. Stores nothing, sends nothing.
(function () {
  "use strict";
  var body = document.body;
  var words = body.dataset;

  // --- Leave this page: replaces the history entry; Shift alone three times within five seconds does the same ---
  var exit = document.querySelector("[data-exit]");
  function leave() {
    // At once, because the next page may be slow.
    document.documentElement.hidden = true;
    document.title = "";
    location.replace(exit.href);
  }
  if (exit) {
    exit.addEventListener("click", function (event) { event.preventDefault(); leave(); });
    // Shift with a click selects text, with the wheel it scrolls, and with a key it writes: none of these means to leave.
    var presses = [], alone = false;
    function together() { alone = false; presses = []; }
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) together();
      else if (!event.repeat) alone = true;
    });
    ["pointerdown", "mousedown", "wheel"].forEach(function (name) { document.addEventListener(name, together, { passive: true }); });
    document.addEventListener("keyup", function (event) {
      if (event.key !== "Shift" || !alone) return;
      var now = Date.now();
      alone = false;
      presses = presses.filter(function (at) { return now - at < 5000; }).concat(now);
      if (presses.length > 2) leave();
    });
    addEventListener("pageshow", function () { document.documentElement.hidden = false; });
  }

  // --- Nothing chosen or typed remains, neither on leaving nor on coming back ---
  function fields() { return document.querySelectorAll("main input, main textarea, main select"); }
  function clear() {
    fields().forEach(function (field) {
      var changed = false;
      if (field.options) {
        Array.from(field.options).forEach(function (option) {
          changed = changed || option.selected !== option.defaultSelected;
          option.selected = option.defaultSelected;
        });
      } else if (field.type === "radio" || field.type === "checkbox") {
        changed = field.checked !== field.defaultChecked;
        field.checked = field.defaultChecked;
      } else {
        changed = field.value !== field.defaultValue;
        field.value = field.defaultValue;
      }
      // What a page shows for it goes with it.
      if (changed) ["input", "change"].forEach(function (name) { field.dispatchEvent(new Event(name, { bubbles: true })); });
    });
  }
  // Else a browser fills them in again by itself; on radios and boxes only a script may say so.
  fields().forEach(function (field) { field.setAttribute("autocomplete", "off"); });
  addEventListener("pagehide", clear);
  addEventListener("pageshow", function (event) { if (event.persisted) clear(); });

  // --- Languages keep the place: the ids are the same in every language ---
  document.querySelectorAll("[data-language]").forEach(function (link) {
    link.addEventListener("click", function () { link.hash = location.hash; });
  });

  // --- Trees: focus moves to the question; the answers given stay visible; arrow keys move between answers ---
  var tree = document.querySelector("[data-tree]");
  if (tree) {
    var trail = [];
    var line = document.createElement("p");
    line.className = "answers-given";
    line.setAttribute("role", "status");
    tree.before(line);
    var start = tree.querySelector(".question.start");
    function draw() {
      line.textContent = "";
      if (!trail.length) return;
      line.append(words.wordTrail + ": ");
      trail.forEach(function (step, index) {
        var link = document.createElement("a");
        link.href = "#" + step.id;
        link.textContent = step.say;
        var then = document.createElement("span");
        then.setAttribute("aria-hidden", "true");
        then.textContent = index ? " › " : "";
        line.append(then, " ", link);
      });
      var again = document.createElement("a");
      again.href = "#" + start.id;
      again.textContent = words.wordRestart;
      line.append(" · ", again);
    }
    tree.addEventListener("click", function (event) {
      var answer = event.target.closest("a.answer");
      if (!answer || answer.getAttribute("href").charAt(0) !== "#") return;
      var from = answer.closest(".question");
      trail.push({ id: from.id, say: answer.querySelector("strong").textContent, to: answer.getAttribute("href").slice(1) });
    });
    addEventListener("hashchange", function () {
      var id = location.hash.slice(1) || start.id;
      // Going back takes the answers back.
      while (trail.length && trail[trail.length - 1].to !== id) trail.pop();
      draw();
      var question = document.getElementById(id);
      var heading = question && question.querySelector("h2");
      if (heading && tree.contains(heading)) heading.focus();
    });
    addEventListener("pagehide", function () { trail = []; draw(); });
    tree.addEventListener("keydown", function (event) {
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      var answer = event.target.closest("a.answer");
      if (!step || !answer) return;
      var all = Array.from(answer.closest(".question").querySelectorAll("a.answer"));
      var next = all[all.indexOf(answer) + step];
      if (next) { event.preventDefault(); next.focus(); }
    });
  }

  // --- Fingerprint of a file: computed here, the file goes nowhere ---
  var print = document.querySelector("[data-hash]");
  if (print && window.crypto && crypto.subtle) {
    print.hidden = false;
    print.querySelector("input").addEventListener("change", function (event) {
      var file = event.target.files[0];
      var digest = print.querySelector(".digest");
      digest.textContent = file ? print.dataset.wait : "";
      if (!file) return;
      file.arrayBuffer().then(function (bytes) { return crypto.subtle.digest("SHA-256", bytes); }).then(function (made) {
        if (event.target.files[0] !== file) return;
        digest.textContent = Array.from(new Uint8Array(made), function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
      }).catch(function () { digest.textContent = print.dataset.fail; });
    });
  }

  // --- Lists: a field that filters as one types, made here because without scripts it could do nothing ---
  var filter = document.querySelector("[data-search]");
  if (filter) {
    // Case, accents, Arabic marks and letter forms do not count.
    function fold(text) {
      return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
        .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
    }
    var entries = Array.from(document.querySelectorAll("[data-entry]")).map(function (item) {
      return { item: item, words: " " + fold(item.textContent).replace(/[^\p{L}\p{N}]+/gu, " ") };
    });
    var label = document.createElement("label");
    var input = document.createElement("input");
    var found = document.createElement("p");
    label.htmlFor = input.id = "query";
    label.textContent = filter.dataset.label;
    input.type = "search";
    [["autocomplete", "off"], ["autocapitalize", "none"], ["spellcheck", "false"]].forEach(function (pair) {
      input.setAttribute(pair[0], pair[1]);
    });
    found.className = "found small";
    found.setAttribute("role", "status");
    filter.append(label, input, found);
    function narrow() {
      var asked = fold(input.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      var count = 0;
      entries.forEach(function (entry) {
        // Each word typed must begin a word of the entry.
        var hit = asked.every(function (word) { return entry.words.indexOf(" " + word) >= 0; });
        entry.item.hidden = !hit;
        if (hit) count += 1;
      });
      found.textContent = !asked.length ? "" : count ? filter.dataset.some + ": " + count : filter.dataset.none;
    }
    input.addEventListener("input", narrow);
  }
})();
