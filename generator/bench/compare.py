"""Times whole commands on the benchmark's content; see compare.sh."""
import html, os, re, shutil, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.path.join(HERE, "work")
PAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 3334
RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
CHASQUI = os.environ.get("CHASQUI", os.path.join(HERE, "..", "..", "chasqui"))
HUGO = os.environ.get("HUGO") or shutil.which("hugo")
ZOLA = os.environ.get("ZOLA")
BASE = tempfile.mkdtemp()
SITE = """title: Bench
description: Pages to measure.
base_url: https://bench.example.org/
languages: [en, es, fr]
menu:
"""


def run(command, folder):
    """One run: wall time, processor time (s) and peak memory (MB) of a command and its children."""
    report = os.path.join(BASE, "usage")  # not in the site: a build looks at every file there
    watch = (
        "import os,resource,subprocess,sys,time\n"
        "start=time.monotonic(); code=subprocess.call(sys.argv[2:],stdout=subprocess.DEVNULL)\n"
        "wall=time.monotonic()-start; u=resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "open(sys.argv[1],'w').write(f'{wall} {u.ru_utime+u.ru_stime} {u.ru_maxrss/1024}'); sys.exit(code)"
    )
    subprocess.run([sys.executable, "-c", watch, report, *command], cwd=folder, check=True)
    with open(report) as file:
        return [float(part) for part in file.read().split()]


def remove(*paths):
    for path in paths:
        shutil.rmtree(path, ignore_errors=True)


