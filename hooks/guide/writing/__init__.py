"""What pages and paper share: texts as HTML, Markdown and words, links, views, the words of a plan."""
