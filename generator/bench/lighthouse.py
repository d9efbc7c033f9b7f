"""See lighthouse.sh."""
import gzip
import http.server
import json
import mimetypes
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

CATEGORIES = os.environ.get("CATEGORIES", "performance accessibility best-practices seo").split()
# A page that asks not to be found has no need of a score for being found.
ASKS_NOT_TO_BE_FOUND = "is-crawlable"
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def handler(site):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args):
            pass

        def do_GET(self):
            path = (site / self.path.split("?")[0].lstrip("/")).resolve()
            if path.is_dir():
                path = path / "index.html"
            status = 200
            if not path.is_file() or site not in path.parents:
                path, status = site / "404.html", 404
            body = path.read_bytes()
            kind = "text/javascript" if path.suffix == ".js" else mimetypes.guess_type(path.name)[0] or "text/plain"
            text = kind.startswith("text/") or kind.endswith(("json", "xml"))
            self.send_response(status)
            self.send_header("Content-Type", kind + ("; charset=utf-8" if text else ""))
            if text:
                body = gzip.compress(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


def pages(site, words):
    """The address of the heaviest page of each template in each language."""
    heaviest = {}
    for path in sorted(site.rglob("*.html")):
        start = path.read_text("utf-8")[:20000]
        language = re.search(r'<html lang="([^"]+)"', start)
        kind = re.search(r'<body class="([^"]+)"', start)
        if not language or not kind:
            continue
        name = path.relative_to(site).as_posix().removesuffix("index.html")
        if words and not any(word in name for word in words):
            continue
        key = (kind[1], language[1]) if not words else name
        entry = (len(gzip.compress(path.read_bytes())), name, 'name="robots" content="noindex' in start)
        heaviest[key] = max(heaviest.get(key, (0,)), entry)
    return [(key, name, hidden) for key, (_, name, hidden) in sorted(heaviest.items(), key=str)]


def look(command, url, hidden, folder):
    out = pathlib.Path(folder, "report.json")
    out.unlink(missing_ok=True)
    skip = ["--skip-audits=" + ASKS_NOT_TO_BE_FOUND] if hidden else []
    skip.append("--only-categories=" + ",".join(CATEGORIES))
    done = subprocess.run(
        [*command, url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={' '.join(FLAGS)}", *skip],
        capture_output=True, text=True, env={"CHROME_PATH": shutil.which("chromium") or "", **os.environ})
    if not out.exists():
        return None, [(done.stderr.strip() or "no report").splitlines()[-1]]
    report = json.loads(out.read_text())
    scores = [round(100 * (report["categories"][c]["score"] or 0)) for c in CATEGORIES]
    found = set()
    for category in CATEGORIES:
        for ref in report["categories"][category]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            whole = audit["scoreDisplayMode"] in ("informative", "notApplicable", "manual") or audit["score"] in (None, 1)
            if not whole:
                found.add(f"{ref['id']} {audit['score']:.2f}" + (f" ({audit['displayValue']})" if audit.get("displayValue") else ""))
    return scores, sorted(found)


def median(runs):
    """The run in the middle, by performance; the others hardly differ."""
    return sorted(runs, key=lambda run: (sum(run[0]), run[0][0]))[(len(runs) - 1) // 2]


def main(site, *words):
    site = pathlib.Path(site).resolve()
    given = os.environ.get("LIGHTHOUSE")
    command = [given] if given else ["npx", "--yes", "lighthouse@12"]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    below = 0
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'page':60} " + "  ".join(c[:4] for c in CATEGORIES) + "  load  not whole")
        for _, name, hidden in pages(site, words):
            url = f"http://127.0.0.1:{server.server_address[1]}/{name}"
            runs = []
            for _ in range(int(os.environ.get("RUNS", "3"))):
                scores, found = look(command, url, hidden, folder)
                if scores is None:
                    print(f"{name:60} {found[0]}")
                    continue
                runs.append((scores, found))
                if len(runs) == 1 and min(scores) == 100:
                    break
            if not runs:
                below += 1
                continue
            scores, found = median(runs)
            below += min(scores) < 100
            times = f" [{len(runs)} runs: {', '.join(str(s[0]) for s, _ in runs)}]" if len(runs) > 1 else ""
            print(f"{name or '/':60} " + "  ".join(f"{s:4}" for s in scores)
                  + f"  {os.getloadavg()[0]:4.1f}  {'; '.join(found)}{times}", flush=True)
    server.shutdown()
    print(f"{below} below 100" if below else "all 100 four times")
    return 1 if below else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("lighthouse.sh SITE [WORD ...]")
    sys.exit(main(*sys.argv[1:]))
