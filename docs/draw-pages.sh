#!/bin/sh
# Draws docs/pages.png, the README's picture, from the reports in out/2018 (needs poppler-utils and imagemagick).
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=0
# One page of each kind, in the three languages in turn.
for page in fr:1 nl:5 en:18 fr:38; do
  number=$((number + 1))
  pdftoppm -r 60 -png -singlefile -f "${page#*:}" -l "${page#*:}" "out/2018/report-${page%%:*}.pdf" "$work/$number"
done
montage "$work"/*.png -tile 4x1 -geometry +8+8 -background '#DDE3E5' "$work/sheet.png"
convert "$work/sheet.png" -strip -colors 128 -define png:exclude-chunk=date,time docs/pages.png
