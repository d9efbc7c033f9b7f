#!/usr/bin/env python3
"""How long it takes from saving a page to the browser being told, while `chasqui serve` runs.

    serve.py SITE PAGE URL_PATH TIMES COMMAND...

COMMAND is the program up to and with `serve`. Saves PAGE (a Markdown file of the site) TIMES times,
waits each time until the event of a listening page at URL_PATH names another version, and prints
the median and the 95th percentile in milliseconds; then how long the whole build beside it took, as
the program says. The page is put back at the end.
"""
import json, os, re, signal, socket, statistics, subprocess, sys, time

site, page, path, times = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
text = open(page, encoding="utf-8").read()
serve = subprocess.Popen(
    sys.argv[5:] + ["--site", site, "--port", "0"],
    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True)
said = []


def line():
    said.append(serve.stdout.readline())
    if not said[-1]:
        sys.exit("the program has ended:\n" + "".join(said))
    return said[-1]


class Listener:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(
            f"GET /.chasqui/live?path={path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        self.lines = self.socket.makefile("r", encoding="utf-8")

    def version(self):
        for got in self.lines:
            if got.startswith("data: "):
                return json.loads(got[6:])["build"]
        sys.exit("no more events")


try:
    while not (at := re.search(r"at http://127\.0\.0\.1:(\d+)/", line())):
        pass
    line()
    listener = Listener(int(at.group(1)))
    version = listener.version()
    taken, builds = [], []
    for i in range(times):
        time.sleep(0.3)
        start = time.perf_counter()
        with open(page, "w", encoding="utf-8") as out:
            out.write(text + f"\n\nSaved for the {i}th time.\n")
        while (now := listener.version()) == version:
            pass
        taken.append((time.perf_counter() - start) * 1000)
        version = now
        print(f"{taken[-1]:.0f} ms", flush=True)
        # The next save comes when the whole site is built, as a writer who looks would do it.
        while not (built := re.search(r"in (\d+) ms", line())):
            pass
        builds.append(int(built.group(1)))
    taken.sort()
    print(f"told after: median {statistics.median(taken):.0f} ms, "
          f"95th percentile {taken[min(len(taken) - 1, int(len(taken) * 0.95))]:.0f} ms, "
          f"longest {taken[-1]:.0f} ms ({times} times)")
    print(f"whole site after that: median {statistics.median(builds):.0f} ms")
finally:
    open(page, "w", encoding="utf-8").write(text)
    os.killpg(serve.pid, signal.SIGKILL)
