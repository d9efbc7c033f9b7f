"""Runs the code cells of one notebook in a Jupyter kernel, through nbclient.

Started by Chasqui, one process for each notebook. The first line of standard input is the job, a
JSON object; the rest of standard input stays open for as long as somebody wants the answer: when
it ends, the kernel and all that it started are killed. Each line of standard output is a JSON
object: one for every cell that was run, in order, and one for the end.

    run_cells.py --probe      says which Jupyter and which kernels there are
    run_cells.py              runs the job
"""

import json
import os
import re
import signal
import sys
import threading

LONGEST_TEXT = 1000000
LONGEST_IMAGE = 8000000
TYPES = ("text/plain", "text/html", "text/markdown", "text/latex", "image/png", "image/svg+xml",
         "image/jpeg")
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# The three ways in which versions of IPython name a cell in a traceback.
FRAME = re.compile(r"(?:Cell|Input) (?:In ?\[|\[)(\d+)\],? (?:line (\d+)|in )"
                   r"|<ipython-input-(\d+)-[0-9a-f]+>|File <ipython-input-(\d+)[^>]*>:(\d+)")
# IPython names a cell by a number that is another one in every run.
MADE_UP_FILE = re.compile(r" \(\d+\.py, line \d+\)$")
LINE = re.compile(r"line:? (\d+)")
ARROW = re.compile(r"^-+> ?(\d+)[ :]", re.MULTILINE)


