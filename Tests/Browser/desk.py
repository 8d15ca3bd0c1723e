"""Uses the relays' pages as an adviser does, at a desk and on a telephone, without script: signs in, finds somebody by two
letters, reads them, logs support (first wrongly), settles what was due, corrects it, prints, signs out; and has a second office try the first
one's addresses and forms. On each page nothing that axe
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


def log(page, width):
    """An act without its next action is refused beside the field, with what was typed kept; then it is logged and settled."""
    theme = {1100: "reservation", 375: "outils"}[width]
    page.fill("#date", "2022-05-02")
    page.fill("#minutes", "35")
    for field, choice in (("mode", "phone"), ("theme", theme), ("autonomy", "partly"), ("outcome", "to_follow")):
        page.select_option(f"#{field}", choice)
    page.click("form.act button")
    fault = page.locator("#next-fault")
    if fault.count() != 1 or page.input_value("#minutes") != "35" or page.input_value("#theme") != theme:
        found.append(f"at {width}: what was typed wrongly is not said beside its field, or is lost")
    page.fill("#next", "Rappeler <b>vite</b>")
    page.fill("#due", "2022-05-09")
    page.click("form.act button")
    if page.locator("p.notice").count() != 1 or page.locator("ul.acts b").count():
        found.append(f"at {width}: logging leads to {page.url}")
    act = page.locator("ul.acts li", has_text="Rappeler <b>vite</b>").first
    if act.locator(".late").count() != 1:
        found.append(f"at {width}: what is overdue is not said to be")
    act.locator("button").click()
    if page.locator("ul.acts li", has_text="Rappeler <b>vite</b>").first.locator("button").count():
        found.append(f"at {width}: what was settled is still to be done")
    correct(page, width, theme)


def correct(page, width, theme):
    """A second act on the same day, theme and mode leads to the first, which is corrected with its reason."""
    page.fill("#date", "2022-05-02")
    page.fill("#minutes", "50")
    for field, choice in (("mode", "phone"), ("theme", theme), ("autonomy", "autonomous"), ("outcome", "solved")):
        page.select_option(f"#{field}", choice)
    page.click("form.act button")
    if page.locator(".standing a").count() != 1:
        found.append(f"at {width}: what stands already is not said")
        return
    page.click(".standing a")
    if page.input_value("#minutes") != "35" or page.input_value("#autonomy") != "partly":
        found.append(f"at {width}: the form does not hold what is to be corrected")
    page.fill("#minutes", "50")
    page.fill("#reason", "Durée oubliée")
    page.locator("form.act button").first.click()
    act = page.locator("ul.acts li", has_text="Rappeler <b>vite</b>").first
    if "50" not in act.inner_text() or page.locator("p.notice").count() != 1:
        found.append(f"at {width}: correcting leads to {page.url}")


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
    if not page.locator("h2#diagnosis").is_visible():
        found.append(f"at {width}: the provider's diagnostic is missing")
    log(page, width)
    page.emulate_media(media="print")
    for part in ("nav", "form.act", "#log"):
        if page.locator(part).first.is_visible():
            found.append(f"a printed page shows its {part}")
    if not page.locator("ul.acts").is_visible():
        found.append("a printed page hides what was done")
    page.emulate_media(media="screen")
    page.click("header button")
    if not page.url.endswith("/entree"):
        found.append(f"at {width}: signing out leads to {page.url}")
    page.goto(person)
    if "/entree?vers=" not in page.url:
        found.append(f"at {width}: after signing out {page.url} still opens")
    page.context.close()
    return person


def pages(browser, width, person):
    page = entered(browser, width, own, script=True)
    for name, address in [
        ("people", "/participants"), ("skills", "/competences?theme=reservation&level=2"), ("sessions", "/seances"),
        ("evaluation", "/evaluation"), ("access", "/acces"),
    ]:
        page.goto(base + address)
        look(page, name, width)
    page.goto(person)
    look(page, "person", width)
    page.locator("p.correct a").first.click()
    look(page, "correction", width)
    page.goto(person)
    page.evaluate("document.querySelector('form.act').noValidate = true")
    page.click("form.act button")
    look(page, "refused", width)
    forms = [form.get_attribute("action") for form in page.locator("main form[method=post]").all()]
    page.context.close()
    page = entered(browser, width, other, script=True)
    for address in [person, *forms]:
        answer = page.goto(base + address.removeprefix(base)) if address == person else page.request.post(
            base + address.split("#")[0], headers={"Sec-Fetch-Site": "same-origin"},
            form={"cohort": "pilote-2021", "minutes": "5", "mode": "phone", "theme": "outils", "autonomy": "partly",
                  "outcome": "solved", "version": "1"})
        if answer.status != 404:
            found.append(f"another office gets {answer.status} at {address}")
    page.context.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for width in (1100, 375):
        pages(browser, width, adviser(browser, width))
    browser.close()
refused = ("404 (Not Found)", "409 (Conflict", "422 (Unprocessable")
found = [fault for fault in found if not any(word in fault for word in refused)]
print("\n".join(found) or "the desk is sound")
sys.exit(1 if found else 0)