def words(path, first, last):
    """How many words the body of a page has: without the program's own navigation."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    start = text.index("<h2", text.index(first))
    body = text[start : text.rindex(last)]
    # Block by block: what ends a block ends a word, what stands in a line does not.
    body = re.sub(r"</?(?:h2|p|li|ul|t[dhr]|table|thead|tbody|pre|div)\b[^>]*>", " ", body)
    return len(html.unescape(re.sub(r"<[^>]*>", "", body)).split())


def sources(content):
    for folder, _, files in os.walk(content):
        for name in files:
            yield os.path.relpath(os.path.join(folder, name), content)[:-3]


class Chasqui:
    name = "Chasqui"

    def __init__(self, base, content):
        self.site = os.path.join(base, "chasqui")
        self.out = os.path.join(self.site, "public")
        shutil.copytree(content, os.path.join(self.site, "site-content"))
        shutil.copytree(os.path.join(HERE, "..", "..", "themes"), os.path.join(self.site, "themes"))
        with open(os.path.join(self.site, "site-content", "site.yaml"), "w") as file:
            file.write(SITE)
            for i in range(min(50, PAGES)):
                file.write(f"  - {{label: s{i:02}, page: s{i:02}/}}\n")
                section = os.path.join(self.site, "site-content", "en", f"s{i:02}", "_index.md")
                with open(section, "w") as index:
                    index.write(f"---\ntitle: s{i:02}\npage_size: 10\n---\n")

    def clear(self):
        remove(self.out, os.path.join(self.site, ".chasqui"))

    def build(self):
        return run([CHASQUI, "build", "--site", self.site, "--quiet"], self.site)

    def page(self, source):
        return os.path.join(self.out, re.sub(r"^en/", "", source), "index.html")

    first, last = '<div class="text">', '<div class="ending"'


class Hugo:
    name = "Hugo"

    def __init__(self, base, content):
        self.site = os.path.join(base, "hugo")
        self.out = os.path.join(self.site, "public")
        os.makedirs(self.site)
        shutil.copy(os.path.join(WORK, "hugo.toml"), os.path.join(self.site, "config.toml"))
        shutil.copytree(os.path.join(WORK, "hugo-layouts"), os.path.join(self.site, "layouts"))

    def clear(self):
        remove(self.out, os.path.join(self.site, "resources"))

    def build(self):
        return run([HUGO, "--quiet"], self.site)

    def page(self, source):
        return os.path.join(self.out, source, "index.html")

    first, last = "<article>", "<ul><li><a"


class Zola(Hugo):
    name = "Zola"

    def __init__(self, base, content):
        self.site = os.path.join(base, "zola")
        self.out = os.path.join(self.site, "public")
        subprocess.run([sys.executable, os.path.join(WORK, "to_zola.py"), content, self.site], check=True)
        shutil.copy(os.path.join(WORK, "zola.toml"), os.path.join(self.site, "config.toml"))
        shutil.copytree(os.path.join(WORK, "zola-templates"), os.path.join(self.site, "templates"))

    def build(self):
        return run([ZOLA, "build", "--force"], self.site)

    def page(self, source):
        return os.path.join(self.out, re.sub(r"^en/", "", source), "index.html")


def touch(path, old, new):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert old in text, f"{path} has no {old}: nothing would change"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new, 1))


def median(runs):
    return [statistics.median(column) for column in zip(*runs)]


def main():
    base = BASE
    try:
        content = os.path.join(base, "content")
        generate = os.path.join(WORK, "generate.py")
        subprocess.run([sys.executable, generate, str(PAGES), content], check=True)
        peers = [Chasqui(base, content)]
        peers += [Hugo(base, content)] if HUGO else []
        peers += [Zola(base, content)] if ZOLA else []
        measure(base, content, peers)
    finally:
        remove(base)


def measure(base, content, peers):
    rows = {}
    ours = peers[0]
    ours.build()  # prepares the launcher's archive of classes
    for _ in range(RUNS):
        for peer in peers:
            peer.clear()
            rows.setdefault(f"{peer.name}, cold", []).append(peer.build())
        copy = os.path.join(base, "copy")
        rows.setdefault("cp -r of the finished folder", []).append(run(["cp", "-r", ours.out, copy], base))
        remove(copy)
        rows.setdefault("Chasqui, nothing changed", []).append(ours.build())
        touch(os.path.join(ours.site, "site-content", "en", "s00", "p00000.md"), "## Section 0", "More.\n\n## Section 0")
        rows.setdefault("Chasqui, one page changed", []).append(ours.build())
        touch(os.path.join(ours.site, "themes", "chasqui", "page.ftlh"), "<@p.body/>", "<p>More.</p>\n<@p.body/>")
        rows.setdefault("Chasqui, one template changed", []).append(ours.build())
    check(content, peers)
    tell(rows, peers)


def check(content, peers):
    for peer in peers:
        peer.clear()
        # Without what the runs above put into a page of ours.
        if peer.name == "Chasqui":
            page = os.path.join("site-content", "en", "s00", "p00000.md")
            shutil.copy(os.path.join(content, page[len("site-content/") :]), os.path.join(peer.site, page))
        peer.build()
    names = list(sources(content))
    for peer in peers:
        files = [peer.page(name) for name in names]
        missing = sum(not os.path.exists(file) for file in files)
        total = sum(words(file, peer.first, peer.last) for file in files if os.path.exists(file))
        print(f"{peer.name}: {len(files) - missing} pages, {total} words in their bodies")
        if missing:
            sys.exit(f"{missing} pages are missing")


def tell(rows, peers):
    figures = {name: median(runs) for name, runs in rows.items()}
    base = figures["Hugo, cold" if "Hugo, cold" in figures else "Chasqui, cold"][0]
    print(f"\n{PAGES * 3} pages, {RUNS} runs, medians; ratio: wall time to the cold run of {peers[1].name if len(peers) > 1 else 'Chasqui'}")
    print(f"{'':34}{'wall s':>8}{'cpu s':>8}{'MB':>7}{'ratio':>8}")
    for name, (wall, cpu, memory) in figures.items():
        print(f"{name:34}{wall:8.2f}{cpu:8.2f}{memory:7.0f}{wall / base:8.3f}")
    print("load when it ended: %.1f" % os.getloadavg()[0])


main()
