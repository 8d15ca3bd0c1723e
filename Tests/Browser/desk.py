"""Uses the relays' pages as an adviser does, at a desk and on a telephone, without script: signs in, finds somebody by two
letters, reads them, prints, signs out; and has a second office try the first one's addresses. On each page nothing that axe
objects to, nothing to scroll sideways, no word on the console, no request elsewhere. Says each fault on a line; exit code 1.

desk.py ADDRESS PASS OTHER-PASS [FOLDER-FOR-PICTURES]
"""

import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

base, own, other = sys.argv[1:4]
pictures = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None
found = []


def look(page, name, width):
    if pictures:
        page.screenshot(path=pictures / f"desk-{name}-{width}.png", full_page=True)
    reach = page.evaluate("document.documentElement.scrollWidth")
    if reach > width:
        found.append(f"{name} at {width}: is {reach} pixels wide")
    for violation in Axe().run(page).response["violations"]:
        found.append(f"{name} at {width}: {violation['id']}: {violation['nodes'][0]['html'][:200]}")


def entered(browser, width, token, script):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script, bypass_csp=script, locale="fr-FR"
    )
    page = context.new_page()
    page.on("console", lambda message: found.append(f"at {width}: {message.text}"))
    page.on("request", lambda request: request.url.startswith(base) or found.append(f"asks for {request.url}"))
    page.goto(base + "/")
    if script:
        look(page, "entry", width)
    page.fill("#token", token)
    page.click("main button[type=submit]")
    return page


def adviser(browser, width):
    page = entered(browser, width, own, script=False)
    if not page.url.endswith("/participants"):
        found.append(f"at {width}: signing in leads to {page.url}")
    page.fill("#query", "ag")
    page.click("form.search button")
    names = page.locator("tbody th").all_inner_texts()
    if not any("Agnès" in name for name in names):
        found.append(f"at {width}: two letters find {names}")
    page.click("tbody th a:has-text('Agnès')")
    person = page.url
    page.emulate_media(media="print")
    if page.locator("nav").first.is_visible():
        found.append("a printed page shows its menus")
    page.emulate_media(media="screen")
    page.click("header button")
    if not page.url.endswith("/entree"):
        found.append(f"at {width}: signing out leads to {page.url}")
    page.goto(person)
    if not page.url.endswith("/entree"):
        found.append(f"at {width}: after signing out {page.url} still opens")
    page.context.close()
    return person


def pages(browser, width, person):
    page = entered(browser, width, own, script=True)
    for name, address in [("people", "/participants"), ("sessions", "/seances"), ("evaluation", "/evaluation")]:
        page.goto(base + address)
        look(page, name, width)
    page.goto(person)
    look(page, "person", width)
    page.context.close()
    page = entered(browser, width, other, script=True)
    answer = page.goto(person)
    if answer.status != 404:
        found.append(f"another office gets {answer.status} at {person}")
    page.context.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for width in (1100, 375):
        pages(browser, width, adviser(browser, width))
    browser.close()
found = [fault for fault in found if "404 (Not Found)" not in fault]
print("\n".join(found) or "the desk is sound")
sys.exit(1 if found else 0)