def say(message):
    sys.stdout.write(json.dumps(message, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def probe():
    import ipykernel  # noqa: F401  (only that it is there)
    import jupyter_client
    import nbclient
    from jupyter_client.kernelspec import KernelSpecManager

    specs = KernelSpecManager().find_kernel_specs()
    say({"nbclient": nbclient.__version__, "jupyter_client": jupyter_client.__version__,
         "python": sys.version.split()[0], "kernels": sorted(specs)})


def without_network():
    """Leaves the network behind: the kernel is reached through a file. Says whether it worked."""
    import ctypes

    new_user, new_net = 0x10000000, 0x40000000
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        user, group = os.getuid(), os.getgid()
        if libc.unshare(new_net) == 0:
            return True
        if libc.unshare(new_user | new_net) != 0:
            return False
        for name, text in (("setgroups", "deny"), ("uid_map", "%d %d 1" % (user, user)),
                           ("gid_map", "%d %d 1" % (group, group))):
            with open("/proc/self/" + name, "w", encoding="ascii") as file:
                file.write(text)
        return True
    except (OSError, AttributeError):
        return False


def limit_memory(megabytes):
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if megabytes > 0:
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    except (ImportError, ValueError, OSError):
        pass  # not on this system


class Killer:
    """Ends the kernel with everything that it has started."""

    def __init__(self):
        self.groups = set()

    def kill(self):
        for group in list(self.groups):
            try:
                os.killpg(group, signal.SIGKILL)
            except (OSError, AttributeError):
                pass

    def watch(self):
        def wait():
            while sys.stdin.readline():
                pass
            self.kill()
            os._exit(3)

        threading.Thread(target=wait, daemon=True).start()


def plain(text):
    return ANSI.sub("", text)


def shorten(text, longest):
    return text if len(text) <= longest else text[:longest] + "\n[...]\n"


def text_of(value):
    return "".join(value) if isinstance(value, list) else str(value)


def bundle(output):
    data = {}
    for kind in TYPES:
        if kind in output.get("data", {}):
            text = text_of(output["data"][kind])
            binary = kind.startswith("image/")
            if not binary:
                text = shorten(plain(text), LONGEST_TEXT)
            if len(text) <= LONGEST_IMAGE:
                data[kind] = text
    return data


def simple(outputs):
    """The outputs of a cell, streams joined, colours taken out."""
    result = []
    for output in outputs:
        kind = output["output_type"]
        if kind == "stream":
            last = result[-1] if result else None
            if last and last["type"] == "stream" and last["name"] == output["name"]:
                last["text"] += text_of(output["text"])
            else:
                result.append({"type": "stream", "name": output["name"],
                               "text": text_of(output["text"])})
        elif kind == "error":
            message = MADE_UP_FILE.sub("", plain(str(output["evalue"])))
            result.append({"type": "error", "name": plain(str(output["ename"])),
                           "message": message,
                           "traceback": plain("\n".join(output["traceback"]))})
        else:
            data = bundle(output)
            if data:
                result.append({"type": "result" if kind == "execute_result" else "display",
                               "data": data})
    for output in result:
        if output["type"] == "stream":
            output["text"] = shorten(plain(output["text"]), LONGEST_TEXT)
    return result


def frames(traceback):
    """Execution counts and lines through which an error went, outermost first."""
    found = []
    chunk = None
    for line in plain("\n".join(traceback)).split("\n"):
        match = FRAME.search(line)
        if match:
            count = next(g for g in (match.group(1), match.group(3), match.group(4)) if g)
            number = match.group(2) or match.group(5)
            if not number:
                named = LINE.search(line)
                number = named.group(1) if named else None
            chunk = [int(count), int(number) if number else 0]
            found.append(chunk)
        elif chunk and not chunk[1]:
            arrow = ARROW.match(line)
            if arrow:
                chunk[1] = int(arrow.group(1))
    return [frame for frame in found if frame[1]]


def run(job):
    import asyncio

    isolated = False
    if not job["network"]:
        isolated = without_network()
    limit_memory(job["memory"])
    killer = Killer()
    killer.watch()

    import nbformat
    from jupyter_client.kernelspec import NoSuchKernel
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    cells = [nbformat.v4.new_code_cell(cell["code"]) for cell in job["cells"]]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": job["kernel"], "display_name": job["kernel"]}
    manager = AsyncKernelManager(kernel_name=job["kernel"])
    if job["ipc"]:
        # No port that another program could take or listen to.
        manager.transport = "ipc"
        manager.ip = os.path.join(job["runtime"], "k")
    client = NotebookClient(notebook, km=manager, timeout=job["cellSeconds"], allow_errors=True,
                            record_timing=False, kernel_name=job["kernel"],
                            shutdown_kernel="immediate")
    client.resources["metadata"] = {"path": job["folder"]}
    end = {"end": "done", "isolated": isolated}

    async def cells_in_order():
        counts = {}
        async with client.async_setup_kernel(cwd=job["folder"]):
            pid = getattr(getattr(manager, "provisioner", None), "pid", None)
            if pid:
                killer.groups.add(pid)
            for index, cell in enumerate(notebook.cells):
                end["cell"] = index
                try:
                    await client.async_execute_cell(cell, index)
                except CellTimeoutError:
                    end["end"] = "cell-timeout"
                    killer.kill()
                    return
                except DeadKernelError:
                    end["end"] = "died"
                    return
                counts[cell.get("execution_count") or 0] = index
                message = {"cell": index, "outputs": simple(cell["outputs"])}
                error = [o for o in cell["outputs"] if o["output_type"] == "error"]
                if error:
                    message["frames"] = [[counts[count], line]
                                         for count, line in frames(error[-1]["traceback"])
                                         if count in counts]
                say(message)
                if error and not job["cells"][index]["mayFail"]:
                    end["end"] = "failed"
                    return

    async def within_limit():
        try:
            await asyncio.wait_for(cells_in_order(), job["notebookSeconds"])
        except asyncio.TimeoutError:
            end["end"] = "notebook-timeout"
        except NoSuchKernel:
            end["end"] = "no-kernel"
        except Exception as problem:  # the kernel did not start, or broke the protocol
            end["end"] = "died" if "cell" in end else "no-start"
            end["why"] = (type(problem).__name__ + ": " + plain(str(problem)).strip())[-2000:]

    try:
        asyncio.run(within_limit())
    finally:
        killer.kill()
    say(end)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1:] == ["--probe"]:
        probe()
    else:
        run(json.loads(sys.stdin.readline()))
