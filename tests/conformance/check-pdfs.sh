#!/bin/sh
# Checks PDF files with other people's readers (qpdf and poppler): sound syntax, every font embedded, a structure that
# can be read from its Document on, a language, a title.
#
#   tests/conformance/check-pdfs.sh out/2018/*.pdf
#
# Prints one line per file; problems follow it. Ends with 1 where a file has a problem, with 2 where nothing was checked.
set -u

for tool in qpdf pdffonts pdfinfo; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "check-pdfs: $tool is not installed (packages qpdf and poppler-utils)" >&2
    exit 2
  fi
done
if [ "$#" -eq 0 ]; then
  echo "usage: check-pdfs.sh FILE.pdf …" >&2
  exit 2
fi

# Prints the problems of one file, a line each.
problems_of() {
  if ! syntax=$(qpdf --check "$1" 2>&1); then
    echo "$syntax" | grep -E 'WARNING|ERROR|qpdf:' | head -n 3
  fi
  if ! fonts=$(pdffonts "$1" 2>&1); then
    echo "pdffonts: $fonts"
    return
  fi
  # The columns are counted from the right, since names and types hold spaces: emb sub uni object ID.
  echo "$fonts" | awk 'NR > 2 {
    listed = 1
    if ($(NF - 4) != "yes") print "the font " $1 " is not embedded"
    if ($(NF - 2) != "yes") print "the font " $1 " cannot be copied as text"
  }
  END { if (!listed) print "no font: the file holds no text" }'
  structure=$(pdfinfo -struct-text "$1" 2>/dev/null)
  case "$structure" in
    Document*) echo "$structure" | grep -q '^ *H1' || echo "the structure has no H1" ;;
    "") echo "no structure" ;;
    *) echo "the structure starts with $(echo "$structure" | head -n 1), not with Document" ;;
  esac
  information=$(pdfinfo "$1" 2>&1)
  echo "$information" | grep -q '^Title: *[^ ]' || echo "no title"
  echo "$information" | grep -q '^Tagged: *yes' || echo "not tagged"
}

status=0
for file in "$@"; do
  if [ ! -f "$file" ]; then
    echo "$file: not there"
    status=1
    continue
  fi
  problems=$(problems_of "$file")
  if [ -z "$problems" ]; then
    pages=$(pdfinfo "$file" | sed -n 's/^Pages: *//p')
    elements=$(pdfinfo -struct "$file" 2>/dev/null | grep -c .)
    echo "$file: ok, $pages pages, $elements structure elements"
  else
    echo "$file: problems"
    echo "$problems" | sed 's/^/  /'
    status=1
  fi
done
exit "$status"
