// The search page: searches the list that stands on it. Loaded there alone; stores nothing, sends nothing, asks nobody.
(function () {
  "use strict";
  var box = document.querySelector("[data-find]");
  if (!box || !window.MiniSearch) return;
  var told = box.dataset;
  /** Most results that are shown, and the least share of the best one's score that a result needs. */
  var MOST = 10, LEAST = 0.25;

  // Case, accents, Arabic marks and letter forms do not count.
  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
      .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/œ/g, "oe").replace(/æ/g, "ae");
  }
  function split(text) { return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean); }

  // --- The index is the page's own list ---
  var list = document.querySelector(".index");
  var items = Array.from(list.children);
  var small = new Set(split(told.small));
  var light = new Set(split(told.light));
  var first = JSON.parse(told.first).map(function (pair) {
    return {
      at: items.findIndex(function (item) { return item.querySelector("a").getAttribute("href") === pair[0]; }),
      sayings: pair[1].map(split)
    };
  });
  // A word that was cut stands behind the whole one.
  function isCut(word, at, all) { return at > 0 && all[at - 1] !== word && all[at - 1].indexOf(word) === 0; }
  function whole(word, at, all) { return isCut(word, at, all) ? all[at - 1] : word; }
  function words(item, part) { var found = item.querySelector(part); return found ? found.textContent : ""; }
  var index = new window.MiniSearch({
    fields: ["name", "words", "about"],
    tokenize: split,
    processTerm: function (word) { return small.has(word) ? null : word; },
    searchOptions: {
      // Verbs and plurals end in many ways: the beginning of a longer word is looked for too.
      processTerm: function (word) {
        if (small.has(word)) return null;
        return word.length > 6 ? [word, word.slice(0, -2)] : word.length > 4 ? [word, word.slice(0, -1)] : word;
      },
      boost: { name: 2, words: 2 },
      boostTerm: function (word, at, all) { return light.has(whole(word, at, all)) ? 0.2 : isCut(word, at, all) ? 0.5 : 1; },
      prefix: function (word) { return word.length > 2; },
      fuzzy: function (word, at, all) {
        return isCut(word, at, all) ? 0 : word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
      },
      weights: { prefix: 0.5, fuzzy: 0.3 },
      // A body comes after the page that says what to do, and a State's after the others.
      boostDocument: function (at) { return { body: 0.7, state: 0.4 }[items[at].dataset.rank] || 1; },
      // A long list of words is no fault of a page.
      bm25: { k: 1.2, b: 0.3, d: 0.5 }
    }
  });
  index.addAll(items.map(function (item, at) {
    return { id: at, name: words(item, ".name"), words: words(item, ".words"), about: words(item, ".about") };
  }));

  // Whether `typed` begins as `meant` does; inside a longer word one letter may be wrong, missing or too many.
  function alike(typed, meant) {
    var at = 0;
    while (at < meant.length && typed[at] === meant[at]) at += 1;
    if (at === meant.length) return true;
    return meant.length > 5 && at > 0 && at < meant.length - 1 && [[1, 1], [0, 1], [1, 0]].some(function (skip) {
      return typed.slice(at + skip[0]).indexOf(meant.slice(at + skip[1])) === 0;
    });
  }
  // Whether a saying stands in what was typed, word after word; its last word may go on.
  function holds(typed, saying) {
    return typed.some(function (_, start) {
      return saying.every(function (meant, at) {
        var word = typed[start + at] || "";
        return at < saying.length - 1 ? word === meant : alike(word, meant);
      });
    });
  }

  /** What serves `asked`: first what people in danger need, marked, then the rest by its score. */
  function serving(asked) {
    var places = first.filter(function (one) {
      return one.at >= 0 && one.sayings.some(function (saying) { return holds(split(asked), saying); });
    }).map(function (one) { return one.at; });
    var urgent = places.length;
    var hits = index.search(asked);
    hits.forEach(function (hit) {
      if (hit.score >= hits[0].score * LEAST && places.indexOf(hit.id) < 0) places.push(hit.id);
    });
    return places.slice(0, MOST).map(function (place, at) {
      var copy = items[place].cloneNode(true);
      copy.classList.toggle("first", at < urgent);
      return copy;
    });
  }

  // --- The field: made here, because without scripts it could do nothing ---
  var label = document.createElement("label");
  var input = document.createElement("input");
  var hint = document.createElement("p");
  var status = document.createElement("p");
  var results = document.createElement("ol");
  label.htmlFor = input.id = "query";
  label.textContent = told.label;
  input.type = "search";
  hint.id = "query-hint";
  hint.className = "hint small";
  hint.textContent = told.hint;
  [["autocomplete", "off"], ["autocapitalize", "none"], ["autocorrect", "off"], ["spellcheck", "false"],
    ["enterkeyhint", "search"], ["aria-describedby", "query-hint"]].forEach(function (pair) {
    input.setAttribute(pair[0], pair[1]);
  });
  status.className = "found small";
  status.setAttribute("role", "status");
  results.className = "index results";
  box.append(label, input, hint, status);
  box.after(results);

  function show() {
    var asked = input.value.trim();
    var found = asked ? serving(asked) : [];
    results.replaceChildren.apply(results, found);
    status.textContent = !asked ? "" : found.length ? told.some + ": " + found.length : told.none;
    document.body.classList.toggle("searching", Boolean(asked));
  }
  input.addEventListener("input", show);
  input.addEventListener("keydown", function (event) {
    var link = event.key === "Enter" && results.querySelector("a");
    if (link) { event.preventDefault(); link.focus(); }
  });

  // The link to the whole list ends the search. That nothing typed stays (rule P27) is seen to in guide.js, for all fields.
  function clear() { input.value = ""; show(); }
  document.querySelectorAll('a[href="#list"]').forEach(function (link) { link.addEventListener("click", clear); });
})();
